import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';

/**
 * Nothing from elsewhere, in no frame. The documentation's pages set styles in their elements. HTTPS is whoever stands before
 * this service: a loopback page must not be sent to it.
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

/** Gives every answer helmet's headers. It is asked for them once: it would write the same ones anew for each request. */
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
