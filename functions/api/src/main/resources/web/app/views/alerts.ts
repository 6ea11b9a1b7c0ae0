import { html, type TemplateResult } from 'lit';
import type { Alert, Session } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { badge, when } from '../parts/words';

/** What a person must be told. */
class Alerts extends View {
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly page = new Live<{ alerts: Alert[]; nextCursor: string | null }>(this, () => {
    const { broker, state, cursor } = this.parameters;
    return query('/api/v1/alerts', { broker, state, cursor, limit: '50' });
  });

  render(): TemplateResult {
    return html`<h1>Alerts</h1>
      ${filters('alerts', [
        { name: 'broker', label: 'Account', choices: this.sessions.data?.sessions.map(each => each.broker) ?? [] },
        { name: 'state', label: 'State', choices: ['standing', 'resolved'] },
      ], this.parameters)}
      ${shown(this.page, ({ alerts, nextCursor }) => alerts.length === 0 ? empty('Nothing to tell.') : html`
        ${table('Alerts', [
          { name: 'Account', cell: row => html`${row.broker} ${badge(row.reality)}` },
          { name: 'Code', cell: row => html`<code class="reason">${row.code}</code>` },
          { name: 'About', cell: row => html`<code>${row.subject}</code>` },
          { name: 'Words', cell: row => row.words },
          { name: 'Lane', cell: row => row.halted ? html`<strong class="loss">halted for it</strong>` : 'goes on' },
          { name: 'Raised', cell: row => when(row.raisedAt) },
          { name: 'Resolved', cell: row => row.resolvedAt ? when(row.resolvedAt) : html`<strong>stands</strong>` },
        ], alerts, row => String(row.id))}
        ${pages('alerts', this.parameters, nextCursor)}`)}`;
  }
}

customElements.define('panda-alerts', Alerts);
