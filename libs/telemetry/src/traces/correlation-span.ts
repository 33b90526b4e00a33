import { TraceFlags, type SpanContext } from '@opentelemetry/api';
import { newUuid, type Correlation, type Uuid } from '#kernel';

/**
 * A correlation and its trace have the same id (docs/decisions/0032): the correlation id is the trace id, written as a
 * UUID. The causation id is a UUID of version 8 that encodes the span: 15 digits of the span id around the version, the
 * 16th digit after the variant, then the last 14 digits of the trace id, which identify this encoding. Only a sampled
 * span is encoded.
 */
const ENCODED_SPAN = /^([0-9a-f]{12})8([0-9a-f]{3})8([0-9a-f])([0-9a-f]{14})$/;
const TAIL = 18;

/** The correlation of a span. Any process can find the span again from the events recorded inside it. */
export function correlationOfSpan({ traceId, spanId, traceFlags }: SpanContext): Correlation {
  const correlationId = uuidOf(traceId);
  if ((traceFlags & TraceFlags.SAMPLED) === 0) return { correlationId, causationId: newUuid() };
  const [head, middle, last] = [spanId.slice(0, 12), spanId.slice(12, 15), spanId.slice(15)];
  return { correlationId, causationId: uuidOf(`${head}8${middle}8${last}${traceId.slice(TAIL)}`) };
}

/** The span that the correlation encodes; undefined where it was not traced or not sampled. */
export function spanOfCorrelation({ correlationId, causationId }: EncodedCorrelation): SpanContext | undefined {
  const traceId = digitsOf(correlationId);
  const [, head, middle, last, tail] = ENCODED_SPAN.exec(digitsOf(causationId)) ?? [];
  if (head === undefined || traceId.slice(TAIL) !== tail) return undefined;
  return { traceId, spanId: `${head}${middle}${last}`, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

/** A correlation as events hold it: any version of the program, or another program, may have written its texts. */
export type EncodedCorrelation = { readonly [Id in keyof Correlation]: string };

/**
 * The id of a new trace. It is made like the id of a correlation: in the order of time, with 74 random bits, of which
 * the last 62 are consecutive.
 */
export function newTraceId(): string {
  return digitsOf(newUuid());
}

export function digitsOf(uuid: string): string {
  return uuid.replaceAll('-', '');
}

function uuidOf(digits: string): Uuid {
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}` as Uuid;
}
