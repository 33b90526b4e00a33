import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { CodedError, activeCorrelation, recordOf, type Correlation } from '#kernel';
import { spanOfCorrelation } from '../traces/correlation-span';
import { batchedStderr } from './stderr';

/** How much a process says of itself, and to whom: stderr by default, stdout being for results. */
export interface LogOptions {
  readonly level?: string;
  readonly stream?: DestinationStream;
}

/**
 * Structured logs, one JSON object a line, for a service, a worker or a command. A line tells the correlation that is under
 * way, and its span. Of an error it keeps the kind and the place, never the message, which may quote what it was about.
 * @throws CodedError `invalid-log-level`
 */
export function newLogger({ level = logLevel(process.env), stream }: LogOptions = {}): Logger {
  return pino(loggerOptions(level), stream ?? batchedStderr());
}

function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => correlationFields(activeCorrelation()),
    serializers: { err: recordOf },
    hooks: {
      logMethod(args, method) {
        const [what, ...rest] = args as [unknown, ...unknown[]];
        method.apply(this, [withoutMessage(what), ...rest] as Parameters<typeof method>);
      },
    },
  };
}

/** @throws CodedError `invalid-log-level` */
export function logLevel(environment: NodeJS.ProcessEnv): string {
  const level = environment['MIXITE_LOG_LEVEL'] ?? (environment['NODE_ENV'] === 'test' ? 'silent' : 'info');
  const levels = ['silent', ...Object.keys(pino.levels.values)];
  if (levels.includes(level)) return level;
  throw new CodedError(
    'invalid-log-level',
    `MIXITE_LOG_LEVEL vaut « ${level} » ; attendu : une valeur parmi ${levels.join(', ')}.`,
    { level },
  );
}

/** What a line tells of the correlation that it belongs to, and of its span. */
export function correlationFields(correlation: Correlation | undefined): object {
  if (!correlation) return {};
  const span = spanOfCorrelation(correlation);
  return {
    correlationId: correlation.correlationId,
    ...(span && { traceId: span.traceId, spanId: span.spanId }),
  };
}

/** pino makes an error's message the line's own, whether the error is logged or stands in what is. */
function withoutMessage(what: unknown): unknown {
  if (what instanceof Error) return recordOf(what);
  const { err, ...others } = (what ?? {}) as { err?: unknown };
  return err instanceof Error ? { ...others, ...recordOf(err) } : what;
}
