import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlationFrom, withCorrelation, type Correlation, type Uuid } from '#kernel';
import { beginRequestSpan, endRequestSpan, type BegunSpan, type Telemetry } from '#telemetry';

/** What is known of a request while it lasts. */
interface Following {
  readonly correlation: Correlation;
  readonly span?: BegunSpan['span'];
}

const requests = new WeakMap<FastifyRequest, Following>();
/** Asked every few seconds: their traces would hide the others. */
const PROBES = /^\/api\/(?:health|metrics)(?:\/|$)/;

/** Gives each request a correlation, which its command carries; a span where traces are on, and then all that it does is within the correlation. */
export function followRequests(server: FastifyInstance, { metrics, tracing }: Telemetry): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const following = begin(request, tracing);
    requests.set(request, following);
    // Where nothing is traced, nothing need be followed.
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

/** The correlation of a request that is followed. */
export function correlationOf(request: FastifyRequest): Correlation | undefined {
  return requests.get(request)?.correlation;
}

/** The address that the code knows, never the one that was asked. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown';
}

function begin(request: FastifyRequest, tracing: Telemetry['tracing']): Following {
  const route = routeOf(request);
  if (!tracing || PROBES.test(route)) return { correlation: correlationFrom(request.id as Uuid) };
  const { method, headers } = request;
  return beginRequestSpan(tracing, { method, route, traceparent: headers['traceparent']?.toString() });
}

/** Without an answer, its sender gave it up. */
function end(request: FastifyRequest, reply?: FastifyReply): void {
  const span = requests.get(request)?.span;
  if (span) endRequestSpan(span, reply?.statusCode);
}
