import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { LoopDelay } from './loop-delay';

/** Seconds, from the time of an access to memory up to a wait that is far too long. */
const STORE_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];
/** An import writes for seconds or minutes. */
const IMPORT_SECONDS = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600];
/** Events of one commit: a group holds at most 256 appends, each with one or a few events. */
const GROUP_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/** Sets gauges just before they are read. */
export type Refresh = () => Promise<void>;

/**
 * All metrics of a process, in one registry. Labels are words of the code (routes, codes, names of projections), never
 * texts that a person wrote. docs/operations.md explains each metric.
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

  /** The text that Prometheus scrapes. */
  async exposition(): Promise<string> {
    for (const [quantile, seconds] of this.loop.take()) this.loopDelay.set({ quantile }, seconds);
    await Promise.all(this.refreshes.map((refresh) => refresh()));
    return this.registry.metrics();
  }

  /** Stops measuring the process. */
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
