import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { RouteAccess } from '#http';
import { isPage } from './pages/serve-pages';

/** Smaller answers fit one packet as they are. */
const THRESHOLD_BYTES = 1024;
/** By this header of a request an answer is sent as it is; the plugin has no other switch for a single answer. */
const AS_IT_IS = 'x-no-compression';

/** What these routes answer may hold a secret of a session, a token or an account. */
const OF_SECRETS: ReadonlySet<RouteAccess> = new Set<RouteAccess>(['self', 'manage-tokens', 'manage-users']);

/**
 * Compresses the JSON and the text of readings, and no files: workbooks and PDFs are compressed already. Where an answer holds a secret
 * beside words of the request, its compressed length would tell the secret by and by, so such an answer is sent as it is: those of
 * accounts and tokens, and those to every request that is no reading.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    if (!isCompressed(route)) route.compress = false;
  });
  server.addHook('onSend', (request, _reply, payload, done) => {
    // An error in the middle of a file must break the connection: the compressor would leave it open.
    if (payload instanceof Readable) request.headers[AS_IT_IS] = 'file';
    done(null, payload);
  });
  await server.register(compress, {
    threshold: THRESHOLD_BYTES,
    encodings: ['br', 'gzip'],
    // A request is read as it comes: small bytes could become a great body.
    globalDecompression: false,
  });
}

/** Pages are compressed when they are built. */
function isCompressed({ method, url, config }: Pick<RouteOptions, 'method' | 'url' | 'config'>): boolean {
  if (isPage(url)) return false;
  const isReading = [method].flat().every((each) => each === 'GET' || each === 'HEAD');
  return isReading && (config?.access === undefined || !OF_SECRETS.has(config.access));
}
