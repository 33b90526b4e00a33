import type { FastifyInstance } from 'fastify';

/** The parts of an OpenAPI document that the specs of rights need. */
export interface DocumentedPaths {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-right'?: string }>>>>;
}

const LINE = /^(.*?)(?:[├└]── )(.*) \(([A-Z, ]+)\)$/;
const INDENT = 4;

/** Every route of the router, as `GET /api/…/{name}`, read from the tree that it prints. */
export function routesOfRouter(server: FastifyInstance): readonly string[] {
  const parents: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const [, indent, segment, methods] = LINE.exec(line) ?? [];
      if (segment === undefined) throw new Error(`no route: ${line}`);
      const depth = indent!.length / INDENT;
      parents.length = depth;
      const path = parents.join('') + segment;
      // The tree has no slash before the route of every address.
      const address = path.startsWith('/') ? path : `/${path}`;
      parents.push(segment);
      return methods!.split(', ').map((method) => `${method} ${address.replace(/:(\w+)/g, '{$1}')}`);
    });
}

/** Leaves out the HEAD routes that the router adds for each GET. */
export function withoutTwins(routes: readonly string[]): readonly string[] {
  return routes.filter((route) => !(route.startsWith('HEAD ') && routes.includes(route.replace('HEAD ', 'GET '))));
}

export function routesOfDocument({ paths }: DocumentedPaths): readonly string[] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
}

/** The routes that one list has and another lacks, in sentences. */
export function lacking(routes: readonly string[], of: readonly string[], where: string): readonly string[] {
  return of.filter((route) => !routes.includes(route)).map((route) => `${route} is not in ${where}`);
}
