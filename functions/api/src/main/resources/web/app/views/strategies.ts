import { html, type TemplateResult } from 'lit';
import type { Session, Strategy } from '../lib/answers';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { empty, shown } from '../parts/states';
import { table } from '../parts/table';
import { View } from '../parts/view';
import { accounts, when } from '../parts/words';

/** What trades, and where. */
class Strategies extends View {
  private readonly answer = new Live<{ strategies: Strategy[] }>(this, () => '/api/v1/strategies');
  private readonly sessions = new Live<{ sessions: Session[] }>(this, () => '/api/v1/sessions');

  render(): TemplateResult {
    return html`<h1>Strategies</h1>
      ${shown(this.answer, ({ strategies }) => strategies.length === 0
        ? empty('No strategy is defined. One is a YAML file in the folder of strategies.')
        : table('Strategies', [
          { name: 'Strategy', cell: row => html`<a href=${link('signals', '', { strategy: row.id })}>${row.id}</a>` },
          { name: 'Runs', cell: row => row.enabled ? 'yes' : html`<strong>no</strong>` },
          { name: 'Real money', cell: row => row.live ? html`<strong class="loss">allowed</strong>` : 'no' },
          { name: 'Accounts', cell: row => row.brokers.length ? accounts(row.brokers, this.sessions.data?.sessions) : html`<span class="muted">none of those active</span>` },
          { name: 'Definition', cell: row => definition(row) },
          { name: 'Changed', cell: row => html`${when(row.changedAt)}, ${row.source}` },
        ], strategies, row => row.id))}`;
  }
}

function definition(strategy: Strategy): TemplateResult {
  return html`<details><summary>version ${strategy.version}, ${strategy.definition.type}</summary>
    <pre>${JSON.stringify(strategy.definition, null, 2)}</pre></details>`;
}

customElements.define('panda-strategies', Strategies);
