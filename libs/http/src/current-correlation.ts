import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { correlationFrom, currentCorrelation, type Correlation, type Uuid } from '#kernel';

/** The correlation of the request, as an argument of the controller's method, for the command to carry: it bears the request's id, or is its trace. */
export const CurrentCorrelation = createParamDecorator((_data: unknown, context: ExecutionContext): Correlation => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest>();
  return currentCorrelation(correlationFrom(id as Uuid));
});
