import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusalOf, type Actor, type Right } from '#access';
import { withTimeout } from '#concurrency';
import { CodedError, isRefusal, refuse, type Refusal } from '#kernel';
import type { Authenticator } from './authenticator';
import { sendProblem } from './problem.filter';
import { problemOf } from './problems';
import { withRouteConfig } from './route-config';

/** What the caller of a route needs: a right, to be somebody (`self`: the route is about the sender only), or nothing. */
export type RouteAccess = Right | 'self' | 'open';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
    /** An open route whose answer depends on whether the sender is known. */
    asksWho?: boolean;
    /** A page asks for it by itself, again and again: that is no activity of a person, and keeps no session open. */
    polled?: true;
  }
}

/** How long an open route waits for the stores that know the sender. */
const TIMEOUT_MS = 2_000;
const actors = new WeakMap<FastifyRequest, Actor>();

/** Declares the right that a route needs. The guard checks it before the body is read; the OpenAPI document shows it (`x-right`). */
export function Needs(right: Right): MethodDecorator {
  return applyDecorators(withRouteConfig({ access: right }), ApiExtension('x-right', right));
}

/** A route that answers everybody: its answer contains nothing about people or figures. */
export function Open(): MethodDecorator {
  return withRouteConfig({ access: 'open' });
}

/** A route that answers everybody, and tells more to whoever comes in (`KnownActor`). */
export function OpenTellingMore(): MethodDecorator {
  return withRouteConfig({ access: 'open', asksWho: true });
}

/** A route about the sender alone: whoever comes in may use it, and it answers nothing about others. */
export function ForOneself(): MethodDecorator {
  return applyDecorators(withRouteConfig({ access: 'self' }), ApiExtension('x-right', 'self'));
}

/** A route that open pages ask for by themselves. */
export function Polled(): MethodDecorator {
  return withRouteConfig({ polled: true });
}

/** The sender of the request, as an argument of the controller's method, for the command or query to carry (docs/decisions/0010). */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  return senderOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** The sender of a request to a route that is not open, after the guard. */
export function senderOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error('an open route knows no actor');
  return actor;
}

/** The sender of a request to an open route that tells more to whoever comes in; undefined where nobody is known. */
export const KnownActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor | undefined =>
  actors.get(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * Refuses a request whose sender does not have the right that the route declares. The guard is in the router, so it covers every route.
 * The handlers of commands and queries check rights again, because the command line and the process managers do not use HTTP.
 * A route that declares nothing cannot be added: the router then throws CodedError `undeclared-route`. A framework declares nothing for the
 * routes that it adds itself: `accessOf` says what they need.
 */
export function guardRoutes(
  server: FastifyInstance,
  authenticator: Authenticator,
  accessOf: (url: string) => 'self' | 'open' | undefined = () => undefined,
): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.access !== undefined) return;
    const access = accessOf(route.url);
    if (access === undefined) throw undeclared(`${String(route.method)} ${route.url}`);
    route.config = { ...route.config, access };
  });
  server.addHook('onRequest', async (request, reply) => {
    const refusal = await refusalFor(request, authenticator);
    if (!refusal) return;
    sendProblem(reply, problemOf(refusal.code, refusal.params));
    return reply;
  });
}

async function refusalFor(request: FastifyRequest, authenticator: Authenticator): Promise<Refusal | undefined> {
  const { access, asksWho } = request.routeOptions.config;
  // An unknown address has nothing to protect.
  if (request.is404) return undefined;
  if (access === 'open') return asksWho ? noteWho(request, authenticator) : undefined;
  const actor = await authenticator.actorOf(request);
  if (isRefusal(actor)) return actor;
  // No request may act as the installation itself, whatever it shows.
  if (!actor || actor.role === 'system') return refuse('not-authenticated');
  actors.set(request, actor);
  if (access === 'self') return undefined;
  // A route without a declaration refuses everybody.
  return access === undefined ? refuse('not-allowed') : refusalOf(actor, access);
}

/** The route answers also where the stores that know the sender do not. */
async function noteWho(request: FastifyRequest, authenticator: Authenticator): Promise<undefined> {
  try {
    const actor = await withTimeout(TIMEOUT_MS, () => authenticator.actorOf(request));
    if (actor && !isRefusal(actor) && actor.role !== 'system') actors.set(request, actor);
  } catch {
    // Whoever cannot be known is told what everybody is told.
  }
}

function undeclared(route: string): CodedError {
  return new CodedError('undeclared-route', `${route} declares neither the right that it needs nor that it is open`, {
    route,
  });
}
