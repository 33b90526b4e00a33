import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { GROUP_EVENTS, IMPORT_SECONDS, REQUEST_SECONDS, STORE_SECONDS } from './buckets';
import { LoopDelay } from './loop-delay';

/** Fills in gauges just before they are read. */
export type Refresh = () => Promise<void>;

/**
 * Everything that a process counts of itself, in a registry of its own. Labels are words of the code (routes, codes, names of
 * projections), never anything that a person wrote. docs/operations.md says what each one means.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly refreshes: Refresh[] = [];
  private readonly loop = new LoopDelay();

  readonly appendSeconds = this.histogram('append_seconds', 'From an append to its answer', STORE_SECONDS);
  readonly commitSeconds = this.histogram('commit_seconds', 'One transaction of grouped appends', STORE_SECONDS);
  readonly commitEvents = this.histogram('commit_events', 'New events of one group of appends', GROUP_EVENTS);
  readonly importSeconds = this.histogram(
    'import_write_seconds',
    'From the first batch of an import to its commit',
    IMPORT_SECONDS,
  );
  readonly appendedEvents = this.counter('appended_events_total', 'Events recorded by this process', []);
  readonly appendRefusals = this.counter('append_refusals_total', 'Appends refused or failed', ['code']);
  readonly readSeconds = this.histogram('event_read_seconds', 'One read of the event store', STORE_SECONDS, [
    'operation',
  ]);

  readonly refusals = this.counter('refusals_total', 'Commands and queries refused or failed', [
    'kind',
    'name',
    'code',
  ]);
  readonly requestSeconds = this.histogram('http_request_seconds', 'Answered HTTP requests', REQUEST_SECONDS, [
    'method',
    'route',
    'status',
  ]);

  readonly projectedEvents = this.counter('projection_events_total', 'Events taken in', ['projection']);
  readonly pageSeconds = this.histogram('projection_page_seconds', 'One page of events taken in', REQUEST_SECONDS, [
    'projection',
  ]);
  readonly lagSeconds = this.gauge('projection_lag_seconds', 'Age of the oldest event not yet taken in', [
    'projection',
  ]);
  readonly lagEvents = this.gauge('projection_lag_events', 'Events not yet taken in, where the store counts them', [
    'projection',
  ]);
  readonly parkedEvents = this.gauge('projection_parked_events', 'Events set aside', ['projection']);
  readonly checkpointAge = this.gauge(
    'projection_checkpoint_age_seconds',
    'Since this process last wrote the checkpoint',
    ['projection'],
  );
  readonly rebuilding = this.gauge('projection_rebuilding', '1 while a rebuild is under way', ['projection']);
  readonly failed = this.gauge('projection_failed', '1 while stopped by an error', ['projection']);
  readonly storesAnswer = this.gauge('stores_answer', '1 where both stores answered this scrape in time', []);

  private readonly loopDelay = this.gauge(
    'event_loop_delay_seconds',
    'How late the event loop was since the last scrape',
    ['quantile'],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  onScrape(refresh: Refresh): void {
    this.refreshes.push(refresh);
  }

  /** The text that Prometheus reads. */
  async exposition(): Promise<string> {
    for (const [quantile, seconds] of this.loop.take()) this.loopDelay.set({ quantile }, seconds);
    await Promise.all(this.refreshes.map((refresh) => refresh()));
    return this.registry.metrics();
  }

  /** Lets go of what looks on at the process. */
  stop(): void {
    this.loop.stop();
    this.registry.clear();
  }

  private histogram(name: string, help: string, buckets: readonly number[], labelNames: readonly string[] = []) {
    const registers = [this.registry];
    return new Histogram({
      name: `mixite_${name}`,
      help,
      buckets: [...buckets],
      labelNames: [...labelNames],
      registers,
    });
  }

  private counter(name: string, help: string, labelNames: readonly string[]) {
    return new Counter({ name: `mixite_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: readonly string[]) {
    return new Gauge({ name: `mixite_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
