import { LitElement } from 'lit';
import { age } from '../lib/time';

const TICK_MILLIS = 1000;

const shown = new Set<Age>();
window.setInterval(() => {
  if (!document.hidden) {
    shown.forEach(each => each.requestUpdate());
  }
}, TICK_MILLIS);

/** How long ago an instant is; grows while one looks at it. */
class Age extends LitElement {
  static properties = { at: {} };
  declare at: string;

  constructor() {
    super();
    this.at = '';
  }

  connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): string {
    return age(this.at);
  }
}

customElements.define('panda-age', Age);
