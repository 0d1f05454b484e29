/** What the service refuses, in its own words (RFC 9457). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors: { pointer: string; code: string; message: string }[],
  ) {
    super([detail, ...errors.slice(0, 5).map((error) => `${error.pointer || '/'} ${error.message}`)].join('\n'));
  }
}

const keyName = 'berthopt-key';

/** Asks a person for a key; resolves to null when there is none. */
let askForKey: () => Promise<string | null> = () => Promise.resolve(null);

export function whenKeyIsNeeded(ask: () => Promise<string | null>): void {
  askForKey = ask;
}

/** The one door to the service: adds the key where there is one, and turns refusals into {@link Refusal}. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const key = sessionStorage.getItem(keyName);
  if (key !== null) {
    headers.set('X-Api-Key', key);
  }

  const response = await fetch(path, { ...init, headers });
  if (response.ok) {
    return response;
  }

  if (response.status === 401) {
    const given = await askForKey();
    if (given !== null) {
      sessionStorage.setItem(keyName, given);
      return request(path, init);
    }
  }

  throw await refusalOf(response);
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await request(path, signal ? { signal } : {})).json()) as T;
}

export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await request(path, signal ? { ...init, signal } : init)).json()) as T;
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const problem = (await response.json()) as { detail?: string; title?: string; errors?: Refusal['errors'] };
    return new Refusal(response.status, problem.detail ?? problem.title ?? response.statusText, problem.errors ?? []);
  } catch {
    return new Refusal(response.status, response.statusText, []);
  }
}
