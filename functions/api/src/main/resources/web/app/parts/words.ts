import { html, nothing, type TemplateResult } from 'lit';
import type { Reality, Session } from '../lib/answers';
import { format, sign, signed } from '../lib/decimal';
import { link } from '../lib/route';
import { age, clock } from '../lib/time';
import './age';

const DAY_MILLIS = 86_400_000;

const REALITIES: Record<Reality, string> = {
  PAPER: 'Executed in the house; no broker saw it',
  SIMULATED: 'Executed at a simulated broker; no market saw it',
  LIVE: 'Executed at a real broker, with real money',
};

/** Stands on every row, so that paper is never taken for live. */
export function badge(reality: Reality): TemplateResult {
  return html`<span class="badge ${reality.toLowerCase()}" title=${REALITIES[reality]}>${reality}</span>`;
}

/** An account with its badge. */
export function account(name: string, reality: Reality): TemplateResult {
  return html`<span class="account">${name} ${badge(reality)}</span>`;
}

/** What a price is worth as news: its age, or the market's time where that is days ago, as of recorded ticks. */
export function aged(instant: string): TemplateResult {
  return Date.now() - Date.parse(instant) < DAY_MILLIS
    ? html`<panda-age at=${instant} title="Age of the price"></panda-age> old`
    : html`of <time datetime=${instant} title=${`${age(instant)} ago; the ticks are recorded or made up`}>${clock(instant).slice(0, -4)}</time>`;
}

/** Accounts by name, each with its badge. */
export function accounts(names: string[], sessions: Session[] | undefined): TemplateResult[] {
  return names.map(name => {
    const reality = sessions?.find(each => each.broker === name)?.reality;
    return reality ? html`${account(name, reality)} ` : html`${name} `;
  });
}

/** Gain or loss: sign and colour. */
export function profit(amount: string | null, currency = ''): TemplateResult {
  if (amount === null) {
    return html`<span class="muted" title="No price is known">–</span>`;
  }
  const direction = ['loss', 'even', 'gain'][sign(amount) + 1];
  return html`<span class="number ${direction}">${signed(amount, currency)}</span>`;
}

/** An amount of money. */
export function money(amount: string | null, currency = ''): TemplateResult {
  return html`<span class="number">${amount === null ? '–' : format(amount, currency)}</span>`;
}

/** Basis points against the trader. */
export function bps(value: number | null): TemplateResult {
  return value === null
    ? html`<span class="muted">–</span>`
    : html`<span class="number">${value > 0 ? '+' : ''}${value.toFixed(2).replace('-', '\u2212')}</span>`;
}

/** The way to what it cost, and who did what in it. */
export function instrument(name: string): TemplateResult {
  return html`<a class="plain" href=${link('instrument', name)}>${name}</a>`;
}

/** Buy or sell. */
export function side(value: 'BUY' | 'SELL'): TemplateResult {
  return html`<span class="side ${value.toLowerCase()}">${value}</span>`;
}

/** A time with its age, which grows while one looks at it. */
export function when(instant: string): TemplateResult {
  return html`${moment(instant)} <panda-age class="muted" at=${instant} title="How long ago"></panda-age>`;
}

/** A time alone, where times stand beside each other. */
export function moment(instant: string): TemplateResult {
  return html`<time datetime=${instant} title=${`${age(instant)} ago, Indian time`}>${clock(instant)}</time>`;
}

/** An order's status or an idea's outcome, with the reason it ended so. */
export function status(value: string, reason: string | null, words: string | null = null): TemplateResult {
  const manner = /FILLED/.test(value) && !/UNFILLED/.test(value) ? 'done'
    : /REJECTED|FAILED|CANCELLED|EXPIRED|UNFILLED/.test(value) ? 'ended'
      : value === 'UNKNOWN' ? 'alarm' : 'working';
  return html`<span class="status ${manner}">${value.replaceAll('_', ' ').toLowerCase()}</span>
    ${reason ? html`<code class="reason" title=${words ?? nothing}>${reason}</code>` : nothing}`;
}
