import { html, type TemplateResult } from 'lit';
import type { Session, Signal } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { verdicts } from '../parts/verdicts';
import { View } from '../parts/view';
import { account, instrument, money, side, when } from '../parts/words';

/** What the strategies wanted in each lane, and what risk made of it. */
class Signals extends View {
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly page = new Live<{ signals: Signal[]; nextCursor: string | null }>(this, () => {
    const { broker, strategy, instrument, decision, cursor } = this.parameters;
    return query('/api/v1/signals', { broker, strategy, instrument, decision, cursor, limit: '50' });
  });

  render(): TemplateResult {
    return html`<h1>Signals</h1>
      ${filters('signals', [
        { name: 'broker', label: 'Account', choices: this.sessions.data?.sessions.map(each => each.broker) ?? [] },
        { name: 'strategy', label: 'Strategy', hint: 'momentum' },
        { name: 'instrument', label: 'Instrument', hint: 'NSE:INFY' },
        { name: 'decision', label: 'Risk said', choices: ['approved', 'rejected'] },
      ], this.parameters)}
      ${shown(this.page, ({ signals, nextCursor }) => signals.length === 0 ? empty('No signals fit.') : html`
        ${table('Signals', [
          { name: 'Account', cell: row => account(row.broker, row.reality) },
          { name: 'Strategy', cell: row => html`<span class="tight">${row.strategy}</span>` },
          { name: 'Instrument', cell: row => instrument(row.instrument) },
          { name: 'Wants', cell: row => html`<span class="tight">${side(row.side)} <span class="number">${row.quantity}</span></span>` },
          { name: 'Price', figure: true, cell: row => money(row.price, row.currency) },
          { name: 'Reason', cell: row => row.reason },
          { name: 'Risk', cell: row => verdicts(row.decision) },
          { name: 'Time', cell: row => when(row.recordedAt) },
        ], signals, row => row.id, row => link('explain', row.correlationId))}
        ${pages('signals', this.parameters, nextCursor)}`)}`;
  }
}

customElements.define('panda-signals', Signals);
