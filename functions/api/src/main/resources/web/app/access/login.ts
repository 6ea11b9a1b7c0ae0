import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { logIn } from '../lib/identity';

/** Asks who looks. */
class Login extends LitElement {
  static properties = { objection: { state: true }, busy: { state: true } };
  declare objection?: string;
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  render(): TemplateResult {
    return html`<form class="card login" @submit=${this.submit}>
      <h1>Log in</h1>
      ${this.objection ? html`<p class="state refused" role="alert">${this.objection}</p>` : nothing}
      <label>User <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="32"></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
      <button class="strong" type="submit" ?disabled=${this.busy}>${this.busy ? 'Logging in …' : 'Log in'}</button>
    </form>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.objection = await logIn(String(fields.get('user')), String(fields.get('password')));
    this.busy = false;
    if (this.objection) {
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('[name=password]')?.select();
    }
  };
}

customElements.define('panda-login', Login);
