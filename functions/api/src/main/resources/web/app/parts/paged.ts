import { html, nothing, type TemplateResult } from 'lit';
import { link } from '../lib/route';

/** The way to older rows, and back to the newest. */
export function pages(view: string, parameters: Record<string, string>, nextCursor: string | null): TemplateResult {
  const { cursor, ...filters } = parameters;
  return html`<nav class="pages" aria-label="Pages">
    ${cursor ? html`<a href=${link(view, '', filters)}>Newest</a>` : nothing}
    ${nextCursor ? html`<a href=${link(view, '', { ...filters, cursor: nextCursor })}>Older</a>` : nothing}</nav>`;
}
