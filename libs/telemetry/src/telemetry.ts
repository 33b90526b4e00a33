import type { OnCommitted } from '#event-store';
import type { Instruments } from '#installation';
import type { ObservedPage, ProjectionObserver } from '#processing';
import { loggedProjections } from './logs/logged-projections';
import type { Logger } from 'pino';
import { recordOf } from '#kernel';
import { MeasuredProjections, projectionGauges, type StatusSource } from './metrics/measured-projections';
import { measuredEventStore } from './metrics/measured-store';
import { Metrics } from './metrics/metrics';
import { telemetrySettings } from './settings';
import { tracedEventStore } from './traces/traced-store';
import { tracedProjections } from './traces/traced-projections';
import { Tracing } from './traces/tracing';
import { watchBus, type Bus } from './watched-bus';

/** What a process measures and traces of itself. A part that is absent costs nothing. */
export class Telemetry {
  constructor(
    readonly metrics?: Metrics,
    readonly tracing?: Tracing,
    readonly logger?: Logger,
  ) {}

  /** For `openInstallation`. */
  instruments(): Instruments {
    const { metrics, tracing, logger } = this;
    const observers = [
      metrics && new MeasuredProjections(metrics),
      tracing && tracedProjections(tracing),
      logger && loggedProjections(logger),
    ];
    return {
      onCommitted: metrics && committed(metrics),
      projections: together(observers.filter((one) => one !== undefined)),
      watch: (store) => {
        const measured = metrics ? measuredEventStore(store, metrics) : store;
        return tracing ? tracedEventStore(measured, tracing) : measured;
      },
    };
  }

  /** Has the metrics say where the projections are. */
  watchProjections(statuses: StatusSource): void {
    if (this.metrics) this.metrics.onScrape(projectionGauges(this.metrics, statuses));
  }

  watchBus(kind: 'command' | 'query', bus: Bus): void {
    const { metrics, tracing } = this;
    if (metrics || tracing) watchBus(bus, { kind, metrics, tracing });
  }

  /** Sends the spans that are left; a collector that does not take them is not worth an error. */
  async stop(): Promise<void> {
    await this.tracing?.stop().catch(() => undefined);
    this.metrics?.stop();
  }
}

/**
 * As the environment says: docs/operations.md lists its variables.
 * @param service its name in traces, unless OTEL_SERVICE_NAME says another
 * @throws CodedError `invalid-setting`
 */
export function startTelemetry(service: string, environment: NodeJS.ProcessEnv, logger?: Logger): Telemetry {
  const { metrics, traces, joinsTraces } = telemetrySettings(environment);
  const tracing = traces ? otlpTracing(service, joinsTraces, logger) : undefined;
  return new Telemetry(metrics ? new Metrics() : undefined, tracing, logger);
}

function otlpTracing(service: string, joinsTraces: boolean, logger: Logger | undefined): Tracing {
  // Loading it takes some 60 ms, which only a traced process must pay.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { otlpSource } = require('./traces/otlp') as typeof import('./traces/otlp');
  const source = otlpSource(service, (delivered, error) => {
    if (delivered) logger?.info('traces are delivered again');
    else logger?.warn(recordOf(error), 'traces are not delivered, and lost meanwhile');
  });
  return new Tracing(source, joinsTraces);
}

function committed({ commitEvents, commitSeconds }: Metrics): OnCommitted {
  return (events, milliseconds) => {
    commitEvents.observe(events);
    commitSeconds.observe(milliseconds / 1000);
  };
}

/** Each around the next. */
function together(observers: readonly ProjectionObserver[]): ProjectionObserver | undefined {
  if (observers.length < 2) return observers[0];
  return {
    page: (page: ObservedPage, work) =>
      observers.reduceRight((inner, one) => () => one.page?.(page, inner) ?? inner(), work)(),
    checkpoint: (projection) => observers.forEach((one) => one.checkpoint?.(projection)),
    parked: (projection, event) => observers.forEach((one) => one.parked?.(projection, event)),
  };
}
