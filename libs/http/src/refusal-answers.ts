import type { FastifyInstance } from 'fastify';
import { isRefusal } from '#kernel';
import { markProblem } from './problem.filter';
import { problemOf } from './problems';

/**
 * A handler's refusal is a value; here, at the edge, it becomes the problem of its code. A hook of the server rather than an
 * interceptor of the framework: it costs a request nothing, where an interceptor makes a stream of each answer.
 */
export function answerRefusals(server: FastifyInstance): void {
  server.addHook('preSerialization', (_request, reply, payload, done) => {
    if (!isRefusal(payload)) return done(null, payload);
    const problem = problemOf(payload.code, payload.params);
    markProblem(reply, problem);
    done(null, problem);
  });
}
