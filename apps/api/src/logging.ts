import type { DestinationStream } from 'pino';
import pino from 'pino';
import type { Params } from 'nestjs-pino';
import { CodedError } from '#kernel';

/** How much the service says of itself, and to whom: stderr by default, stdout being for results. */
export interface LogOptions {
  readonly level?: string;
  readonly stream?: DestinationStream;
}

const STDERR = 2;

/**
 * Structured logs. A request is told by its route, never by its address: query strings, bodies, headers, file names and cells
 * stay out, since any of them may hold what identifies a household.
 */
export function loggerParams({ level = levelOf(process.env), stream }: LogOptions = {}): Params {
  return {
    pinoHttp: [
      { level, base: undefined, autoLogging: false, serializers: { req: requestIdOnly } },
      stream ?? pino.destination({ fd: STDERR, sync: true }),
    ],
  };
}

/** @throws CodedError `invalid-log-level` */
function levelOf(environment: NodeJS.ProcessEnv): string {
  const level = environment['MIXITE_LOG_LEVEL'] ?? (environment['NODE_ENV'] === 'test' ? 'silent' : 'info');
  const levels = ['silent', ...Object.keys(pino.levels.values)];
  if (levels.includes(level)) return level;
  throw new CodedError(
    'invalid-log-level',
    `MIXITE_LOG_LEVEL vaut « ${level} » ; attendu : une valeur parmi ${levels.join(', ')}.`,
    { level },
  );
}

function requestIdOnly(request: { readonly id?: unknown }): { readonly id: unknown } {
  return { id: request.id };
}
