import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOfStatus, PROBLEM_MEDIA_TYPE, problemOf, sendProblem, statusLine } from '#http';

const CODES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** What is not even HTTP never becomes a request: it is answered on the socket, in the same words as any other error. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(CODES[error.code ?? ''] ?? 'malformed-request');
  const body = JSON.stringify(problem);
  socket.end(
    `${statusLine(problem)}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** An address that cannot be read is refused before any route, and so before the routes' own filter. */
export function answerBrokenAddress(
  error: Error & { readonly statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendProblem(reply, problemOf(codeOfStatus(error.statusCode ?? 400) ?? 'malformed-request'));
}
