import { html, LitElement, type TemplateResult } from 'lit';
import { stream } from '../lib/stream';

/** Says whether what is shown comes by itself or is asked for. */
class Pulse extends LitElement {
  private unwatch?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = stream.watch(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): TemplateResult {
    return stream.stands
      ? html`<span class="pulse live" title="Changes are shown as they happen">● Live</span>`
      : html`<span class="pulse" title="The stream is away: asked every two seconds instead">○ Asking</span>`;
  }
}

customElements.define('panda-pulse', Pulse);
