import { html, nothing, type TemplateResult } from 'lit';
import type { Health, Letters, Market, Report, Service, SystemInfo } from '../lib/house';
import { Live } from '../lib/live';
import { age } from '../lib/time';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { when } from '../parts/words';

const MIB = 1_048_576;

/** How the house itself stands: whether it may trade, what runs, when the markets open, what could not be delivered. */
class System extends View {
  private readonly report = new Live<Report>(this, () => '/api/v1/preflight');
  private readonly health = new Live<Health>(this, () => '/api/v1/monitoring/health');
  private readonly services = new Live<{ services: Service[] }>(this, () => '/api/v1/services');
  private readonly markets = new Live<{ markets: Market[] }>(this, () => '/api/v1/calendar');
  private readonly letters = new Live<Letters>(this, () => '/api/v1/dead-letters');
  private readonly system = new Live<SystemInfo>(this, () => '/api/v1/system');

  render(): TemplateResult {
    return html`<h1>System</h1>
      ${shown(this.health, health => this.parts(health))}
      <h2>Pre-flight</h2>
      ${shown(this.report, report => this.findings(report))}
      <h2>Services</h2>
      ${shown(this.services, ({ services }) => this.processes(services))}
      <h2>Markets</h2>
      ${shown(this.markets, ({ markets }) => table('Markets', [
        { name: 'Market', cell: row => html`${row.venue} <span class="muted">${row.assetClass}</span>` },
        { name: 'Now', cell: row => row.words },
        { name: 'Next opening', cell: row => row.nextOpen ? when(row.nextOpen) : '–' },
        { name: 'Holidays of the year', cell: row => row.day === 'ALWAYS_OPEN' ? '–' : row.yearIsKnown ? row.holidays.length
          : html`<strong class="loss">not entered</strong>` },
      ], markets, row => row.venue))}
      <h2>Dead letters</h2>
      ${shown(this.letters, letters => this.lettered(letters))}
      <h2>Stores</h2>
      ${shown(this.system, system => this.stores(system))}`;
  }

  private parts(health: Health): TemplateResult {
    return html`<ul class="parts" aria-label="Health">${health.parts.map(each => html`<li class="part ${each.status.toLowerCase()}">
      <strong>${each.name}</strong> <span class="word">${each.status}</span>
      ${each.words.map(words => html`<p>${words}</p>`)}</li>`)}</ul>`;
  }

  private findings(report: Report): TemplateResult {
    return table('Pre-flight', [
      { name: 'Finding', cell: row => html`<strong class="level ${row.level.toLowerCase()}">${row.level}</strong>` },
      { name: 'Check', cell: row => row.check },
      { name: 'About', cell: row => row.subject },
      { name: 'Words', cell: row => html`${row.words}${row.fix ? html`<br><span class="muted">→ ${row.fix}</span>` : nothing}` },
    ], report.findings, row => `${row.check}/${row.subject}`);
  }

  private processes(services: Service[]): TemplateResult {
    return table('Services', [
      { name: 'Stage', cell: row => row.stage },
      { name: 'State', cell: row => html`<strong class="level ${row.state === 'UP' ? 'ok' : row.state === 'SILENT' ? 'fail' : ''}"
        >${row.state === 'ABSENT' ? 'absent, as when scaled to zero' : row.state}</strong>` },
      { name: 'Processes', cell: row => row.processes.map(each => html`<div><code>${each.instance}</code> since
        ${when(each.startedAt)}, heard ${age(each.seenAt)} ago${each.memoryPercent === null ? nothing
          : `, memory ${each.memoryPercent} %`}${each.diskPercent === null ? nothing : `, disk ${each.diskPercent} %`}</div>`) },
    ], services, row => row.stage);
  }

  private lettered(letters: Letters): TemplateResult {
    const filled = letters.topics.filter(each => each.letters > 0);
    if (letters.seenAt === null) {
      return empty('Nobody has looked at Kafka yet: a market-feed does, as soon as one is up.');
    }
    return html`<p class="muted">Seen ${age(letters.seenAt)} ago: ${letters.open} open of ${letters.letters}.</p>
      ${filled.length === 0 ? empty('No event was undeliverable.') : table('Dead letters', [
        { name: 'Topic', cell: row => html`<code>${row.topic}</code>` },
        { name: 'Open', figure: true, cell: row => row.open ? html`<strong class="loss">${row.open}</strong>` : 0 },
        { name: 'Replayed', figure: true, cell: row => row.replayed },
        { name: 'Newest', cell: row => row.newestAt ? when(row.newestAt) : '–' },
      ], filled, row => row.topic)}`;
  }

  private stores(system: SystemInfo): TemplateResult {
    return html`<dl class="facts">
      <div><dt>Version</dt><dd>${system.version}, Java ${system.java}</dd></div>
      <div><dt>Up since</dt><dd>${when(system.startedAt)}</dd></div>
      <div><dt>PostgreSQL ${system.database.version}</dt><dd>${size(system.database.bytes)}, migration ${system.database.migration}</dd></div>
      <div><dt>Redis ${system.redis.version}</dt><dd>${size(system.redis.bytes)}, ${system.redis.keys} keys</dd></div></dl>`;
  }
}

function size(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}

customElements.define('panda-system', System);
