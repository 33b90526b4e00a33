import { SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import { parseTraceParent } from './trace-parent';
import type { BegunSpan, Tracing } from './tracing';

export interface TracedRequest {
  readonly method: string;
  /** The address that the code knows, never the one that was asked. */
  readonly route: string;
  /** The header by which it may say to which trace it belongs. */
  readonly traceparent: string | undefined;
}

/** The span of a request that came in, below the one that its sender names. */
export function beginRequestSpan(tracing: Tracing, { method, route, traceparent }: TracedRequest): BegunSpan {
  const attributes = { 'http.request.method': method, 'http.route': route };
  const parent = tracing.joinsTraces ? parseTraceParent(traceparent) : undefined;
  return tracing.beginBelow(`${method} ${route}`, { attributes, kind: SpanKind.SERVER }, parent);
}

/** Without a status, nobody waited for the answer. */
export function endRequestSpan(span: Span, status: number | undefined): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (status === undefined || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
