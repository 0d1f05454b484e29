/** A value that tells its followers that it has changed, once for all changes of a turn. Values are never changed in place. */
export class Store<T extends object> {
  private readonly followers = new Set<(value: T) => void>();
  private waiting = false;

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  update(change: Partial<T> | ((value: T) => Partial<T>)): void {
    this.current = { ...this.current, ...(typeof change === 'function' ? change(this.current) : change) };
    if (!this.waiting) {
      this.waiting = true;
      queueMicrotask(() => this.tell());
    }
  }

  follow(follower: (value: T) => void): void {
    this.followers.add(follower);
    follower(this.current);
  }

  /** Nobody is told any more: the page is built anew. */
  leave(): void {
    this.followers.clear();
  }

  private tell(): void {
    this.waiting = false;
    for (const follower of this.followers) {
      follower(this.current);
    }
  }
}

/** Calls back only when one of the chosen parts is another one than before. */
export function whenChanged<T>(choose: (value: T) => readonly unknown[], then: (value: T) => void): (value: T) => void {
  let before: readonly unknown[] | null = null;
  return (value) => {
    const now = choose(value);
    if (before === null || now.length !== before.length || now.some((part, index) => part !== before![index])) {
      before = now;
      then(value);
    }
  };
}
