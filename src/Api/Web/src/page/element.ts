type Child = Node | string | null | undefined | false;
type Props = Record<string, string | number | boolean | ((event: never) => void) | undefined>;

/** An element: functions become listeners, true an empty attribute; false and undefined are left out. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value as EventListener);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }

  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button with a text, and maybe a key that does the same. */
export function button(label: string, click: () => void, props: Props = {}): HTMLButtonElement {
  return el('button', { type: 'button', click, ...props }, label);
}

/** Fills an element anew; what had the focus has it again, if it has an id and is still there. */
export function fill(host: HTMLElement, ...children: Child[]): void {
  const focused = host.contains(document.activeElement) ? document.activeElement!.id : '';
  host.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  if (focused !== '') {
    document.getElementById(focused)?.focus();
  }
}
