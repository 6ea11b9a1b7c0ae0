import { init, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { LitElement, type PropertyValues } from 'lit';

/** The colour of a custom property, as it is now. */
export type Colours = (name: string) => string;

/** An axis in the page's colours. */
export function axis(colour: Colours): object {
  return { axisLabel: { color: colour('--muted') }, splitLine: { lineStyle: { color: colour('--line') } } };
}

/** A chart on the element `.canvas` of what is rendered; drawn anew when a property, its size or the theme changes. */
export abstract class Chart extends LitElement {
  private chart?: EChartsType;
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly redraw = (): void => this.draw();
  private readonly chosen = new MutationObserver(this.redraw);
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  /** What is drawn, whole. */
  protected abstract option(colour: Colours): EChartsCoreOption;

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected updated(_changed: PropertyValues): void {
    this.draw();
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    this.chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.system.addEventListener('change', this.redraw);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.chosen.disconnect();
    this.system.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw(): void {
    const canvas = this.querySelector<HTMLElement>('.canvas');
    if (!canvas) {
      return;
    }
    this.chart ??= init(canvas);
    this.chart.setOption({ animation: false, ...this.option(name => {
      canvas.style.color = `var(${name})`;
      return getComputedStyle(canvas).color;
    }) }, { notMerge: true });
  }
}
