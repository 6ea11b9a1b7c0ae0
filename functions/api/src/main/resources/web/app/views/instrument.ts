import { html, nothing, type TemplateResult } from 'lit';
import type { FillRow, Instrument, Prices, Session, Signal } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import '../parts/candles';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { account, accounts, aged, bps, money, side, when } from '../parts/words';

/** What an instrument cost, and what each account did in it. */
class InstrumentView extends View {
  private readonly all = new Live<{ instruments: Instrument[] }>(this,
    () => this.rest ? undefined : '/api/v1/instruments');
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => this.rest ? undefined : '/api/v1/sessions');
  private readonly prices = new Live<Prices>(this,
    () => this.rest ? `/api/v1/instruments/${encodeURIComponent(this.rest)}/prices` : undefined);
  private readonly fills = new Live<{ fills: FillRow[] }>(this,
    () => this.rest ? query('/api/v1/fills', { instrument: this.rest, limit: '200' }) : undefined);
  private readonly signals = new Live<{ signals: Signal[] }>(this,
    () => this.rest ? query('/api/v1/signals', { instrument: this.rest, limit: '200' }) : undefined);

  render(): TemplateResult {
    return this.rest ? this.one() : html`<h1>Instruments</h1>
      ${shown(this.all, ({ instruments }) => instruments.length === 0 ? empty('No price has come yet, and no strategy names an instrument.')
        : table('Instruments', [
          { name: 'Instrument', cell: row => html`<a href=${link('instrument', row.instrument)}>${row.instrument}</a>` },
          { name: 'Last price', figure: true, cell: row => money(row.price, row.currency) },
          { name: 'Currency', cell: row => row.currency },
          { name: 'Time', cell: row => row.time ? when(row.time) : '–' },
          { name: 'Accounts', cell: row => row.brokers.length ? accounts(row.brokers, this.sessions.data?.sessions) : '–' },
          { name: 'Strategies', cell: row => row.strategies.join(', ') || '–' },
          { name: 'Came with', cell: row => html`<code>${row.stream ?? '–'}</code>` },
        ], instruments, row => row.instrument))}`;
  }

  private one(): TemplateResult {
    return html`<h1>${this.rest} <a class="quiet" href=${link('instrument')}>all instruments</a></h1>
      ${shown(this.prices, ({ last, bars }) => html`
        ${last.price ? html`<p class="last"><strong class="number">${money(last.price, last.currency)}</strong> ${last.currency}
          <span class="muted">${aged(last.time!)}, came with <code>${last.stream}</code></span></p>` : nothing}
        ${bars.length === 0 ? empty('No prices are kept of it.') : html`<panda-candles .bars=${bars} .currency=${last.currency}
          .fills=${this.fills.data?.fills ?? []} .signals=${this.signals.data?.signals ?? []}></panda-candles>`}`)}
      <h2>Fills</h2>
      ${shown(this.fills, ({ fills }) => fills.length === 0 ? empty('No account has traded it.')
        : table('Fills', [
          { name: 'Account', cell: row => account(row.broker, row.reality) },
          { name: 'Strategy', cell: row => row.strategy },
          { name: 'Side', cell: row => html`<span class="tight">${side(row.side)} <span class="number">${row.quantity}</span></span>` },
          { name: 'Price', figure: true, cell: row => money(row.price, row.currency) },
          { name: 'Slippage, bp', figure: true, cell: row => bps(row.slippageBps) },
          { name: 'Fees', figure: true, cell: row => money(row.fees, row.currency) },
          { name: 'Market time', cell: row => when(row.executedAt) },
        ], fills.slice(0, 50), row => row.id, row => link('explain', row.correlationId)))}`;
  }
}

customElements.define('panda-instrument', InstrumentView);
