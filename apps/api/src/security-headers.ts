import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Nothing from elsewhere, in no frame. The documentation's pages set styles in their elements. HTTPS is whoever stands before
 * this service: a loopback page must not be sent to it.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
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
