import { CandlestickChart, ScatterChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { html, type TemplateResult } from 'lit';
import type { Bar, FillRow, Reality, Signal } from '../lib/answers';
import { format } from '../lib/decimal';
import { clock, day } from '../lib/time';
import { axis, Chart, type Colours } from './chart';

use([CandlestickChart, ScatterChart, DataZoomComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const MINUTE = 60_000;

/** Something an account did at a price in a minute. */
export interface Mark {
  account: string;
  reality: Reality;
  what: 'fill' | 'signal';
  side: 'BUY' | 'SELL';
  index: number;
  price: number;
  words: string;
}

/** The bar a time lies in, if it is shown. */
function indexOf(bars: Bar[], time: string): number {
  const minute = Math.floor(Date.parse(time) / MINUTE) * MINUTE;
  return bars.findIndex(each => Date.parse(each.time) === minute);
}

/**
 * Fills at market time and price, and signals at their reference, of the minutes that are shown. Where recorded or made-up
 * ticks are played, a broker's clock is not theirs: a fill of another time is shown in its signal's minute.
 */
export function marks(bars: Bar[], fills: FillRow[], signals: Signal[]): Mark[] {
  const wanted = new Map(signals.map(each => [`${each.broker} ${each.correlationId}`, each.referenceTime]));
  const placed = (fill: FillRow): string =>
    indexOf(bars, fill.executedAt) >= 0 ? fill.executedAt : wanted.get(`${fill.broker} ${fill.correlationId}`) ?? fill.executedAt;
  const of = (what: Mark['what'], row: FillRow | Signal, time: string, price: string): Mark => ({
    account: row.broker, reality: row.reality, what, side: row.side, index: indexOf(bars, time), price: Number(price),
    words: `${row.broker} (${row.reality}) ${what} ${row.side} ${row.quantity} at ${format(price, row.currency)}, ${row.strategy}`,
  });
  return [
    ...fills.map(each => of('fill', each, placed(each), each.price)),
    ...signals.map(each => of('signal', each, each.referenceTime, each.referencePrice)),
  ].filter(each => each.index >= 0);
}

/** An instrument's minutes, and on them what each account did: a triangle a fill, a ring a signal, one colour an account. */
class Candles extends Chart {
  static properties = { bars: { attribute: false }, fills: { attribute: false }, signals: { attribute: false }, currency: {} };
  declare bars: Bar[];
  declare fills: FillRow[];
  declare signals: Signal[];
  declare currency: string;

  constructor() {
    super();
    this.bars = [];
    this.fills = [];
    this.signals = [];
    this.currency = '';
  }

  render(): TemplateResult {
    const shown = marks(this.bars, this.fills, this.signals);
    const count = (what: Mark['what']): number => shown.filter(each => each.what === what).length;
    const words = `${this.bars.length} minutes, ${count('fill')} fills and ${count('signal')} signals in them`;
    return html`<figure class="curve candles"><div class="canvas" role="img"
        aria-label=${`Prices in ${this.currency}: ${words}; last ${format(this.bars.at(-1)?.close ?? '0', this.currency)}`}></div>
      <figcaption>${words}. A triangle is a fill, up for a purchase; a ring is a signal at its reference price; each account has
        its colour.</figcaption></figure>`;
  }

  protected option(colour: Colours): EChartsCoreOption {
    const gain = colour('--gain');
    const loss = colour('--loss');
    const series = this.accounts().flatMap(({ name, of }, i) =>
      (['fill', 'signal'] as const).map(what => ({
        name: `${name}: ${what}s`, type: 'scatter', symbolSize: what === 'fill' ? 13 : 11, z: what === 'fill' ? 4 : 3,
        color: colour(`--account-${i % 4}`), symbol: what === 'fill' ? 'triangle' : 'circle',
        itemStyle: what === 'signal' ? { color: 'transparent', borderColor: colour(`--account-${i % 4}`), borderWidth: 2 } : {},
        data: of.filter(each => each.what === what).map(each => ({
          value: [each.index, each.price], name: each.words,
          symbolRotate: each.side === 'SELL' ? 180 : 0,
        })),
      })).filter(each => each.data.length > 0));
    return {
      legend: { type: 'scroll', bottom: 0, itemWidth: 14, textStyle: { color: colour('--text') }, data: series.map(each => each.name) },
      tooltip: { trigger: 'item', formatter: (at: { seriesType: string; name: string; dataIndex: number }) =>
        at.seriesType === 'scatter' ? at.name : this.words(this.bars[at.dataIndex]) },
      grid: { left: 70, right: 24, top: 12, bottom: 70 },
      dataZoom: [{ type: 'inside', start: Math.max(0, 100 - 18_000 / this.bars.length), end: 100 }],
      xAxis: { type: 'category', data: this.bars.map(each => this.minute(each)), axisLabel: { color: colour('--muted') } },
      yAxis: { type: 'value', scale: true, ...axis(colour) },
      series: [
        { name: 'Price', type: 'candlestick', data: this.bars.map(each => [each.open, each.close, each.low, each.high].map(Number)),
          itemStyle: { color: gain, color0: loss, borderColor: gain, borderColor0: loss } },
        ...series,
      ],
    };
  }

  /** The time of a day; with the day before it where there are several. */
  private minute(bar: Bar): string {
    const several = day(this.bars[0].time) !== day(this.bars.at(-1)!.time);
    const words = clock(bar.time).slice(0, -7);
    return several ? words : words.slice(-5);
  }

  private accounts(): { name: string; of: Mark[] }[] {
    const all = marks(this.bars, this.fills, this.signals);
    return [...new Set(all.map(each => `${each.account} ${each.reality}`))].sort()
      .map(name => ({ name, of: all.filter(each => `${each.account} ${each.reality}` === name) }));
  }

  private words(bar: Bar): string {
    return `${clock(bar.time).slice(0, -7)}<br>open ${bar.open}, high ${bar.high}<br>low ${bar.low}, close ${bar.close}<br>
      ${bar.ticks} ticks${bar.volume ? `, volume ${bar.volume}` : ''}`;
  }
}

customElements.define('panda-candles', Candles);
