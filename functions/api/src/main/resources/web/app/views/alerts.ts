import { html, nothing, type TemplateResult } from 'lit';
import type { Alert, Session } from '../lib/answers';
import { post, query, Refusal } from '../lib/http';
import { Live } from '../lib/live';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { account, when } from '../parts/words';

/** What a person must be told, and what they do with it. */
class Alerts extends View {
  static properties = { ...View.properties, said: { state: true } };
  declare said: string;
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');
  private readonly page = new Live<{ alerts: Alert[]; nextCursor: string | null }>(this, () => {
    const { broker, state, severity, cursor } = this.parameters;
    return query('/api/v1/alerts', { broker, state, severity, cursor, limit: '50' });
  });

  constructor() {
    super();
    this.said = '';
  }

  render(): TemplateResult {
    return html`<h1>Alerts</h1>
      ${filters('alerts', [
        { name: 'broker', label: 'Account', choices: this.sessions.data?.sessions.map(each => each.broker) ?? [] },
        { name: 'state', label: 'State', choices: ['standing', 'resolved'] },
        { name: 'severity', label: 'Severity', choices: ['CRITICAL', 'WARNING', 'INFO'] },
      ], this.parameters)}
      <p><button class="act" type="button" @click=${() => this.act('/api/v1/alerts/test')}>Try the channels</button></p>
      <p class="state" role="status">${this.said}</p>
      ${shown(this.page, ({ alerts, nextCursor }) => alerts.length === 0 ? empty('Nothing to tell.') : html`
        ${table('Alerts', [
          { name: 'Account', cell: row => row.broker ? account(row.broker, row.reality!) : 'the house' },
          { name: 'Severity', cell: row => html`<strong class="level ${row.severity.toLowerCase()}">${row.severity}</strong>` },
          { name: 'Code', cell: row => html`<code class="reason">${row.code}</code>` },
          { name: 'About', cell: row => html`<code>${row.subject}</code>` },
          { name: 'Words', cell: row => row.words },
          { name: 'Lane', cell: row => row.halted ? html`<strong class="loss">halted for it</strong>` : row.broker ? 'goes on' : '–' },
          { name: 'Raised', cell: row => when(row.raisedAt) },
          { name: 'Looked at', cell: row => this.acknowledged(row) },
          { name: 'Resolved', cell: row => this.resolved(row) },
        ], alerts, row => row.id)}
        ${pages('alerts', this.parameters, nextCursor)}`)}`;
  }

  private acknowledged(alert: Alert): TemplateResult {
    return alert.acknowledgedAt ? html`${when(alert.acknowledgedAt)} by ${alert.acknowledgedBy}`
      : alert.resolvedAt ? html`–` : this.button(alert, 'acknowledge', 'Acknowledge');
  }

  private resolved(alert: Alert): TemplateResult {
    if (alert.resolvedAt) {
      return html`${when(alert.resolvedAt)}${alert.resolvedBy ? `, ${alert.resolvedBy}` : nothing}`;
    }
    return html`<strong>stands</strong> ${alert.source === 'RULE' ? this.button(alert, 'resolve', 'Resolve')
      : html`<span class="muted">until its lane is resumed</span>`}`;
  }

  private button(alert: Alert, what: string, name: string): TemplateResult {
    return html`<button class="act" type="button" aria-label=${`${name} ${alert.code} ${alert.subject}`}
      @click=${() => this.act(`/api/v1/alerts/${encodeURIComponent(alert.id)}/${what}`)}>${name}</button>`;
  }

  private async act(path: string): Promise<void> {
    try {
      const alert = await post<Alert>(path);
      this.said = alert.code === 'TEST' ? 'A test alert is on its way to every channel.'
        : `${alert.code}: ${alert.resolvedAt ? 'resolved' : 'acknowledged'} by ${alert.resolvedBy ?? alert.acknowledgedBy}.`;
    } catch (failure) {
      this.said = failure instanceof Refusal ? failure.message : 'It could not be done.';
    }
    this.page.now();
  }
}

customElements.define('panda-alerts', Alerts);
