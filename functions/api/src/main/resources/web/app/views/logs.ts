import { html, nothing, type TemplateResult } from 'lit';
import type { LogChannel, LogLine } from '../lib/answers';
import { query } from '../lib/http';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { filters } from '../parts/filters';
import { pages } from '../parts/paged';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { when } from '../parts/words';

const LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG'];

/** What every room has logged, newest first; new lines come by themselves. */
class Logs extends View {
  private readonly channels = new Live<{ channels: LogChannel[] }>(this, () => '/api/v1/logs/channels');
  private readonly page = new Live<{ lines: LogLine[]; nextCursor: string | null }>(this, () => {
    const { channel, level, room, search, correlationId, cursor } = this.parameters;
    return query('/api/v1/logs', { channel, level, room, search, correlationId, cursor, limit: '100' });
  });

  render(): TemplateResult {
    return html`<h1>Logs</h1>
      ${filters('logs', [
        { name: 'channel', label: 'Channel', choices: this.channels.data?.channels.map(each => each.channel) ?? [] },
        { name: 'level', label: 'At least', choices: LEVELS },
        { name: 'room', label: 'Room', hint: 'trading-engine' },
        { name: 'search', label: 'Contains' },
        { name: 'correlationId', label: 'Correlation id' },
      ], this.parameters)}
      ${shown(this.page, ({ lines, nextCursor }) => html`
        ${lines.length === 0 ? empty(nextCursor ? 'Nothing that fits among the newest lines; older ones may.'
          : 'Nothing that fits has been logged.') : this.table(lines)}
        ${pages('logs', this.parameters, nextCursor)}`)}
      <p class="note">Lines are kept for a while and may be lost when much is logged; the rooms' consoles have them all.</p>`;
  }

  private table(lines: LogLine[]): TemplateResult {
    return table('Log', [
      { name: 'Time', cell: row => when(row.time) },
      { name: 'Level', cell: row => html`<span class="level ${row.level.toLowerCase()}">${row.level}</span>` },
      { name: 'Room', cell: row => html`${row.room} <span class="muted">${row.channel}</span>` },
      { name: 'What happened', cell: row => html`<span class="line">${row.message}</span>${this.about(row)}` },
    ], lines, row => row.id);
  }

  private about(row: LogLine): TemplateResult | typeof nothing {
    if (!row.error && !row.correlationId && !row.instrument) {
      return nothing;
    }
    return html`<span class="about">
      ${row.correlationId ? html`<a href=${link('explain', row.correlationId)}>Explain</a>` : nothing}
      ${row.instrument ? html`<a href=${link('instrument', row.instrument)}>${row.instrument}</a>` : nothing}
      ${row.error ? html`<details><summary>Trace</summary><pre tabindex="0">${row.error}</pre></details>` : nothing}</span>`;
  }
}

customElements.define('panda-logs', Logs);
