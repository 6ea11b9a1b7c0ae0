import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Strategy } from '../lib/answers';
import { get, put, Refusal } from '../lib/http';
import { identity } from '../lib/identity';
import { Live } from '../lib/live';
import type { State, Told, TradingStates } from './states';
import { outcome } from './outcome';
import { badge } from '../parts/words';

const VERBS: Record<State, string> = { HALTED: 'Halt', REDUCING: 'Reduce', ACTIVE: 'Resume' };
const MEANS: Record<State, string> = {
  HALTED: 'Nothing is sent any more, and working entries are cancelled. Protective stops stay.',
  REDUCING: 'Only orders that make a position smaller are sent.',
  ACTIVE: 'Everything is sent again, unless something else that was said holds it back.',
};

/** How every account stands, and the red button. */
class Halt extends LitElement {
  static properties = {
    state: { state: true }, broker: { state: true }, told: { state: true }, refused: { state: true }, busy: { state: true },
    strategies: { state: true },
  };
  declare state: State;
  declare broker: string;
  declare told?: Told;
  declare refused?: Refusal;
  declare busy: boolean;
  declare strategies: string[];
  private readonly standing = new Live<TradingStates>(this, () => '/api/v1/trading-state');

  constructor() {
    super();
    this.state = 'HALTED';
    this.broker = '';
    this.busy = false;
    this.strategies = [];
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): TemplateResult {
    const who = identity();
    const may = typeof who === 'object' && who.role !== 'VIEWER';
    const lanes = this.standing.data?.lanes ?? [];
    return html`<ul class="standing" aria-label="Who may trade">${lanes.map(lane => html`<li class=${lane.state.toLowerCase()}>
        ${lane.broker} ${badge(lane.reality)} <strong>${lane.state}</strong></li>`)}</ul>
      ${this.standing.error && this.standing.data ? html`<span class="muted" role="status">not known any more</span>` : nothing}
      <button class="quiet-button" type="button" ?disabled=${!may} @click=${() => this.open('ACTIVE')}>Resume …</button>
      <button class="red" type="button" ?disabled=${!may} title=${may ? nothing : 'This takes the role TRADER'}
        @click=${() => this.open('HALTED')}>Halt …</button>
      ${this.dialog(lanes.map(each => each.broker))}`;
  }

  private dialog(brokers: string[]): TemplateResult {
    return html`<dialog aria-labelledby="halt-title" @close=${this.closed}>
      <h2 id="halt-title">${this.told ? 'What came of it' : 'Halt and resume'}</h2>
      ${this.told ? html`${outcome(this.told)}<p class="buttons"><button class="strong" type="button" @click=${this.close}>Close</button></p>`
        : this.form(brokers)}</dialog>`;
  }

  private form(brokers: string[]): TemplateResult {
    return html`<form @submit=${this.give}>
      <label>From now on <select name="state" @change=${(event: Event) => { this.state = (event.target as HTMLSelectElement).value as State; }}>
        ${(Object.keys(VERBS) as State[]).map(each => html`<option value=${each} ?selected=${each === this.state}>${each}</option>`)}
      </select></label>
      <p class="note">${MEANS[this.state]}</p>
      <label>Account <select name="broker" @change=${(event: Event) => { this.broker = (event.target as HTMLSelectElement).value; }}>
        <option value="" ?selected=${!this.broker}>every account</option>
        ${brokers.map(each => html`<option ?selected=${each === this.broker}>${each}</option>`)}</select></label>
      <label>Strategy <select name="strategy"><option value="">every strategy</option>
        ${this.strategies.map(each => html`<option>${each}</option>`)}</select></label>
      <label>Reason <input name="reason" required maxlength="300" autocomplete="off" placeholder="for whoever looks later"></label>
      ${this.refused ? html`<p class="state refused" role="alert"><strong>${this.refused.title}</strong> ${this.refused.message}</p>` : nothing}
      <p class="buttons"><button class="quiet-button" type="button" @click=${this.close}>Cancel</button>
        <button class=${this.state === 'ACTIVE' ? 'strong' : 'red'} type="submit" ?disabled=${this.busy}>${this.busy
          ? 'Waiting for what is being sent …' : `${VERBS[this.state]} ${this.broker || 'every account'} now`}</button></p>
    </form>`;
  }

  private open(state: State): void {
    this.state = state;
    this.told = undefined;
    this.refused = undefined;
    void get<{ strategies: Strategy[] }>('/api/v1/strategies')
      .then(answer => { this.strategies = answer.strategies.map(each => each.id); }).catch(() => undefined);
    this.querySelector('dialog')?.showModal();
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('[name=reason]')?.focus());
  }

  private readonly close = (): void => this.querySelector('dialog')?.close();

  private readonly closed = (): void => {
    this.told = undefined;
    this.refused = undefined;
    this.broker = '';
  };

  private readonly give = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const broker = String(fields.get('broker'));
    const command = {
      state: String(fields.get('state')), reason: String(fields.get('reason')), strategy: String(fields.get('strategy')) || undefined,
    };
    this.busy = true;
    this.refused = undefined;
    try {
      const path = broker ? `/api/v1/brokers/${encodeURIComponent(broker)}/trading-state` : '/api/v1/trading-state';
      this.told = await put<Told>(path, command);
    } catch (failure) {
      this.refused = failure instanceof Refusal ? failure : new Refusal(0, 'The answer can\'t be read', String(failure));
    }
    this.busy = false;
  };
}

customElements.define('panda-halt', Halt);
