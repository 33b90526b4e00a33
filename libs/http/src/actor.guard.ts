import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, MONITOR, type Actor } from '#access';
import { BearerToken, MonitorToken } from './bearer-token';
import { isLocalRequest } from './local-request';
import { ProblemError } from './problem-error';

const OPEN = 'mixite:open';
const MONITORED = 'mixite:monitored';
const actors = new WeakMap<FastifyRequest, Actor>();

/** A route that answers anybody: it tells nothing of people or figures. */
export const Open = () => SetMetadata(OPEN, true);

/** A route that the monitor's token opens too: on any other it is a wrong one. */
export const OpenToMonitor = () => SetMetadata(MONITORED, true);

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
    private readonly monitorToken: MonitorToken,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.isMarked(context, OPEN)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = this.actorOf(request, this.isMarked(context, MONITORED));
    if (!actor) throw new ProblemError('not-authenticated');
    actors.set(request, actor);
    return true;
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) ?? false;
  }

  /** A wrong token is refused wherever it comes from: who shows one does not ask as the person at this machine. */
  private actorOf({ ip, headers }: FastifyRequest, monitored: boolean): Actor | undefined {
    const { authorization } = headers;
    if (authorization === undefined)
      return isLocalRequest({ remoteAddress: ip, headers }) ? INSTALLATION_ADMINISTRATOR : undefined;
    if (this.token.matches(authorization)) return INSTALLATION_ADMINISTRATOR;
    return monitored && this.monitorToken.matches(authorization) ? MONITOR : undefined;
  }
}
