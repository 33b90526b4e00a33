import { createHash } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { canonicalJson, type JsonObject } from '#kernel';
import { withRouteConfig } from './route-config';
import { senderOf } from './route-guard';

declare module 'fastify' {
  interface FastifyContextConfig {
    revalidated?: true;
  }
}

/**
 * A reading whose answer depends on the history, the day, the address and the rights of its reader only. A page keeps the answer and asks
 * again with its tag: where nothing has changed, the answer is a 304 and nothing is computed.
 */
export function Revalidated(): MethodDecorator {
  return applyDecorators(
    withRouteConfig({ revalidated: true }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'L’« ETag » d’une réponse précédente à la même adresse',
      schema: { type: 'string', example: 'W/"q3mZ6b0kQd2VJfWl1nX8Yw"' },
    }),
    ApiResponse({
      status: 304,
      description: 'Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre',
    }),
  );
}

/** What an answer depends on beside the request and its sender. It is asked for at each request, so it must cost little. */
export type AnswerState = () => Promise<JsonObject>;

/** A cache keeps the answer for its reader alone, and asks each time before it shows the answer again. */
const PRIVATE = 'private, no-cache';
const TAG_LENGTH = 22;

const tags = new WeakMap<FastifyRequest, string>();

/**
 * Answers 304 to who has the answer already. The tag is made before the answer, so what is recorded meanwhile can only make the answer
 * newer than its tag. An answer that is no JSON, or that is an error, gets no tag.
 */
export function revalidateAnswers(server: FastifyInstance, state: AnswerState): void {
  server.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.revalidated) return undefined;
    const tag = tagOf(request, senderOf(request), await state());
    tags.set(request, tag);
    if (!namesTag(request.headers['if-none-match'], tag)) return undefined;
    return reply.status(304).headers({ etag: tag, 'cache-control': PRIVATE }).send();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const tag = tags.get(request);
    const isJson = String(reply.getHeader('content-type')).startsWith('application/json');
    // A handler may say itself that its answer must not be kept.
    if (tag !== undefined && reply.statusCode === 200 && isJson && !reply.hasHeader('cache-control'))
      void reply.headers({ etag: tag, 'cache-control': PRIVATE });
    done(null, payload);
  });
}

/** Weak: the bytes of an answer differ by its compression. Role and scope are in the tag, so a tag of one reader is wrong for another. */
function tagOf({ url }: FastifyRequest, { role, scope }: Actor, state: JsonObject): string {
  const text = canonicalJson({ url, role, scope: scope as unknown as JsonObject, state });
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, TAG_LENGTH)}"`;
}

/** A proxy that compresses may mark the tag that it passes on, and a strong form of the tag names the same answer. */
function namesTag(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag.slice(2));
}
