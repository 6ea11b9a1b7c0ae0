import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get, Refusal } from './http';
import { stream, topicsOf, type Topic } from './stream';

/** How fresh what is shown is. */
export type Freshness = 'loading' | 'fresh' | 'stale' | 'failed';

/** How often one asks where nobody tells of changes. */
const EVERY_MILLIS = 2000;
/** And where the stream does: nothing should be missed, but what is only shown with its age grows old. */
const TOLD_EVERY_MILLIS = 20_000;
const STALE_AFTER_MILLIS = 10_000;
/** The least time between two questions, by what the change was. */
const LEAST_MILLIS = 250;
const LEAST_MILLIS_FOR_PRICES = 2000;

/**
 * Keeps an answer of the API up to date while its host is shown: asks again when the stream tells of a change, and
 * every two seconds while the stream is away; not while the page is hidden, and never twice at once. An answer that
 * could not be refreshed stays, and says so.
 */
export class Live<T> implements ReactiveController {
  data?: T;
  error?: Refusal;
  at = 0;
  private path?: string;
  private timer?: number;
  private soon?: number;
  private again = false;
  private asked = 0;
  private asking?: AbortController;
  private topics: Topic[] = [];
  private listening?: () => void;

  constructor(private readonly host: ReactiveControllerHost, private readonly want: () => string | undefined) {
    host.addController(this);
  }

  get freshness(): Freshness {
    if (!this.data) {
      return this.error ? 'failed' : 'loading';
    }
    return this.error || Date.now() - this.at > this.every + STALE_AFTER_MILLIS - EVERY_MILLIS ? 'stale' : 'fresh';
  }

  private get every(): number {
    return this.topics.length > 0 && stream.up(this.topics) ? TOLD_EVERY_MILLIS : EVERY_MILLIS;
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => {
      if (Date.now() - this.asked >= this.every - LEAST_MILLIS) {
        void this.refresh();
      }
    }, EVERY_MILLIS);
    document.addEventListener('visibilitychange', this.seen);
    void this.refresh();
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
    window.clearTimeout(this.soon);
    this.soon = undefined;
    this.listening?.();
    this.listening = undefined;
    this.topics = [];
    document.removeEventListener('visibilitychange', this.seen);
    this.asking?.abort();
    this.asking = undefined;
  }

  /** Another question, such as after a filter has changed, is asked at once. */
  hostUpdate(): void {
    if (this.want() !== this.path) {
      void this.refresh();
    }
  }

  /** Asks again at once, after something was done. */
  now(): void {
    void this.refresh();
  }

  private readonly seen = (): void => {
    void this.refresh();
  };

  /** Changes that come together are one question; one that comes while it is asked is another. */
  private changed(topic: Topic): void {
    if (this.asking) {
      this.again = true;
    } else {
      const least = topic === 'prices' ? LEAST_MILLIS_FOR_PRICES : LEAST_MILLIS;
      this.soon ??= window.setTimeout(() => {
        this.soon = undefined;
        void this.refresh();
      }, Math.max(0, this.asked + least - Date.now()));
    }
  }

  private listen(path: string): void {
    const topics = topicsOf(path);
    if (topics.join() !== this.topics.join()) {
      this.listening?.();
      this.topics = topics;
      this.listening = topics.length > 0 ? stream.listen(topics, topic => this.changed(topic)) : undefined;
    }
  }

  private async refresh(): Promise<void> {
    const path = this.want();
    const same = path === this.path;
    if (document.hidden || path === undefined || (same && this.asking)) {
      return;
    }
    this.listen(path);
    this.again = false;
    this.asked = Date.now();
    this.asking?.abort();
    if (!same) {
      this.data = undefined;
      this.error = undefined;
    }
    this.path = path;
    const asking = this.asking = new AbortController();
    try {
      const data = await get<T>(path, asking.signal);
      this.settle(asking, () => {
        this.data = data;
        this.error = undefined;
        this.at = Date.now();
      });
    } catch (failure) {
      this.settle(asking, () => {
        this.error = failure instanceof Refusal ? failure : new Refusal(0, 'The answer can\'t be read', String(failure));
      });
    }
  }

  private settle(asking: AbortController, change: () => void): void {
    if (this.asking === asking) {
      this.asking = undefined;
      change();
      this.host.requestUpdate();
      if (this.again) {
        this.changed('activity');
      }
    }
  }
}
