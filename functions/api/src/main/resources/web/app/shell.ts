import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { identity, meet, onIdentity } from './lib/identity';
import { here, link, type Place } from './lib/route';
import './access/halt';
import './access/login';
import './access/who';
import './parts/pulse';
import './views/overview';
import './views/portfolio';
import './views/orders';
import './views/signals';
import './views/explain';
import './views/twins';
import './views/strategies';
import './views/pipeline';
import './views/instrument';
import './views/alerts';
import './views/system';
import './views/logs';

const VIEWS: Record<string, { name: string; draw: (place: Place) => TemplateResult }> = {
  overview: { name: 'Overview', draw: () => html`<panda-overview></panda-overview>` },
  portfolio: { name: 'Portfolio', draw: at => html`<panda-portfolio .parameters=${at.parameters}></panda-portfolio>` },
  orders: { name: 'Orders', draw: at => html`<panda-orders .parameters=${at.parameters}></panda-orders>` },
  signals: { name: 'Signals', draw: at => html`<panda-signals .parameters=${at.parameters}></panda-signals>` },
  explain: { name: 'Explain', draw: at => html`<panda-explain .rest=${at.rest}></panda-explain>` },
  twins: { name: 'Twins', draw: at => html`<panda-twins .parameters=${at.parameters}></panda-twins>` },
  strategies: { name: 'Strategies', draw: () => html`<panda-strategies></panda-strategies>` },
  instrument: { name: 'Instruments', draw: at => html`<panda-instrument .rest=${at.rest}></panda-instrument>` },
  pipeline: { name: 'Pipeline', draw: () => html`<panda-pipeline></panda-pipeline>` },
  alerts: { name: 'Alerts', draw: at => html`<panda-alerts .parameters=${at.parameters}></panda-alerts>` },
  system: { name: 'System', draw: () => html`<panda-system></panda-system>` },
  logs: { name: 'Logs', draw: at => html`<panda-logs .parameters=${at.parameters}></panda-logs>` },
};

/** The frame around every view: where one is, where one can go. */
class App extends LitElement {
  static properties = { place: { state: true } };
  declare place: Place;
  private readonly known = (): void => (this as unknown as LitElement).requestUpdate();
  private ignored?: () => void;
  private readonly moved = (): void => {
    const before = this.place.view;
    this.place = here();
    if (before !== this.place.view) {
      void this.updateComplete.then(() => {
        this.querySelector<HTMLElement>('main')?.focus();
        this.showWhereOneIs();
      });
      window.scrollTo(0, 0);
    }
  };

  constructor() {
    super();
    this.place = here();
  }

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.moved);
    this.ignored = onIdentity(this.known);
    void meet();
    void this.updateComplete.then(() => this.showWhereOneIs());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.moved);
    this.ignored?.();
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): TemplateResult {
    const view = VIEWS[this.place.view];
    document.title = `${view?.name ?? 'Nothing here'} – Alpha Panda`;
    return html`<a class="skip" href="#main" @click=${this.skip}>Skip to the content</a>
      <header class="top">
        <a class="brand" href=${link('overview')}>Alpha Panda</a>
        <nav aria-label="Views">${Object.entries(VIEWS).map(([name, each]) => html`<a href=${link(name)}
          aria-current=${this.place.view === name ? 'page' : 'false'}>${each.name}</a>`)}</nav>
        <panda-who></panda-who>
        <button class="theme" type="button" @click=${this.theme} aria-label="Switch between light and dark">◐</button>
        ${typeof identity() === 'object' ? html`<panda-halt></panda-halt>` : nothing}
      </header>
      <main id="main" tabindex="-1">${this.inside(view)}</main>
      <footer><panda-pulse></panda-pulse> · <a href="/q/openapi">API</a> · Times are Indian · Amounts of different accounts are never summed</footer>`;
  }

  /** Nothing is asked for before it is known who asks. */
  private inside(view?: typeof VIEWS[string]): TemplateResult {
    if (identity() === 'asking') {
      return html`<h1>Alpha Panda</h1><p class="state" role="status">Loading …</p>`;
    }
    if (identity() === 'nobody') {
      return html`<panda-login></panda-login>`;
    }
    return view ? view.draw(this.place)
      : html`<h1>Nothing here</h1><p><a href=${link('overview')}>To the overview</a></p>`;
  }

  /** Where the views' names don't fit beside each other, that of this one is in sight. */
  private showWhereOneIs(): void {
    const names = this.querySelector<HTMLElement>('nav[aria-label=Views]');
    const here = names?.querySelector<HTMLElement>('[aria-current=page]');
    if (names && here) {
      names.scrollLeft = here.offsetLeft - names.offsetLeft - (names.clientWidth - here.clientWidth) / 2;
    }
  }

  private skip(event: Event): void {
    event.preventDefault();
    (this as unknown as HTMLElement).querySelector<HTMLElement>('main')?.focus();
  }

  private theme(): void {
    const { theme } = document.documentElement.dataset;
    const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem('theme', document.documentElement.dataset.theme);
  }
}

const remembered = localStorage.getItem('theme');
if (remembered) {
  document.documentElement.dataset.theme = remembered;
}
customElements.define('panda-app', App);
