import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { CodedError, activeCorrelation, recordOf, type Correlation } from '#kernel';
import { spanOfCorrelation } from '../traces/correlation-span';
import { batchedStderr } from './stderr';

/** The level of the log, and the stream to write to: by default stderr, because stdout is for results. */
export interface LogOptions {
  readonly level?: string;
  readonly stream?: DestinationStream;
}

/**
 * Structured logs of a service, a worker or a command: each line is a JSON object. A line contains the active
 * correlation and its span. An error is logged with its name, code and frames, but never with its message, which may
 * quote personal data.
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

/** The fields of a log line for its correlation and its span. */
export function correlationFields(correlation: Correlation | undefined): object {
  if (!correlation) return {};
  const span = spanOfCorrelation(correlation);
  return {
    correlationId: correlation.correlationId,
    ...(span && { traceId: span.traceId, spanId: span.spanId }),
  };
}

/** Removes the messages of errors: pino would copy the message of a logged error, or of the field `err`, into the line. */
function withoutMessage(what: unknown): unknown {
  if (what instanceof Error) return recordOf(what);
  const { err, ...others } = (what ?? {}) as { err?: unknown };
  return err instanceof Error ? { ...others, ...recordOf(err) } : what;
}
