import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';
import { isDocumentation } from './openapi';

type Policy = NonNullable<NonNullable<Exclude<FastifyHelmetOptions['contentSecurityPolicy'], boolean>>['directives']>;

/**
 * Pages load nothing from other sites, have no inline script or style, write no markup from text (Trusted Types), and no site may show
 * them in a frame.
 */
const STRICT: Policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ["'none'"],
};

/** The pages of the documentation, which are not ours, set styles in their elements and show pictures that stand in them. */
const OF_DOCUMENTATION: Policy = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
};

/** HTTPS is the task of a proxy before this service: a page at localhost must not be redirected to HTTPS. */
const optionsOf = (directives: Policy): FastifyHelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives },
  frameguard: { action: 'deny' },
  strictTransportSecurity: false,
});

/** Adds helmet's headers to every answer. They are computed once, because only the address of a request decides which. */
export async function protectAnswers(server: FastifyInstance): Promise<void> {
  const [strict, documentation] = await Promise.all([policyHeaders(STRICT), policyHeaders(OF_DOCUMENTATION)]);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(isDocumentation(request.url.split('?')[0]!) ? documentation : strict);
    done();
  });
}

async function policyHeaders(policy: Policy): Promise<Readonly<Record<string, string>>> {
  const [plain, protectedToo] = [await headersOf(fastify()), await headersOf(fastify(), optionsOf(policy))];
  return Object.fromEntries(Object.entries(protectedToo).filter(([name]) => !(name in plain)));
}

async function headersOf(server: FastifyInstance, options?: FastifyHelmetOptions): Promise<Record<string, string>> {
  if (options) await server.register(helmet, options);
  server.get('/', () => null);
  const { headers } = await server.inject('/');
  await server.close();
  return headers as Record<string, string>;
}
