import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusalOf, type Actor, type Right } from '#access';
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
    /** A page asks for it by itself, again and again: that is no activity of a person, and keeps no session open. */
    polled?: true;
  }
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** Declares the right that a route needs. The guard checks it before the body is read; the OpenAPI document shows it (`x-right`). */
export function Needs(right: Right): MethodDecorator {
  return applyDecorators(withRouteConfig({ access: right }), ApiExtension('x-right', right));
}

/** A route that answers everybody: its answer contains nothing about people or figures. */
export function Open(): MethodDecorator {
  return withRouteConfig({ access: 'open' });
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

/**
 * Refuses a request whose sender does not have the right that the route declares. The guard is in the router, so it covers every route.
 * The handlers of commands and queries check rights again, because the command line and the process managers do not use HTTP.
 * A route that declares nothing, and is not one of `isOpen`, cannot be added: the router then throws CodedError `undeclared-route`.
 */
export function guardRoutes(
  server: FastifyInstance,
  authenticator: Authenticator,
  isOpen: (url: string) => boolean = () => false,
): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.access !== undefined) return;
    if (!isOpen(route.url)) throw undeclared(`${String(route.method)} ${route.url}`);
    route.config = { ...route.config, access: 'open' };
  });
  server.addHook('onRequest', async (request, reply) => {
    const refusal = await refusalFor(request, authenticator);
    if (!refusal) return;
    sendProblem(reply, problemOf(refusal.code, refusal.params));
    return reply;
  });
}

async function refusalFor(request: FastifyRequest, authenticator: Authenticator): Promise<Refusal | undefined> {
  const { access } = request.routeOptions.config;
  // An unknown address has nothing to protect.
  if (request.is404 || access === 'open') return undefined;
  const actor = await authenticator.actorOf(request);
  if (isRefusal(actor)) return actor;
  // No request may act as the installation itself, whatever it shows.
  if (!actor || actor.role === 'system') return refuse('not-authenticated');
  actors.set(request, actor);
  if (access === 'self') return undefined;
  // A route without a declaration refuses everybody.
  return access === undefined ? refuse('not-allowed') : refusalOf(actor, access);
}

function undeclared(route: string): CodedError {
  return new CodedError('undeclared-route', `${route} declares neither the right that it needs nor that it is open`, {
    route,
  });
}
