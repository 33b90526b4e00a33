import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { recordOf } from '#kernel';
import { correlationFields } from '#telemetry';
import { correlationOf, routeOf } from './request-correlation';

/** Logs one line for each request, once it is answered: its route, its status and how long it took. */
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

/** An error in the middle of a file breaks the connection, so only the log can show it. */
export function logBrokenFiles(server: FastifyInstance, logger: Logger): void {
  server.addHook('onSend', (request, _reply, payload, done) => {
    if (payload instanceof Readable)
      payload.on('error', (error) => logger.error({ ...lineOf(request), context: 'files', ...recordOf(error) }));
    done(null, payload);
  });
}

/** The route and the correlation of the request, and nothing else of it. The correlation is not taken from the current context, because a hook may run in the context of the socket. */
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

/** Figures and lists change with the next event, so a cache must not keep them. Static files and readings with a tag set their own header. */
export function forbidCaching(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

/** While the service closes, a connection is closed once it has its answer: kept open for another request, it would delay the end. */
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
