import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { courseFrom, inCourse, type Course, type Uuid } from '#kernel';
import { beginRequestSpan, endRequestSpan, type BegunSpan, type Telemetry } from '#telemetry';

/** What is known of a request while it lasts. */
interface Following {
  readonly course: Course;
  readonly span?: BegunSpan['span'];
}

const requests = new WeakMap<FastifyRequest, Following>();
/** Asked every few seconds: their traces would hide the others. */
const PROBES = /^\/api\/(?:health|metrics)(?:\/|$)/;

/** Gives each request a course of action, which its command carries; a span where traces are on, and then all that it does is within the course. */
export function followRequests(server: FastifyInstance, { metrics, tracing }: Telemetry): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const following = begin(request, tracing);
    requests.set(request, following);
    // Where nothing is traced, nothing need be followed.
    if (following.span) inCourse(following.course, done);
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

/** The course of a request that is followed. */
export function courseOf(request: FastifyRequest): Course | undefined {
  return requests.get(request)?.course;
}

/** The address that the code knows, never the one that was asked. */
export function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? 'unknown';
}

function begin(request: FastifyRequest, tracing: Telemetry['tracing']): Following {
  const route = routeOf(request);
  if (!tracing || PROBES.test(route)) return { course: courseFrom(request.id as Uuid) };
  const { method, headers } = request;
  return beginRequestSpan(tracing, { method, route, traceparent: headers['traceparent']?.toString() });
}

/** Without an answer, its sender gave it up. */
function end(request: FastifyRequest, reply?: FastifyReply): void {
  const span = requests.get(request)?.span;
  if (span) endRequestSpan(span, reply?.statusCode);
}
