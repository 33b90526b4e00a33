import { SpanKind, SpanStatusCode, type Span, type SpanContext } from '@opentelemetry/api';
import type { BegunSpan, Tracing } from './tracing';

export interface TracedRequest {
  readonly method: string;
  /** The route as the code declares it, never the requested URL. */
  readonly route: string;
  /** The header in which a request may name its trace. */
  readonly traceparent: string | undefined;
}

/** Begins the span of an incoming request, below the span that its sender names. */
export function beginRequestSpan(tracing: Tracing, { method, route, traceparent }: TracedRequest): BegunSpan {
  const attributes = { 'http.request.method': method, 'http.route': route };
  const parent = tracing.joinsTraces ? parseTraceParent(traceparent) : undefined;
  return tracing.beginBelow(`${method} ${route}`, { attributes, kind: SpanKind.SERVER }, parent);
}

/** Ends the span. Without a status, the client has left before the answer. */
export function endRequestSpan(span: Span, status: number | undefined): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (status === undefined || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** W3C trace context: version, trace, span, flags; a later version may add fields. */
const TRACE_PARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** The span that the header names; undefined where the header is absent or malformed. */
export function parseTraceParent(header: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACE_PARENT.exec(header?.trim() ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true };
}
