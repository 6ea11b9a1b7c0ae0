import { html, nothing, type TemplateResult } from 'lit';
import type { Session, Twin, TwinSummary } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { delay } from '../lib/time';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { badge, bps, instrument, side, status, when } from '../parts/words';

/** The same signal at two accounts: what did the real one cost against paper? */
class Twins extends View {
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly summary = new Live<TwinSummary>(this, () => this.pair() && query('/api/v1/twins/summary', this.pair()!));
  private readonly page = new Live<{ twins: Twin[]; nextCursor: string | null }>(this, () => {
    const { strategy, instrument, cursor } = this.parameters;
    return this.pair() && query('/api/v1/twins', { ...this.pair(), strategy, instrument, cursor, limit: '50' });
  });

  /** The accounts asked for; else the first that is not paper, else the second. */
  private pair(): { broker: string; against?: string } | undefined {
    const sessions = this.sessions.data?.sessions ?? [];
    const broker = this.parameters.broker
      || (sessions.find(each => each.reality !== 'PAPER') ?? sessions[1])?.broker;
    return broker ? { broker, against: this.parameters.against } : undefined;
  }

  render(): TemplateResult {
    const names = this.sessions.data?.sessions.map(each => each.broker) ?? [];
    return html`<h1>Twins</h1>
      ${names.length === 1 ? empty('One account is active; twins need two.') : html`
        ${filters('twins', [
          { name: 'broker', label: 'Account', choices: names },
          { name: 'against', label: 'Against', choices: names, none: 'first paper account' },
          { name: 'strategy', label: 'Strategy', hint: 'momentum' },
          { name: 'instrument', label: 'Instrument', hint: 'NSE:INFY' },
        ], { ...this.pair(), ...this.parameters } as Record<string, string>)}
        ${shown(this.summary, summary => this.summed(summary))}
        <h2>Signal by signal</h2>
        ${shown(this.page, ({ twins, nextCursor }) => twins.length === 0 ? empty('No signals fit.') : html`
          ${this.rows(twins)}${pages('twins', this.parameters, nextCursor)}`)}`}`;
  }

  private summed(summary: TwinSummary): TemplateResult {
    return html`<h2>${summary.broker} ${badge(summary.reality)} against ${summary.against} ${badge(summary.againstReality)},
        the last day</h2>
      ${summary.rows.length === 0 ? empty('No signals in the last day.') : table('Twins by strategy and instrument', [
        { name: 'Strategy', cell: row => row.strategy },
        { name: 'Instrument', cell: row => instrument(row.instrument) },
        { name: 'Signals', figure: true, cell: row => row.signals },
        { name: 'Both', figure: true, cell: row => row.both },
        { name: 'Missed', figure: true, cell: row => row.missed ? html`<strong class="loss">${row.missed}</strong>` : 0 },
        { name: 'Extra', figure: true, cell: row => row.extra ? html`<strong>${row.extra}</strong>` : 0 },
        { name: 'Neither', figure: true, cell: row => row.neither },
        { name: `${summary.broker}, bp`, figure: true, cell: row => bps(row.slippageBps) },
        { name: `${summary.against}, bp`, figure: true, cell: row => bps(row.againstSlippageBps) },
        { name: 'Worst, bp', figure: true, cell: row => bps(row.worstBps) },
        { name: 'Later by, median', figure: true, cell: row => row.medianDelayMillis === null ? '–' : delay(row.medianDelayMillis) },
        { name: '95 %', figure: true, cell: row => row.p95DelayMillis === null ? '–' : delay(row.p95DelayMillis) },
      ], summary.rows, row => `${row.strategy} ${row.instrument}`)}`;
  }

  private rows(twins: Twin[]): TemplateResult {
    return table('Twins, signal by signal', [
      { name: 'Strategy', cell: row => html`<span class="tight">${row.idea.strategy}</span>` },
      { name: 'Instrument', cell: row => instrument(row.idea.instrument) },
      { name: 'Wants', cell: row => html`<span class="tight">${side(row.idea.side)} <span class="number">${row.idea.quantity}</span></span>` },
      { name: 'Legs', cell: row => html`<span class="legs ${row.difference.legs.toLowerCase()}">${row.difference.legs.toLowerCase()}</span>` },
      { name: this.summary.data?.broker ?? 'Here', cell: row => html`${badge(row.execution.reality)} ${status(row.execution.outcome, row.execution.failure)}` },
      { name: this.summary.data?.against ?? 'There', cell: row => row.against ? html`${badge(row.against.reality)} ${status(row.against.outcome, row.against.failure)}` : 'no such signal' },
      { name: 'Dearer by, bp', figure: true, cell: row => bps(row.difference.slippageBps) },
      { name: 'Later by', figure: true, cell: row => row.difference.delayMillis === null ? nothing : delay(row.difference.delayMillis) },
      { name: 'Time', cell: row => when(row.recordedAt) },
    ], twins, row => row.idea.correlationId, row => link('explain', row.idea.correlationId));
  }
}

customElements.define('panda-twins', Twins);
