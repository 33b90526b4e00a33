import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { courseFrom, currentCourse, type Course, type Uuid } from '#kernel';

/** The course of action of the request, as an argument of the controller's method, for the command to carry: it bears the request's id, or is its trace. */
export const CurrentCourse = createParamDecorator((_data: unknown, context: ExecutionContext): Course => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest>();
  return currentCourse(courseFrom(id as Uuid));
});
