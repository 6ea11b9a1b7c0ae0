import { html, nothing, type TemplateResult } from 'lit';

/** A column: its heading, what a row shows in it, and whether it is a figure. */
export interface Column<T> {
  name: string;
  cell: (row: T) => unknown;
  figure?: boolean;
}

/** A table; where it does not fit, its rows become cards with the headings beside the cells. */
export function table<T>(caption: string, columns: Column<T>[], rows: T[], key: (row: T) => string,
  to?: (row: T) => string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="unseen">${caption}</caption>
      <thead><tr>${columns.map(each => html`<th scope="col" class=${each.figure ? 'figure' : ''}>${each.name}</th>`)}
        ${to ? html`<th scope="col"><span class="unseen">More</span></th>` : nothing}</tr></thead>
      <tbody>${rows.map(row => html`<tr data-id=${key(row)}>
        ${columns.map(each => html`<td data-name=${each.name} class=${each.figure ? 'figure' : ''}><span>${each.cell(row)}</span></td>`)}
        ${to ? html`<td><a class="more" href=${to(row)} aria-label="Explain ${key(row)}">Explain</a></td>` : nothing}
      </tr>`)}</tbody>
    </table></div>`;
}
