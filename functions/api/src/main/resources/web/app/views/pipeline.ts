import { html, nothing, type TemplateResult } from 'lit';
import type { LaneFlow, Stage } from '../lib/answers';
import { plain } from '../lib/decimal';
import type { Feed } from '../lib/house';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { age, delay } from '../lib/time';
import { shown } from '../parts/states';
import { View } from '../parts/view';
import { badge } from '../parts/words';

/** So many unread records are told as an alert. */
const MUCH = 1000;

/** How the pipeline flows: every lane by itself, stage after stage, over the last day. */
class PipelineView extends View {
  private readonly answer =
    new Live<{ kafkaSeenAt: string | null; feeds: Feed[]; lanes: LaneFlow[] }>(this, () => '/api/v1/pipeline');

  render(): TemplateResult {
    return html`<h1>Pipeline</h1>
      <p class="muted">The last day. Delays are from the moment a tick was due until the stage's work was written down.</p>
      ${shown(this.answer, ({ kafkaSeenAt, feeds, lanes }) => html`
        <p class="muted">${kafkaSeenAt ? `What is unread and dead letters: seen ${age(kafkaSeenAt)} ago.`
          : 'What is unread and dead letters: nobody has looked at Kafka yet.'}</p>
        ${feeds.map(each => this.feed(each))}${lanes.map(each => this.lane(each))}`)}`;
  }

  private feed(feed: Feed): TemplateResult {
    return html`<section class="card flow" aria-label=${`Feed ${feed.assetClass}`}>
      <header><h2>${feed.assetClass} ticks</h2> <span class="muted">${feed.source}, ${feed.live ? 'live' : 'not live'}</span></header>
      <dl class="facts">
        <div class=${feed.state === 'failed' ? 'warning' : ''}><dt>Feed</dt><dd>${feed.state}${feed.trouble ? `: ${feed.trouble}` : nothing}</dd></div>
        <div><dt>Ticks</dt><dd>${plain(String(feed.ticks))}</dd></div>
        <div><dt>Last batch</dt><dd>${feed.lastBatchAt ? `${age(feed.lastBatchAt)} ago` : '–'}</dd></div>
        <div><dt>Unread batches</dt><dd>${feed.unread === null ? '–' : plain(String(feed.unread))}</dd></div>
        <div><dt>Heard</dt><dd>${age(feed.seenAt)} ago</dd></div></dl></section>`;
  }

  private lane(lane: LaneFlow): TemplateResult {
    const orders = Object.entries(lane.orders);
    return html`<section class="card flow ${lane.reality.toLowerCase()}" aria-label=${`Lane ${lane.broker}`}>
      <header><h2>${lane.broker}</h2> ${badge(lane.reality)}
        ${lane.deadLetters ? html`<a class="loss" href=${link('system')}>${lane.deadLetters} dead letters</a>` : nothing}</header>
      <ol class="stages">
        ${lane.stages.map(each => html`<li>
          <h3>${each.stage}</h3>
          <p class="count"><strong>${plain(String(each.count))}</strong> ${each.what}</p>
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
      <div class=${stage.unread !== null && stage.unread > MUCH ? 'warning' : ''}><dt>Unread</dt><dd>${stage.unread === null ? '–' : plain(String(stage.unread))}</dd></div>
      <div class=${stage.unsent ? 'warning' : ''}><dt>Not sent yet</dt><dd>${stage.unsent}${stage.oldestUnsentAt
        ? `, oldest ${age(stage.oldestUnsentAt)}` : nothing}</dd></div></dl>`;
  }
}

customElements.define('panda-pipeline', PipelineView);
