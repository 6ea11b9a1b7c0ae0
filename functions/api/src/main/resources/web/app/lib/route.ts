/** Where in the dashboard one is: `#/orders?broker=paper` → view `orders`, no rest, one parameter. */
export interface Place {
  view: string;
  rest: string;
  parameters: Record<string, string>;
}

export function here(): Place {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, ...rest] = path.split('/');
  return {
    view: view || 'overview',
    rest: decodeURIComponent(rest.join('/')),
    parameters: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The address of a place. */
export function link(view: string, rest = '', parameters: Record<string, string | undefined> = {}): string {
  const given = new URLSearchParams();
  Object.entries(parameters).forEach(([name, value]) => value && given.set(name, value));
  const search = given.toString();
  return `#/${view}${rest ? '/' + encodeURIComponent(rest) : ''}${search ? '?' + search : ''}`;
}

/** Goes there without a new entry in the history: for filters. */
export function adjust(view: string, parameters: Record<string, string | undefined>): void {
  history.replaceState(null, '', link(view, '', parameters));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
