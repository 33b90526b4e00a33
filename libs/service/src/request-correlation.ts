import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlationFrom, withCorrelation, type Correlation, type Uuid } from '#kernel';
import { beginRequestSpan, endRequestSpan, type BegunSpan, type Telemetry } from '#telemetry';

/** What is kept for a request until it ends. */
interface Following {
  readonly correlation: Correlation;
  readonly span?: BegunSpan['span'];
}

const requests = new WeakMap<FastifyRequest, Following>();
/** These routes are called every few seconds: their traces would hide the others. */
const PROBES = /^\/api\/(?:health|metrics)(?:\/|$)/;

/**
 * Gives each request a correlation, which its command carries. Where traces are on, the request also has a span, and everything it does
 * runs within the correlation.
 */
export function followRequests(server: FastifyInstance, { metrics, tracing }: Telemetry): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const following = begin(request, tracing);
    requests.set(request, following);
    // Without traces, the correlation need not follow the asynchronous calls.
    if (following.span) withCorrelation(following.correlation, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const labels = { method, route: routeOf(request), status: reply.statusCode };
    metrics?.requestSeconds.observe(labels, reply.elapsedTime / 1_000);
    end(request, reply);
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    end(request);
    done();
  });
}

/** The correlation of a request, after `followRequests`. */
export function correlationOf(request: FastifyRequest): Correlation | undefined {
  return requests.get(request)?.correlation;
}

/** The route as the code declares it, never the address that was requested: it may contain a code. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown';
}

function begin(request: FastifyRequest, tracing: Telemetry['tracing']): Following {
  const route = routeOf(request);
  if (!tracing || PROBES.test(route)) return { correlation: correlationFrom(request.id as Uuid) };
  const { method, headers } = request;
  return beginRequestSpan(tracing, { method, route, traceparent: headers['traceparent']?.toString() });
}

/** Ends the span of a request. Without a reply, the sender gave the request up. */
function end(request: FastifyRequest, reply?: FastifyReply): void {
  const span = requests.get(request)?.span;
  if (span) endRequestSpan(span, reply?.statusCode);
}
