import { html, nothing, type TemplateResult } from 'lit';
import type { EquityPoint, Portfolio, PortfolioDetail, Position } from '../lib/answers';
import { plain } from '../lib/decimal';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import '../parts/curve';
import { daily, days } from '../parts/daily';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { account, aged, badge, instrument, money, profit, when } from '../parts/words';

/** Every strategy's books at every account, and one of them with its positions. */
class PortfolioView extends View {
  private readonly list = new Live<{ portfolios: Portfolio[] }>(this, () => query('/api/v1/portfolios', { limit: '500' }));

  render(): TemplateResult {
    const { broker, strategy } = this.parameters;
    return html`<h1>Portfolio</h1>
      ${broker && strategy ? html`<panda-books .parameters=${this.parameters}></panda-books>`
        : html`<p class="note">A strategy's name leads to its positions, its equity curve and what each day came to.</p>`}
      <h2>${broker ? html`Portfolios at ${broker} <a class="quiet" href=${link('portfolio')}>show all</a>` : 'Portfolios'}</h2>
      ${shown(this.list, ({ portfolios }) => this.portfolios(portfolios.filter(each => !broker || each.broker === broker)))}`;
  }

  private portfolios(rows: Portfolio[]): TemplateResult {
    return rows.length === 0 ? empty('No books yet: a portfolio begins with its first fill.')
      : table('Portfolios', [
        { name: 'Account', cell: row => account(row.broker, row.reality) },
        {
          name: 'Strategy',
          cell: row =>
            html`<a href=${link('portfolio', '', { broker: row.broker, strategy: row.strategy })}>${row.strategy}</a>`,
        },
        { name: 'Currency', cell: row => row.currencies.join(', ') || '–' },
        { name: 'Cash', figure: true, cell: row => money(row.cash, row.currencies[0]) },
        { name: 'In positions', figure: true, cell: row => money(row.positionsCost, row.currencies[0]) },
        { name: 'Realised', figure: true, cell: row => profit(row.realizedPnl, row.currencies[0]) },
        { name: 'Fees', figure: true, cell: row => money(row.fees, row.currencies[0]) },
        { name: 'Last booking', cell: row => when(row.changedAt) },
      ], rows, row => `${row.broker} ${row.strategy}`);
  }
}

/** One strategy's books at one account. */
class Books extends View {
  private readonly books = new Live<PortfolioDetail>(this, () => {
    const { broker, strategy } = this.parameters;
    return broker && strategy
      ? `/api/v1/portfolios/${encodeURIComponent(broker)}/${encodeURIComponent(strategy)}` : undefined;
  });
  private readonly equity = new Live<{ points: EquityPoint[]; nextCursor: string | null }>(this, () => {
    const { broker, strategy } = this.parameters;
    return broker && strategy
      ? query(`/api/v1/portfolios/${encodeURIComponent(broker)}/${encodeURIComponent(strategy)}/equity`, { limit: '500' })
      : undefined;
  });

  render(): TemplateResult {
    return shown(this.books, books => html`<section class="card ${books.reality.toLowerCase()}" aria-labelledby="books">
      <header><h2 id="books">${books.strategy} at ${books.broker}</h2> ${badge(books.reality)}</header>
      <dl class="facts">
        <div><dt>Began with</dt><dd>${money(books.startingCash, books.currencies[0])}</dd></div>
        <div><dt>Cash</dt><dd>${money(books.cash, books.currencies[0])}</dd></div>
        <div><dt>Realised</dt><dd>${profit(books.realizedPnl, books.currencies[0])}</dd></div>
        <div><dt>Fees</dt><dd>${money(books.fees, books.currencies[0])}</dd></div>
        <div><dt>Read from</dt><dd>${books.source}</dd></div>
      </dl>
      ${shown(this.equity, ({ points, nextCursor }) => points.length === 0
        ? empty('No snapshots yet; one is taken every few minutes while something is held.')
        : html`<panda-curve .points=${points.toReversed()} currency=${books.currencies[0] ?? ''}></panda-curve>
          ${daily(books.broker, days(points.toReversed(), nextCursor ? undefined : books.startingCash), books.currencies[0] ?? '')}`)}
      <h3>Positions</h3>
      ${this.positions(books, books.positions)}
      <p><a href=${link('orders', '', { broker: books.broker, strategy: books.strategy })}>Its orders</a></p>
    </section>`);
  }

  private positions(books: PortfolioDetail, rows: Position[]): TemplateResult {
    return rows.length === 0 ? empty('No positions.') : table('Positions', [
      { name: 'Instrument', cell: row => instrument(row.instrument) },
      { name: 'Account', cell: () => account(books.broker, books.reality) },
      { name: 'Quantity', figure: true, cell: row => plain(row.signedQuantity) },
      { name: 'Average', figure: true, cell: row => money(row.averageEntryPrice, row.currency) },
      { name: 'Last price', figure: true, cell: row => html`${money(row.markPrice, row.currency)}
        ${row.markTime ? html`<span class="muted small">${aged(row.markTime)}</span>` : nothing}` },
      { name: 'Unrealised', figure: true, cell: row => profit(row.unrealizedPnl, row.currency) },
      { name: 'Realised', figure: true, cell: row => profit(row.realizedPnl, row.currency) },
      { name: 'Fees', figure: true, cell: row => money(row.fees, row.currency) },
    ], rows, row => row.instrument);
  }
}

customElements.define('panda-portfolio', PortfolioView);
customElements.define('panda-books', Books);
