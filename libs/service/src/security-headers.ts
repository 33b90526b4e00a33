import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';

/**
 * Pages load nothing from other sites, and no site may show them in a frame. The pages of the documentation set styles in their elements,
 * so inline styles are allowed. HTTPS is the task of a proxy before this service: a page at localhost must not be redirected to HTTPS.
 */
const POLICY: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
    },
  },
  frameguard: { action: 'deny' },
  strictTransportSecurity: false,
};

/** Adds helmet's headers to every answer. They are computed once, because they are the same for every request. */
export async function protectAnswers(server: FastifyInstance): Promise<void> {
  const headers = await policyHeaders();
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

async function policyHeaders(): Promise<Readonly<Record<string, string>>> {
  const [plain, protectedToo] = [await headersOf(fastify()), await headersOf(fastify(), POLICY)];
  return Object.fromEntries(Object.entries(protectedToo).filter(([name]) => !(name in plain)));
}

async function headersOf(server: FastifyInstance, policy?: FastifyHelmetOptions): Promise<Record<string, string>> {
  if (policy) await server.register(helmet, policy);
  server.get('/', () => null);
  const { headers } = await server.inject('/');
  await server.close();
  return headers as Record<string, string>;
}
