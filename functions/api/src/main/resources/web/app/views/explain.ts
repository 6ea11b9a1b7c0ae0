import { html, nothing, type TemplateResult } from 'lit';
import type { Execution, Explanation, Fill, Idea } from '../lib/answers';
import { plain } from '../lib/decimal';
import { Live } from '../lib/live';
import { link } from '../lib/route';
import { clock, delay } from '../lib/time';
import { empty, shown } from '../parts/states';
import { verdicts } from '../parts/verdicts';
import { View } from '../parts/view';
import { instrument, badge, bps, money, profit, side, status, moment } from '../parts/words';

type Lane = Explanation['lanes'][number];

/** One idea from its tick to its profit or loss, every lane beside the others. */
class Explain extends View {
  private readonly answer = new Live<Explanation>(this, () =>
    this.rest ? `/api/v1/explain/${encodeURIComponent(this.rest)}` : undefined);

  render(): TemplateResult {
    return html`<h1>Explain</h1>
      <form class="filters" role="search" @submit=${(event: SubmitEvent) => this.look(event)}>
        <label>Correlation id <input name="id" class="wide" .value=${this.rest} autocomplete="off" spellcheck="false"></label>
        <button>Explain</button></form>
      ${this.rest ? shown(this.answer, ({ idea, lanes }) => html`${this.idea(idea)}
          <div class="lanes">${lanes.map(each => this.lane(idea, each))}</div>`)
        : empty('Every signal, order and fill carries a correlation id. Choose Explain on one of them, or enter an id.')}`;
  }

  private look(event: SubmitEvent): void {
    event.preventDefault();
    const id = new FormData(event.target as HTMLFormElement).get('id') as string;
    location.hash = link('explain', id.trim());
  }

  private idea(idea: Idea): TemplateResult {
    return html`<section class="card" aria-labelledby="idea">
      <h2 id="idea">${idea.strategy}: ${side(idea.side)} ${plain(idea.quantity)} ${instrument(idea.instrument)}</h2>
      <p class="reason-words">${idea.reason}</p>
      <p class="note">Tick ${idea.tickOrdinal} of its instrument in <code>${idea.stream}</code>, definition ${idea.definition}.</p>
      <dl class="facts">
        <div><dt>Tick's price</dt><dd>${money(idea.referencePrice, idea.currency)}</dd></div>
        <div><dt>Asked for</dt><dd>${money(idea.price, idea.currency)}</dd></div>
        <div><dt>Market time</dt><dd>${clock(idea.referenceTime)}</dd></div>
        <div><dt>Due</dt><dd>${clock(idea.dueAt)}</dd></div>
        <div><dt>Runs out</dt><dd>${clock(idea.expiresAt)}</dd></div>
      </dl></section>`;
  }

  private lane(idea: Idea, lane: Lane): TemplateResult {
    const { execution } = lane;
    return html`<section class="card ${execution.reality.toLowerCase()}" aria-label=${`Lane ${execution.broker}`}>
      <header><h2>${execution.broker}</h2> ${badge(execution.reality)} ${status(execution.outcome, execution.failure)}</header>
      ${this.figures(idea, execution)}
      <ol class="steps">
        <li><h3>Risk <span class="muted">${this.sinceDue(execution.delays.decided)}</span></h3>${verdicts(lane.decision, !lane.decision.approved)}</li>
        ${lane.orders.map(({ order, transitions, fills }) => html`
          <li><h3>Order <span class="muted">${this.sinceDue(execution.delays.ordered)}</span></h3>
            <p><code>${order.id}</code>${order.brokerOrderId ? html`, at the broker <code>${order.brokerOrderId}</code>` : nothing}</p>
            ${order.words ? html`<p>“${order.words}”</p>` : nothing}
            <ol class="transitions">${transitions.map(each => html`<li>${moment(each.recordedAt)}
              ${status(each.status, each.failure)}</li>`)}</ol></li>
          ${fills.map(each => this.fill(idea, each))}`)}
      </ol></section>`;
  }

  private sinceDue(millis: number | null): string {
    return millis === null ? '' : `${delay(millis)} after the tick was due`;
  }

  private figures(idea: Idea, execution: Execution): TemplateResult {
    return html`<dl class="facts">
      <div><dt>Filled</dt><dd>${plain(execution.filledQuantity)} of ${plain(idea.quantity)}</dd></div>
      <div><dt>Average</dt><dd>${money(execution.averagePrice, idea.currency)}</dd></div>
      <div><dt>Slippage, bp</dt><dd>${bps(execution.slippageBps)}</dd></div>
      <div><dt>Fees</dt><dd>${money(execution.fees, idea.currency)}</dd></div>
      <div><dt>Realised</dt><dd>${profit(execution.realized, idea.currency)}</dd></div>
    </dl>`;
  }

  private fill(idea: Idea, fill: Fill): TemplateResult {
    return html`<li><h3>Fill <span class="muted">${this.sinceDue(Date.parse(fill.recordedAt) - Date.parse(idea.dueAt))}</span></h3>
      <p>${moment(fill.recordedAt)} ${plain(fill.quantity)} at ${money(fill.price, idea.currency)}, ${bps(fill.slippageBps)} bp,
        fees ${money(fill.fees, idea.currency)}</p>
      <p>${fill.bookedAt ? html`Booked ${moment(fill.bookedAt)}: cash ${profit(fill.cashChange, idea.currency)},
        realised ${profit(fill.realized, idea.currency)}` : 'Not booked yet.'}</p></li>`;
  }
}

customElements.define('panda-explain', Explain);
