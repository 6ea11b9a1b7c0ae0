import { html, nothing, type TemplateResult } from 'lit';
import type { Live } from '../lib/live';
import { age } from '../lib/time';

/**
 * Every panel's four states: loading, refused, empty, shown. A shown answer that could not be refreshed keeps its place
 * and says how old it is.
 */
export function shown<T>(live: Live<T>, draw: (data: T) => TemplateResult): TemplateResult {
  switch (live.freshness) {
    case 'loading':
      return html`<p class="state" role="status"><span class="spinner" aria-hidden="true"></span>Loading …</p>`;
    case 'failed':
      return html`<div class="state refused" role="alert"><strong>${live.error!.title}</strong>
        <p>${live.error!.message}</p></div>`;
    default:
      return html`${live.freshness === 'stale' ? stale(live) : nothing}${draw(live.data!)}`;
  }
}

function stale<T>(live: Live<T>): TemplateResult {
  return html`<p class="state stale" role="status">From ${age(new Date(live.at).toISOString())} ago:
    ${live.error?.message ?? 'no newer answer yet'}</p>`;
}

/** What stands where a list has no rows. */
export function empty(words: string): TemplateResult {
  return html`<p class="state">${words}</p>`;
}
