import { html, nothing, type TemplateResult } from 'lit';
import type { EquityPoint, Reality } from '../lib/answers';
import { difference } from '../lib/decimal';
import { day } from '../lib/time';
import { table } from './table';
import { account, money, profit } from './words';

const MOST_DAYS = 20;

/** What a day of the market came to. */
export interface Day {
  day: string;
  reality: Reality;
  equity: string;
  result: string;
}

/**
 * Each day's last known equity against that of the day before, newest day first. The first day is held against what the
 * portfolio began with if the points reach back so far, and is left out if they don't.
 *
 * @param points oldest first
 * @param began  the starting cash, if these are all the points there are
 */
export function days(points: EquityPoint[], began?: string): Day[] {
  const ends = new Map<string, EquityPoint & { equity: string }>();
  points.forEach(each => each.equity !== null && ends.set(day(each.asOf), { ...each, equity: each.equity }));
  let before = began;
  const all: Day[] = [];
  ends.forEach((end, name) => {
    if (before !== undefined) {
      all.push({ day: name, reality: end.reality, equity: end.equity, result: difference(end.equity, before) });
    }
    before = end.equity;
  });
  return all.reverse().slice(0, MOST_DAYS);
}

/** A row a day. */
export function daily(broker: string, rows: Day[], currency: string): TemplateResult | typeof nothing {
  return rows.length === 0 ? nothing : html`<h3>Day by day</h3>${table('Result of each day', [
    { name: 'Day', cell: row => html`<span class="number">${row.day}</span>` },
    { name: 'Account', cell: row => account(broker, row.reality) },
    { name: 'Result', figure: true, cell: row => profit(row.result, currency) },
    { name: 'Equity at its end', figure: true, cell: row => money(row.equity, currency) },
  ], rows, row => row.day)}`;
}
