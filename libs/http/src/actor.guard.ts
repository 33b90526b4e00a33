import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { BearerToken } from './bearer-token';
import { isLocalRequest } from './local-request';
import { ProblemError } from './problem-error';

const OPEN = 'mixite:open';
const actors = new WeakMap<FastifyRequest, Actor>();

/** A route that answers anybody: it tells nothing of people or figures. */
export const Open = () => SetMetadata(OPEN, true);

/** Who asks, as an argument of the controller's method, for the command or query to carry (docs/decisions/0010). */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actors.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!actor) throw new Error('an open route knows no actor');
  return actor;
});

/** Says who asks, or refuses: whoever sits at this machine, or holds the installation's token, is its administrator. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly token: BearerToken,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!this.recognises(request)) throw new ProblemError('not-authenticated');
    actors.set(request, INSTALLATION_ADMINISTRATOR);
    return true;
  }

  /** A wrong token is refused wherever it comes from: who shows one does not ask as the person at this machine. */
  private recognises(request: FastifyRequest): boolean {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.token.matches(authorization);
    return isLocalRequest({ remoteAddress: request.ip, headers: request.headers });
  }
}
