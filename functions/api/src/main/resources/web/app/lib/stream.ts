import { headers } from './http';

/** What the read layer tells as it happens; what changes is asked for anew, so that each number has one source. */
export type Topic = 'activity' | 'portfolios' | 'prices' | 'pipeline' | 'health' | 'alerts' | 'logs';

const ADDRESS = '/api/v1/stream';
const SILENT_AFTER_MILLIS = 40_000;
const FIRST_PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 15_000;
const SETTLE_MILLIS = 30;

type Listener = (topic: Topic, items: unknown[]) => void;

/** Who listens to what. */
interface Subscription {
  topics: Topic[];
  listener: Listener;
}

/**
 * One stream for the whole page, of all topics somebody on it listens to. Read with fetch, which unlike an EventSource
 * can carry a token in a header. When it breaks it comes back by itself and resumes behind the last id it was told;
 * `up` says whether one may rely on it meanwhile.
 */
class LiveStream {
  private readonly subscriptions = new Set<Subscription>();
  private readonly watchers = new Set<() => void>();
  private readonly troubled = new Set<string>();
  private asking?: AbortController;
  private opened: Topic[] = [];
  private standing = false;
  private lastId = '';
  private pause = FIRST_PAUSE_MILLIS;
  private timer?: number;
  private silence?: number;

  constructor() {
    document.addEventListener('visibilitychange', () => this.settle());
  }

  /** Whether whatever changes in these topics is told. */
  up(topics: Topic[]): boolean {
    return this.standing && topics.every(each => this.opened.includes(each) && !this.troubled.has(each));
  }

  /** Whether the stream stands at all. */
  get stands(): boolean {
    return this.standing;
  }

  /** Listens until the returned function is called. */
  listen(topics: Topic[], listener: Listener): () => void {
    const subscription = { topics, listener };
    this.subscriptions.add(subscription);
    this.settle();
    return () => {
      this.subscriptions.delete(subscription);
      this.settle();
    };
  }

  /** Is told whenever the stream begins to stand or breaks, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Views come and go in one breath: what is wanted is looked at when they have settled. */
  private settle(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.adjust(), SETTLE_MILLIS);
  }

  private adjust(): void {
    const wanted = document.hidden ? []
      : [...new Set([...this.subscriptions].flatMap(each => each.topics))].sort();
    if (this.asking && wanted.length > 0 && wanted.every(each => this.opened.includes(each))) {
      return;
    }
    this.end();
    if (wanted.length > 0) {
      this.opened = wanted;
      void this.run(this.asking = new AbortController(), wanted);
    }
  }

  private end(): void {
    this.asking?.abort();
    this.asking = undefined;
    this.broke();
  }

  private async run(asking: AbortController, topics: Topic[]): Promise<void> {
    try {
      const response = await fetch(`${ADDRESS}?topics=${topics.join(',')}`, {
        signal: asking.signal, cache: 'no-store',
        headers: { ...headers('text/event-stream'), ...this.lastId ? { 'last-event-id': this.lastId } : {} },
      });
      if (response.status === 400) {
        this.lastId = '';
      }
      if (response.ok && response.body) {
        await this.read(response.body, asking);
      }
    } catch {
      // Broken, or given up by ourselves: either way it is begun anew if somebody listens.
    }
    if (this.asking === asking) {
      this.asking = undefined;
      this.broke();
      this.timer = window.setTimeout(() => this.adjust(), this.pause * (0.5 + Math.random() / 2));
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  private async read(body: ReadableStream<Uint8Array>, asking: AbortController): Promise<void> {
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    let text = '';
    for (;;) {
      window.clearTimeout(this.silence);
      this.silence = window.setTimeout(() => asking.abort(), SILENT_AFTER_MILLIS);
      const { value, done } = await reader.read();
      if (done || this.asking !== asking) {
        return;
      }
      text += value;
      const events = text.split('\n\n');
      text = events.pop()!;
      events.forEach(each => this.take(each));
    }
  }

  private take(event: string): void {
    let name = '';
    let data = '';
    for (const line of event.split('\n')) {
      if (line.startsWith('event: ')) {
        name = line.slice(7);
      } else if (line.startsWith('data: ')) {
        data += line.slice(6);
      } else if (line.startsWith('id: ')) {
        this.lastId = line.slice(4);
      }
    }
    if (name) {
      this.tell(name, JSON.parse(data) as { topic?: Topic; items?: unknown[] });
    }
  }

  private tell(name: string, data: { topic?: Topic; items?: unknown[] }): void {
    switch (name) {
      case 'open':
        this.standing = true;
        this.pause = FIRST_PAUSE_MILLIS;
        this.watchers.forEach(each => each());
        // What happened since the answers at hand and before this is not told; states are told anyway.
        this.deliver('activity', []);
        break;
      case 'trouble':
        this.troubled.add(data.topic!);
        break;
      case 'recovered':
      case 'reset':
        this.troubled.delete(data.topic!);
        this.deliver(data.topic!, []);
        break;
      default:
        this.deliver(name as Topic, data.items ?? []);
    }
  }

  private deliver(topic: Topic, items: unknown[]): void {
    this.subscriptions.forEach(each => each.topics.includes(topic) && each.listener(topic, items));
  }

  private broke(): void {
    window.clearTimeout(this.silence);
    this.troubled.clear();
    if (this.standing) {
      this.standing = false;
      this.watchers.forEach(each => each());
    }
  }
}

export const stream = new LiveStream();

const CHANGED_BY: [string, Topic[]][] = [
  ['/api/v1/orders', ['activity']],
  ['/api/v1/signals', ['activity']],
  ['/api/v1/fills', ['activity', 'portfolios']],
  ['/api/v1/explain', ['activity', 'portfolios']],
  ['/api/v1/twins', ['activity']],
  ['/api/v1/portfolios', ['portfolios', 'prices']],
  ['/api/v1/instruments', ['activity', 'prices']],
  ['/api/v1/pipeline', ['pipeline']],
  ['/api/v1/alerts', ['alerts']],
  ['/api/v1/logs', ['logs']],
];

/** Which topics tell that an answer has changed; none for what nobody tells of. */
export function topicsOf(path: string): Topic[] {
  return CHANGED_BY.find(([prefix]) => path.startsWith(prefix))?.[1] ?? [];
}
