import type { OnCommitted } from '#event-store';
import type { Instruments } from '#installation';
import type { ObservedPage, ProjectionObserver } from '#processing';
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

/** The metrics, the traces and the log of a process. An absent part costs nothing. */
export class Telemetry {
  constructor(
    readonly metrics?: Metrics,
    readonly tracing?: Tracing,
    readonly logger?: Logger,
  ) {}

  /** The instruments for `openInstallation`. */
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

  /** Adds the state of the projections to the metrics. */
  watchProjections(statuses: StatusSource): void {
    if (this.metrics) this.metrics.onScrape(projectionGauges(this.metrics, statuses));
  }

  watchBus(kind: 'command' | 'query', bus: Bus): void {
    const { metrics, tracing } = this;
    if (metrics || tracing) watchBus(bus, { kind, metrics, tracing });
  }

  /** Sends the remaining spans. A collector that does not accept them causes no error. */
  async stop(): Promise<void> {
    await this.tracing?.stop().catch(() => undefined);
    this.metrics?.stop();
  }
}

/**
 * Starts telemetry with the variables of the environment, which docs/operations.md lists.
 * @param service the name of the service in traces, unless OTEL_SERVICE_NAME gives another
 * @throws CodedError `invalid-setting`
 */
export function startTelemetry(service: string, environment: NodeJS.ProcessEnv, logger?: Logger): Telemetry {
  const { metrics, traces, joinsTraces } = telemetrySettings(environment);
  const tracing = traces ? otlpTracing(service, joinsTraces, logger) : undefined;
  return new Telemetry(metrics ? new Metrics() : undefined, tracing, logger);
}

function otlpTracing(service: string, joinsTraces: boolean, logger: Logger | undefined): Tracing {
  // Loading this module takes some 60 ms, so only a traced process does it.
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

/** Logs the events that a projection parks, and the reasons. A parked event contains no personal data. */
function loggedProjections(logger: Logger): ProjectionObserver {
  return {
    parked: (projection, { event, type, position, code }) =>
      logger.error({ projection, event, type, position, code }, 'parked'),
  };
}

/** Combines observers: each one runs around the next. */
function together(observers: readonly ProjectionObserver[]): ProjectionObserver | undefined {
  if (observers.length < 2) return observers[0];
  return {
    page: (page: ObservedPage, work) =>
      observers.reduceRight((inner, one) => () => one.page?.(page, inner) ?? inner(), work)(),
    checkpoint: (projection) => observers.forEach((one) => one.checkpoint?.(projection)),
    parked: (projection, event) => observers.forEach((one) => one.parked?.(projection, event)),
  };
}
