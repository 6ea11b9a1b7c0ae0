import { html, nothing, type TemplateResult } from 'lit';
import type { Order, Session, Summary, Totals } from '../lib/answers';
import type { Account as Standing } from '../lib/house';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { clock } from '../lib/time';
import { difference } from '../lib/decimal';
import { empty, shown } from '../parts/states';
import { account, aged, badge, instrument, money, profit, side, status, when } from '../parts/words';
import { table } from '../parts/table';
import { View } from '../parts/view';

/** Am I making money, what is open, is it alive: each account by itself, never summed. */
class Overview extends View {
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly orders = new Live<{ orders: Order[] }>(this, () => '/api/v1/orders?limit=8');

  render(): TemplateResult {
    return html`<h1>Overview</h1>
      ${shown(this.sessions, ({ sessions }) => html`<div class="cards">
        ${sessions.map(each => html`<panda-account .session=${each}></panda-account>`)}</div>`)}
      <h2>Latest orders</h2>
      ${shown(this.orders, ({ orders }) => orders.length === 0
        ? empty('No orders yet. They appear here as soon as a strategy\'s signal has passed risk.')
        : table('Latest orders', [
          { name: 'Account', cell: row => account(row.broker, row.reality) },
          { name: 'Strategy', cell: row => row.strategy },
          { name: 'Instrument', cell: row => instrument(row.instrument) },
          { name: 'Side', cell: row => side(row.side) },
          { name: 'Filled', figure: true, cell: row => `${row.filledQuantity} / ${row.quantity}` },
          { name: 'Average', figure: true, cell: row => money(row.averagePrice, row.currency) },
          { name: 'Status', cell: row => status(row.status, row.failure, row.words) },
          { name: 'Time', cell: row => when(row.recordedAt) },
        ], orders, row => row.id, row => link('explain', row.correlationId)))}`;
  }
}

/** One account's card. */
class Account extends View {
  static properties = { ...View.properties, session: { attribute: false } };
  declare session: Session;
  private readonly summary =
    new Live<Summary>(this, () => `/api/v1/portfolios/${encodeURIComponent(this.session.broker)}/summary`);
  private readonly standing =
    new Live<Standing>(this, () => `/api/v1/brokers/${encodeURIComponent(this.session.broker)}`);

  render(): TemplateResult {
    const { session } = this;
    return html`<article class="card ${session.reality.toLowerCase()}" aria-label=${`Account ${session.broker}`}>
      <header><h2><a href=${link('portfolio', '', { broker: session.broker })}>${session.broker}</a></h2>
        ${badge(session.reality)}</header>
      ${shown(this.summary, summary => html`
        ${summary.totals.length === 0 ? empty('No trades yet.') : summary.totals.map(each => this.totals(each))}
        <dl class="facts">
          <div><dt>Open positions</dt><dd>${summary.positions}</dd></div>
          <div><dt>Portfolios</dt><dd>${summary.portfolios}</dd></div>
          <div><dt>Oldest price</dt><dd>${summary.oldestMark
            ? html`<span title=${`${summary.oldestMark.instrument}, ${clock(summary.oldestMark.time)}`}>
                ${aged(summary.oldestMark.time)}</span>` : '–'}</dd></div>
          ${this.login()}
          ${this.trading()}
        </dl>
        ${summary.unmarked.length ? html`<p class="note">Valued at cost, no price known: ${summary.unmarked.join(', ')}</p>`
          : nothing}
        ${summary.unsummed.length ? html`<p class="note">In no total: ${summary.unsummed.map(each => each.strategy).join(', ')}</p>`
          : nothing}`)}
    </article>`;
  }

  private totals(totals: Totals): TemplateResult {
    const result = difference(totals.equity, totals.startingCash);
    return html`<div class="equity"><span class="label">Equity, ${totals.currency}</span>
        <strong>${money(totals.equity, totals.currency)}</strong>
        <span>${profit(result, totals.currency)} <span class="muted">after fees</span></span></div>
      <dl class="facts">
        <div><dt>Realised</dt><dd>${profit(totals.realizedPnl, totals.currency)}</dd></div>
        <div><dt>Unrealised</dt><dd>${profit(totals.unrealizedPnl, totals.currency)}</dd></div>
        <div><dt>Fees</dt><dd>${money(totals.fees, totals.currency)}</dd></div>
        <div><dt>Cash</dt><dd>${money(totals.cash, totals.currency)}</dd></div>
      </dl>`;
  }

  /** Whether it may trade; said where it may not. */
  private trading(): TemplateResult | typeof nothing {
    const standing = this.standing.data;
    return !standing || standing.tradingState === 'ACTIVE' ? nothing
      : html`<div class="warning"><dt>Trading</dt><dd>${standing.tradingState}: ${standing.states
        .filter(each => each.strategy === null).map(each => each.reason).join('; ')}</dd></div>`;
  }

  private login(): TemplateResult | typeof nothing {
    const { session } = this;
    switch (session.state) {
      case 'NOT_NEEDED':
        return nothing;
      case 'OPEN':
        return html`<div><dt>Logged in</dt><dd>${session.userId}${session.expiresAt
          ? html`, until ${clock(session.expiresAt).slice(0, -7)}` : nothing}</dd></div>`;
      default:
        return html`<div class="warning"><dt>Login</dt><dd>${session.state === 'NONE' ? 'nobody is logged in'
          : session.state === 'EXPIRED' ? 'expired' : `ended: ${session.endedWhy}`}${session.login
          ? html` – <a href=${session.login}>log in</a>` : nothing}</dd></div>`;
    }
  }
}

customElements.define('panda-overview', Overview);
customElements.define('panda-account', Account);
