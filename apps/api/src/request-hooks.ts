import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { routeOf, withinRequest } from './request-course';

/** One line a request, once it is answered: which route, how it ended, how long it took. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const milliseconds = Math.round(reply.elapsedTime);
    const line = { ...lineOf(request), status: reply.statusCode, milliseconds };
    withinRequest(request, () => logger.info(line));
    done();
  });
  // A request that its sender gave up is never answered.
  server.addHook('onRequestAbort', (request, done) => {
    const line = { ...lineOf(request), abandoned: true };
    withinRequest(request, () => logger.info(line));
    done();
  });
}

/** Nothing of the request but its route. */
function lineOf(request: FastifyRequest): Readonly<Record<string, string>> {
  return { context: 'requests', requestId: request.id, method: request.method, route: routeOf(request) };
}

/** Figures and lists change with the next event, and are not for a cache to keep; static files say otherwise themselves. */
export function forbidCaching(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

/** While closing, a connection that has had its answer is let go: kept for another request, it would hold the service back. */
export function releaseConnections(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onResponse', (_request, _reply, done) => {
    if (closing) setImmediate(() => server.server.closeIdleConnections());
    done();
  });
}
