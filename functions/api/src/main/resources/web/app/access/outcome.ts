import { html, nothing, type TemplateResult } from 'lit';
import type { LaneTold, Told } from './states';

/** What came of a command, for whoever gave it. */
export function outcome(told: Told): TemplateResult {
  return html`<div role="status">
    <p class=${told.acknowledged ? 'acknowledged' : 'state refused'}>${told.acknowledged
      ? html`<strong>Acknowledged.</strong> ${told.state}${told.strategy ? ` for ${told.strategy}` : ''}: nothing this forbids
          reaches a broker any more.`
      : html`<strong>It holds, and is not acknowledged yet.</strong> ${told.state}: what was on its way may still arrive.`}</p>
    <ul class="told">${told.lanes.map(lane)}</ul></div>`;
}

function lane(lane: LaneTold): TemplateResult {
  return html`<li><strong>${lane.broker}</strong>: ${lane.trouble ?? (lane.acknowledged ? 'acknowledged' : 'not acknowledged')}
    ${orders('still being sent', lane.sending)}${orders('not known whether the broker has it', lane.unknown)}
    ${orders('being cancelled', lane.cancelling)}</li>`;
}

function orders(what: string, ids: string[]): TemplateResult | typeof nothing {
  return ids.length ? html`<br>${what}: ${ids.map(each => html`<code>${each}</code> `)}` : nothing;
}
