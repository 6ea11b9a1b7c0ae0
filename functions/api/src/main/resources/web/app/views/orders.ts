import { html, type TemplateResult } from 'lit';
import type { Order, Session } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { account, instrument, money, side, status, when } from '../parts/words';

/** Every order of every account, whatever became of it. */
class Orders extends View {
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly page = new Live<{ orders: Order[]; nextCursor: string | null }>(this, () => {
    const { broker, strategy, instrument, correlationId, cursor } = this.parameters;
    return query('/api/v1/orders', { broker, strategy, instrument, correlationId, cursor, limit: '50' });
  });

  render(): TemplateResult {
    return html`<h1>Orders</h1>
      ${filters('orders', [
        { name: 'broker', label: 'Account', choices: this.sessions.data?.sessions.map(each => each.broker) ?? [] },
        { name: 'strategy', label: 'Strategy', hint: 'momentum' },
        { name: 'instrument', label: 'Instrument', hint: 'NSE:INFY' },
        { name: 'correlationId', label: 'Correlation id' },
      ], this.parameters)}
      ${shown(this.page, ({ orders, nextCursor }) => orders.length === 0 ? empty('No orders fit.') : html`
        ${table('Orders', [
          { name: 'Account', cell: row => account(row.broker, row.reality) },
          { name: 'Strategy', cell: row => row.strategy },
          { name: 'Instrument', cell: row => instrument(row.instrument) },
          { name: 'Side', cell: row => side(row.side) },
          { name: 'Filled', figure: true, cell: row => `${row.filledQuantity} / ${row.quantity}` },
          { name: 'Signal\'s price', figure: true, cell: row => money(row.referencePrice, row.currency) },
          { name: 'Average', figure: true, cell: row => money(row.averagePrice, row.currency) },
          { name: 'Status', cell: row => status(row.status, row.failure, row.words) },
          { name: 'Time', cell: row => when(row.recordedAt) },
        ], orders, row => row.id, row => link('explain', row.correlationId))}
        ${pages('orders', this.parameters, nextCursor)}`)}`;
  }
}

customElements.define('panda-orders', Orders);
