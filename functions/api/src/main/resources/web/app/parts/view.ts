import { LitElement } from 'lit';

/**
 * A page of the dashboard. It is drawn into the document itself, not into a shadow of its own, so that one style sheet
 * and one order of headings hold for all.
 */
export abstract class View extends LitElement {
  static properties = { rest: { type: String }, parameters: { attribute: false } };

  declare rest: string;
  declare parameters: Record<string, string>;

  constructor() {
    super();
    this.rest = '';
    this.parameters = {};
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }
}
