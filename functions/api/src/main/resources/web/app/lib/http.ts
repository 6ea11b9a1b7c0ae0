import { ask, bearer } from './identity';

/** What the API says when it can't answer: problem details (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field?: string;
  value?: string;
  allowed?: string[];
}

/** A question that was refused, or could not be asked at all. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly title: string, detail: string) {
    super(detail);
  }
}

/** What every question to the API carries. */
export function headers(accept: string): Record<string, string> {
  return { accept, ...bearer() };
}

/** Asks the API. Anything but a success becomes a `Refusal`; an aborted question stays an `AbortError`. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answered<T>(path, { signal, headers: headers('application/json') });
}

/** Has the API do something that needs no more words. */
export function post<T>(path: string): Promise<T> {
  return answered<T>(path, { method: 'POST', headers: headers('application/json') });
}

/** Gives the API a command. */
export function put<T>(path: string, body: object): Promise<T> {
  return answered<T>(path, {
    method: 'PUT', headers: { ...headers('application/json'), 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
}

async function answered<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await ask(path, init);
  } catch (failure) {
    if ((failure as Error).name === 'AbortError') {
      throw failure;
    }
    throw new Refusal(0, 'The read layer can\'t be reached', 'Nothing answers at this address. Is the house running?');
  }
  if (response.ok) {
    return await response.json() as T;
  }
  const problem = await response.json().catch(() => undefined) as Problem | undefined;
  throw new Refusal(response.status, problem?.title ?? `Answer ${response.status}`, problem?.detail ?? response.statusText);
}

/** A path with those parameters that have a value. */
export function query(path: string, parameters: Record<string, string | undefined>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      given.set(name, value);
    }
  }
  const text = given.toString();
  return text ? `${path}?${text}` : path;
}
