import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import { RouteConfig } from '@nestjs/platform-fastify/decorators';
import type { FastifyContextConfig } from 'fastify';

/** Adds to what a route declares. The framework's own decorator alone would replace what another decorator has declared. */
export function withRouteConfig(part: FastifyContextConfig): MethodDecorator {
  return (target, name, descriptor) => {
    const declared = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object) as
      object | undefined;
    return RouteConfig({ ...declared, ...part })(target, name, descriptor);
  };
}
