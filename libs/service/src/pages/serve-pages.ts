import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const ICON = '/icone.svg';
/** The names of these files hold a digest of their content. */
const HASHED = 'public, max-age=31536000, immutable';
/** By this the pages of the demonstration know that they may ask for its roles: anywhere else that route does not exist. */
const OF_THE_DEMO = '<meta name="mixite-demonstration" content="oui" />';

interface Named {
  readonly name: string;
}

/** Whether an address is one of the pages: all that is not the API. Pages hold nothing about people or figures, so they are open. */
export function isPage(url: string): boolean {
  return url !== '/api' && !url.startsWith('/api/');
}

/**
 * Serves the pages that `npm run build` made (apps/web): its files, compressed beforehand, and for each address that a browser asks for
 * as a page the one document, whose script shows the page of that address.
 * @param folder of the built pages; where it does not exist, there are no pages
 * @param isDemo whether this is the process of the demonstration
 */
export async function servePages(server: FastifyInstance, folder = builtPages(), isDemo = false): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/assets/',
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader('cache-control', path.includes('/assets/') ? HASHED : 'no-cache');
    },
  });
  server.get('/assets/:name', (request, reply) =>
    reply.sendFile((request.params as Named).name, join(folder, 'assets')),
  );
  server.get(ICON, (_request, reply) => reply.sendFile(ICON));
  const send = isDemo ? await sendMarked(folder) : (reply: FastifyReply) => reply.sendFile('index.html');
  server.get('/*', (request, reply) => (asksForPage(request) ? send(reply) : reply.callNotFound()));
}

async function sendMarked(folder: string): Promise<(reply: FastifyReply) => FastifyReply> {
  const document = await readFile(join(folder, 'index.html'), 'utf8');
  const marked = document.replace('</head>', `${OF_THE_DEMO}</head>`);
  return (reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(marked);
}

function asksForPage({ url, headers }: FastifyRequest): boolean {
  const [path = '/'] = url.split('?');
  return path === '/' || (isPage(path) && (headers.accept ?? '').includes('text/html'));
}

/** `dist/web` of the project, from its sources as from what is built of them. */
function builtPages(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'dist', 'web');
}
