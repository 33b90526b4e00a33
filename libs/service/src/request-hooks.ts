import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { recordOf } from '#kernel';
import { correlationFields } from '#telemetry';
import { correlationOf, routeOf } from './request-correlation';

/** One line a request, once it is answered: which route, how it ended, how long it took. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const milliseconds = Math.round(reply.elapsedTime);
    logger.info({ ...lineOf(request), status: reply.statusCode, milliseconds });
    done();
  });
  // A request that its sender gave up is never answered.
  server.addHook('onRequestAbort', (request, done) => {
    logger.info({ ...lineOf(request), abandoned: true });
    done();
  });
}

/** An error in the middle of a file breaks the connection: nobody can be told of it but the log. */
export function logBrokenFiles(server: FastifyInstance, logger: Logger): void {
  server.addHook('onSend', (request, _reply, payload, done) => {
    if (payload instanceof Readable)
      payload.on('error', (error) => logger.error({ ...lineOf(request), context: 'files', ...recordOf(error) }));
    done(null, payload);
  });
}

/** Nothing of the request but its route and its correlation: a hook may be called in the context of its socket. */
function lineOf(request: FastifyRequest): object {
  const { id, method } = request;
  return {
    ...correlationFields(correlationOf(request)),
    context: 'requests',
    requestId: id,
    method,
    route: routeOf(request),
  };
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
