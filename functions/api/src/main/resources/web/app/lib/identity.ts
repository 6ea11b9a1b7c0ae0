/** Who looks at the dashboard. In local mode nobody logs in, and the person at the machine may do everything. */
export interface Identity {
  user: string;
  role: 'VIEWER' | 'TRADER' | 'ADMIN';
  auth: 'on' | 'off';
}

interface Tokens {
  accessToken: string;
  expiresInSeconds: number;
  refreshToken: string;
}

/** Kept for this tab alone, and until it is closed. There are no cookies, so no other site's page can use them. */
interface Kept {
  access: string;
  refresh: string;
  until: number;
}

const PLACE = 'panda.login';
const EARLY_MILLIS = 30_000;

const changes = new EventTarget();
let known: Identity | 'asking' | 'nobody' = 'asking';
let refreshing: Promise<boolean> | undefined;

/** Who it is; `asking` before that is known, `nobody` while somebody has to log in. */
export function identity(): Identity | 'asking' | 'nobody' {
  return known;
}

/** Calls back whenever that changes. */
export function onIdentity(changed: () => void): () => void {
  changes.addEventListener('change', changed);
  return () => changes.removeEventListener('change', changed);
}

function become(next: Identity | 'nobody'): void {
  known = next;
  changes.dispatchEvent(new Event('change'));
}

function kept(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(tokens: Tokens): void {
  sessionStorage.setItem(PLACE, JSON.stringify({
    access: tokens.accessToken, refresh: tokens.refreshToken, until: Date.now() + tokens.expiresInSeconds * 1000,
  } satisfies Kept));
}

function forget(): void {
  sessionStorage.removeItem(PLACE);
  become('nobody');
}

function post(path: string, body: object): Promise<Response> {
  return fetch(`/api/v1/auth/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body),
  });
}

/** Gets the next pair of tokens, once however many ask for it: a refresh token that is used twice ends the login. */
function refresh(): Promise<boolean> {
  refreshing ??= turn().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function turn(): Promise<boolean> {
  const now = kept();
  const answer = now && await post('refresh', { refreshToken: now.refresh });
  if (!answer?.ok) {
    return false;
  }
  keep(await answer.json() as Tokens);
  return true;
}

/** Asks the API as whoever is logged in. A token that is over is replaced; a login that is over has to be made again. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const login = kept();
  if (login && login.until - Date.now() < EARLY_MILLIS && !await refresh()) {
    forget();
  }
  const answer = await fetch(path, bearing(init));
  if (answer.status !== 401 || known === 'asking' && !kept()) {
    return answer;
  }
  if (kept() && await refresh()) {
    return fetch(path, bearing(init));
  }
  forget();
  return answer;
}

/** The header that says who asks; none while nobody has logged in, or nobody has to. */
export function bearer(): Record<string, string> {
  const login = kept();
  return login ? { authorization: `Bearer ${login.access}` } : {};
}

function bearing(init: RequestInit): RequestInit {
  return { ...init, headers: { ...init.headers as Record<string, string>, ...bearer() } };
}

/** Finds out who it is: at the start, and after a login. */
export async function meet(): Promise<void> {
  try {
    // Who has no login is not asked about; the front door says whether one is needed.
    if (!kept() && (await (await fetch('/', { headers: { accept: 'application/json' } })).json() as { auth: string }).auth === 'on') {
      become('nobody');
      return;
    }
    const answer = await ask('/api/v1/auth/me', { headers: { accept: 'application/json' } });
    become(answer.ok ? await answer.json() as Identity : 'nobody');
  } catch {
    // Nothing answers: what is shown says so itself, and asks again.
    window.setTimeout(() => void meet(), 2000);
  }
}

/** Logs in; what the API says against it, or nothing. */
export async function logIn(user: string, password: string): Promise<string | undefined> {
  try {
    const answer = await post('login', { user, password });
    if (answer.ok) {
      keep(await answer.json() as Tokens);
      await meet();
      return undefined;
    }
    return (await answer.json() as { detail: string }).detail;
  } catch {
    return 'Nothing answers at this address. Is the house running?';
  }
}

/** Logs out, here whatever the API says. */
export async function logOut(): Promise<void> {
  const login = kept();
  forget();
  if (login) {
    await post('logout', { refreshToken: login.refresh }).catch(() => undefined);
  }
}
