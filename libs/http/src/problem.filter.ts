import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isCodedError, isRefusal, newUuid, recordOf } from '#kernel';
import { storageFailure } from '#sqlite';
import { codeOfStatus, isProblemCode, PROBLEM_MEDIA_TYPE, ProblemError, problemOf, type Problem } from './problems';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers every error as a problem of RFC 9457, in French. An unexpected error gets an incident number and no detail. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    // A part of the answer has been sent: only a broken connection can still show that it is not complete.
    if (reply.raw.headersSent) {
      this.record(error, http.getRequest<FastifyRequest>());
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, this.problemFor(error, http.getRequest<FastifyRequest>(), reply));
  }

  private problemFor(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
    if (error instanceof ProblemError) return problemOf(error.code, error.params, error.members);
    if (isCodedError(error) && isProblemCode(error.code)) return problemOf(error.code, error.params);
    const failure = storageFailure(error);
    if (failure) {
      this.record(failure, request);
      return problemOf(failure.code);
    }
    const code = codeOfStatus(statusOf(error));
    if (code === undefined) return problemOf('unexpected', { incident: this.record(error, request) });
    if (code === 'malformed-request' && isJson(request)) return problemOf('malformed-json');
    if (code !== 'unknown-route') return problemOf(code);
    const allow = methodsAt(request);
    if (allow.length === 0) return problemOf(code);
    void reply.header('allow', allow.join(', '));
    return problemOf('method-not-allowed', { allow: allow.join(', ') });
  }

  /** Logs the error under a new incident number, which the answer shows too. */
  private record(error: unknown, { id }: FastifyRequest): string {
    const incident = newUuid();
    this.logger.error({ incident, requestId: id, ...recordOf(error) });
    return incident;
  }
}

/**
 * A handler returns a refusal as a value; this hook turns it into the problem of its code. It is a hook of the server and not an
 * interceptor of the framework, because an interceptor makes a stream of each answer and so costs time on every request.
 */
export function answerRefusals(server: FastifyInstance): void {
  server.addHook('preSerialization', (request, reply, payload, done) => {
    if (!isRefusal(payload)) return done(null, payload);
    const problem = problemOf(payload.code, payload.params);
    markProblem(reply, problem);
    done(null, numbered(problem, request));
  });
}

/** Sends a problem on a reply of which nothing has been sent. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  markProblem(reply, problem);
  void reply.send(JSON.stringify(numbered(problem, reply.request)));
}

/** The request's number is also in its line of the log: whoever reports a problem gives it. */
function numbered(problem: Problem, { id }: FastifyRequest): Problem {
  return { ...problem, requestId: id };
}

/** Sets the status and the headers of a reply that contains a problem. */
export function markProblem(reply: FastifyReply, problem: Problem): void {
  for (const header of ['content-disposition', 'content-length']) reply.removeHeader(header);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).header('content-type', `${PROBLEM_MEDIA_TYPE}; charset=utf-8`);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}

/** The framework's error does not say whether the JSON body could not be parsed. For a request of this type it is the only cause left. */
function isJson({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/json') === true;
}

/** The other methods that this address accepts. Routes with a parameter are not searched: with another method they are answered as unknown. */
function methodsAt(request: FastifyRequest): readonly string[] {
  const url = request.url.split('?', 1)[0]!;
  return METHODS.filter((method) => method !== request.method && request.server.hasRoute({ method, url }));
}
