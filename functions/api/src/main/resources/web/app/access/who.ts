import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { identity, logOut, onIdentity } from '../lib/identity';

/** Says who is logged in, or that nobody has to. */
class Who extends LitElement {
  private ignored?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.ignored = onIdentity(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ignored?.();
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): TemplateResult | typeof nothing {
    const who = identity();
    if (typeof who === 'string') {
      return nothing;
    }
    if (who.auth === 'off') {
      return html`<span class="who" title="This machine alone reaches the dashboard, and nobody logs in">Local mode</span>`;
    }
    return html`<span class="who">${who.user} <span class="muted">${who.role.toLowerCase()}</span></span>
      <button class="quiet-button" type="button" @click=${() => void logOut()}>Log out</button>`;
  }
}

customElements.define('panda-who', Who);
