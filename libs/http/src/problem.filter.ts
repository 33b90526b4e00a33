import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isCodedError, newUuid, recordOf } from '#kernel';
import { ProblemError } from './problem-error';
import { codeOfStatus, isProblemCode, PROBLEM_MEDIA_TYPE, problemOf, type Problem } from './problems';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers every error as a problem of RFC 9457, in French; what nobody foresaw gets an incident number and no detail. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    // The first byte is gone: a broken connection is the only way left to say that the answer is not whole.
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
    const code = codeOfStatus(statusOf(error));
    if (code === undefined) return problemOf('unexpected', { incident: this.record(error, request) });
    if (code === 'malformed-request' && isJson(request)) return problemOf('malformed-json');
    if (code !== 'unknown-route') return problemOf(code);
    const allow = methodsAt(request);
    if (allow.length === 0) return problemOf(code);
    void reply.header('allow', allow.join(', '));
    return problemOf('method-not-allowed', { allow: allow.join(', ') });
  }

  /** The log and who asked share a number to speak of it. */
  private record(error: unknown, { id }: FastifyRequest): string {
    const incident = newUuid();
    this.logger.error({ incident, requestId: id, ...recordOf(error) });
    return incident;
  }
}

/** Answers a problem on a reply of which nothing was sent. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  markProblem(reply, problem);
  void reply.send(JSON.stringify(problem));
}

/** Says on the reply, by its status and its headers, that a problem is what it holds. */
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

/** What such a request can have wrong before it is read, but its address, is its body: the framework keeps no other trace of it. */
function isJson({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/json') === true;
}

/** The methods that the address admits, where it is one of ours; a route with a parameter is not looked for, and is unknown to other methods. */
function methodsAt(request: FastifyRequest): readonly string[] {
  const url = request.url.split('?', 1)[0]!;
  return METHODS.filter((method) => method !== request.method && request.server.hasRoute({ method, url }));
}
