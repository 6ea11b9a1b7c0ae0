import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get, Refusal } from './http';

/** How fresh what is shown is. */
export type Freshness = 'loading' | 'fresh' | 'stale' | 'failed';

const EVERY_MILLIS = 2000;
const STALE_AFTER_MILLIS = 10_000;

/**
 * Keeps an answer of the API up to date while its host is shown: asks again every two seconds, not while the page is
 * hidden, and never twice at once. An answer that could not be refreshed stays, and says so.
 */
export class Live<T> implements ReactiveController {
  data?: T;
  error?: Refusal;
  at = 0;
  private path?: string;
  private timer?: number;
  private asking?: AbortController;

  constructor(private readonly host: ReactiveControllerHost, private readonly want: () => string | undefined) {
    host.addController(this);
  }

  get freshness(): Freshness {
    if (!this.data) {
      return this.error ? 'failed' : 'loading';
    }
    return this.error || Date.now() - this.at > STALE_AFTER_MILLIS ? 'stale' : 'fresh';
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.refresh(), EVERY_MILLIS);
    document.addEventListener('visibilitychange', this.seen);
    void this.refresh();
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
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

  private async refresh(): Promise<void> {
    const path = this.want();
    const same = path === this.path;
    if (document.hidden || path === undefined || (same && this.asking)) {
      return;
    }
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
    }
  }
}
