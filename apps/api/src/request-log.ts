import type { FastifyInstance } from 'fastify';
import type { Logger } from 'nestjs-pino';

/** One line a request, once it is answered: which route, how it ended, how long it took. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { routeOptions, method } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    logger.log({ method, route: routeOptions.url ?? 'unknown', status: reply.statusCode, milliseconds }, 'requests');
    done();
  });
}
