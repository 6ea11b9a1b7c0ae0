import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { html, type TemplateResult } from 'lit';
import type { EquityPoint } from '../lib/answers';
import { format } from '../lib/decimal';
import { clock } from '../lib/time';
import { axis, Chart, type Colours } from './chart';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** How far below the highest point before it each point lies, in percent, and the deepest of them. */
export function drawdowns(values: (number | null)[]): { each: (number | null)[]; deepest: number } {
  let high = -Infinity;
  let deepest = 0;
  const each = values.map(value => {
    if (value === null) {
      return null;
    }
    high = Math.max(high, value);
    const below = high > 0 ? (value / high - 1) * 100 : 0;
    deepest = Math.min(deepest, below);
    return below;
  });
  return { each, deepest };
}

/** A portfolio's equity over time, and under it the drawdown. A moment without a price is a gap, not a guess. */
class Curve extends Chart {
  static properties = { points: { attribute: false }, currency: {} };
  declare points: EquityPoint[];
  declare currency: string;

  constructor() {
    super();
    this.points = [];
    this.currency = '';
  }

  render(): TemplateResult {
    const known = this.points.filter(each => each.equity !== null);
    const { deepest } = drawdowns(this.points.map(each => each.equity === null ? null : Number(each.equity)));
    const last = known.at(-1);
    return html`<figure class="curve"><div class="canvas" role="img" aria-label=${last
      ? `Equity of ${this.points.length} snapshots; last ${format(last.equity!, this.currency)}, deepest drawdown ${deepest.toFixed(2)} %`
      : 'No equity known'}></div>
      <figcaption>${last ? html`Equity and drawdown, ${this.points.length} snapshots; deepest drawdown
        ${deepest.toFixed(2).replace('-', '\u2212')} %` : 'Snapshots without a price for every open position show no equity.'}</figcaption></figure>`;
  }

  protected option(colour: Colours): EChartsCoreOption {
    const values = this.points.map(each => each.equity === null ? null : Number(each.equity));
    const times = this.points.map(each => clock(each.asOf).slice(0, -7));
    return {
      tooltip: { trigger: 'axis', axisPointer: { type: 'line' } },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      grid: [{ left: 90, right: 16, top: 12, height: '58%' }, { left: 90, right: 16, bottom: 28, height: '18%' }],
      xAxis: [{ type: 'category', data: times, axisLabel: { show: false } },
        { type: 'category', data: times, gridIndex: 1, axisLabel: { color: colour('--muted') } }],
      yAxis: [{ type: 'value', scale: true, ...axis(colour) },
        { type: 'value', gridIndex: 1, max: 0, ...axis(colour), axisLabel: { color: colour('--muted'), formatter: '{value} %' }, splitNumber: 2 }],
      series: [
        { name: 'Equity', type: 'line', showSymbol: this.points.length < 40, data: values, color: colour('--accent') },
        { name: 'Drawdown', type: 'line', xAxisIndex: 1, yAxisIndex: 1, showSymbol: false, areaStyle: { opacity: 0.25 },
          data: drawdowns(values).each.map(each => each === null ? null : Number(each.toFixed(3))), color: colour('--loss') },
      ],
    };
  }
}

customElements.define('panda-curve', Curve);
