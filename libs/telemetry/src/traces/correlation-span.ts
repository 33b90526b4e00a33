import { TraceFlags, type SpanContext } from '@opentelemetry/api';
import { newUuid, type Correlation, type Uuid } from '#kernel';

/**
 * A trace and a correlation are one and the same (docs/decisions/0032): the correlation id is the trace id, written as a UUID;
 * the causation id is a UUID of version 8 that spells the span: 15 digits of it beside the version, the 16th beside the variant,
 * then the last 14 digits of the trace, by which it is known for what it is. Only a sampled span is spelt.
 */
const SPELT = /^([0-9a-f]{12})8([0-9a-f]{3})8([0-9a-f])([0-9a-f]{14})$/;
const TAIL = 18;

/** The correlation that the span makes: what is recorded within it can be traced back to it, by any process. */
export function correlationOfSpan({ traceId, spanId, traceFlags }: SpanContext): Correlation {
  const correlationId = uuidOf(traceId);
  if ((traceFlags & TraceFlags.SAMPLED) === 0) return { correlationId, causationId: newUuid() };
  const [head, middle, last] = [spanId.slice(0, 12), spanId.slice(12, 15), spanId.slice(15)];
  return { correlationId, causationId: uuidOf(`${head}8${middle}8${last}${traceId.slice(TAIL)}`) };
}

/** The span that the correlation spells; undefined where it was not traced, or not sampled. */
export function spanOfCorrelation({ correlationId, causationId }: SpelledCorrelation): SpanContext | undefined {
  const traceId = digitsOf(correlationId);
  const [, head, middle, last, tail] = SPELT.exec(digitsOf(causationId)) ?? [];
  if (head === undefined || traceId.slice(TAIL) !== tail) return undefined;
  return { traceId, spanId: `${head}${middle}${last}`, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

/** As events carry it: texts that any version of the program, or another program, may have written. */
export type SpelledCorrelation = { readonly [Id in keyof Correlation]: string };

/** A new trace takes its id from a new correlation: ids in the order of time, with 74 random bits of which the last 62 follow each other. */
export function newTraceId(): string {
  return digitsOf(newUuid());
}

export function digitsOf(uuid: string): string {
  return uuid.replaceAll('-', '');
}

function uuidOf(digits: string): Uuid {
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}` as Uuid;
}
