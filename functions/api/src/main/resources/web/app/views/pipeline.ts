import { html, nothing, type TemplateResult } from 'lit';
import type { LaneFlow, Stage } from '../lib/answers';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { age, delay } from '../lib/time';
import { shown } from '../parts/states';
import { View } from '../parts/view';
import { badge } from '../parts/words';

/** How the pipeline flows: every lane by itself, stage after stage, over the last day. */
class PipelineView extends View {
  private readonly answer = new Live<{ from: string; to: string; lanes: LaneFlow[] }>(this, () => '/api/v1/pipeline');

  render(): TemplateResult {
    return html`<h1>Pipeline</h1>
      <p class="muted">The last day. Delays are from the moment a tick was due until the stage's work was written down.</p>
      ${shown(this.answer, ({ lanes }) => html`${lanes.map(each => this.lane(each))}`)}`;
  }

  private lane(lane: LaneFlow): TemplateResult {
    const orders = Object.entries(lane.orders);
    return html`<section class="card flow ${lane.reality.toLowerCase()}" aria-label=${`Lane ${lane.broker}`}>
      <header><h2>${lane.broker}</h2> ${badge(lane.reality)}</header>
      <ol class="stages">
        ${lane.stages.map(each => html`<li>
          <h3>${each.stage}</h3>
          <p class="count"><strong>${each.count}</strong> ${each.what}</p>
          ${each.stage === 'risk-manager' ? html`<p><a href=${link('signals', '', { broker: lane.broker, decision: 'approved' })}>
              ${lane.approved} approved</a>, <a href=${link('signals', '', { broker: lane.broker, decision: 'rejected' })}>${lane.denied} denied</a></p>` : nothing}
          ${each.stage === 'trading-engine' && orders.length ? html`<p><a href=${link('orders', '', { broker: lane.broker })}>Orders</a>:
              ${orders.map(([name, count]) => `${count} ${name.replaceAll('_', ' ').toLowerCase()}`).join(', ')}</p>` : nothing}
          ${this.figures(each)}</li>`)}
      </ol></section>`;
  }

  private figures(stage: Stage): TemplateResult {
    return html`<dl class="facts">
      <div><dt>Median</dt><dd>${stage.medianMillis === null ? '–' : delay(stage.medianMillis)}</dd></div>
      <div><dt>95 %</dt><dd>${stage.p95Millis === null ? '–' : delay(stage.p95Millis)}</dd></div>
      <div><dt>Last</dt><dd>${stage.lastAt === null ? '–' : `${age(stage.lastAt)} ago`}</dd></div>
      <div class=${stage.unsent ? 'warning' : ''}><dt>Not sent yet</dt><dd>${stage.unsent}${stage.oldestUnsentAt
        ? `, oldest ${age(stage.oldestUnsentAt)}` : nothing}</dd></div></dl>`;
  }
}

customElements.define('panda-pipeline', PipelineView);
