import { html, type TemplateResult } from 'lit';
import { adjust } from '../lib/route';

/** A field one filters by: free text, or one of some choices. */
export interface Field {
  name: string;
  label: string;
  choices?: string[];
  /** What no choice means; `all` unless said otherwise. */
  none?: string;
  hint?: string;
}

/** Filters of a list; they are part of its address, so that a filtered list can be kept and passed on. */
export function filters(view: string, fields: Field[], values: Record<string, string>): TemplateResult {
  const change = (name: string) => (event: Event): void => {
    adjust(view, { ...values, [name]: (event.target as HTMLInputElement).value.trim() });
  };
  return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
    ${fields.map(field => html`<label>${field.label}
      ${field.choices ? html`<select name=${field.name} .value=${values[field.name] ?? ''} @change=${change(field.name)}>
          <option value="" ?selected=${!values[field.name]}>${field.none ?? 'all'}</option>
          ${field.choices.map(each => html`<option ?selected=${values[field.name] === each}>${each}</option>`)}</select>`
      : html`<input name=${field.name} autocomplete="off" spellcheck="false" placeholder=${field.hint ?? ''}
          .value=${values[field.name] ?? ''} @change=${change(field.name)}>`}
    </label>`)}</form>`;
}
