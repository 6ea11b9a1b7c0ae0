import { html, type TemplateResult } from 'lit';
import type { Decision } from '../lib/answers';

/** What risk decided; opened, every rule with what it compared. */
export function verdicts(decision: Decision, open = false): TemplateResult {
  return html`<details class="verdicts" ?open=${open}>
    <summary>${decision.approved ? html`<span class="status done">approved</span>`
      : html`<span class="status ended">denied</span> <code class="reason">${decision.denial}</code>`}</summary>
    <ol>${decision.verdicts.map(each => html`<li class=${each.denial ? 'denied' : ''}>
      <strong>${each.rule}</strong> ${each.denial ? html`<code>${each.denial}</code>` : 'passed'}
      <span class="muted">${Object.entries(each.numbers).map(([name, value]) => `${name} ${value}`).join(' · ')}</span>
    </li>`)}</ol></details>`;
}
