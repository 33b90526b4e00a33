import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BearerToken, isLocalRequest } from '#http';
import type { Metrics } from '#telemetry';
import type { Readiness } from './readiness';

export interface ProbeServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics?: Metrics;
  /** The token that readers of the metrics from other machines must show. Without it, only this machine gets the metrics. */
  readonly metricsToken?: string;
}

export interface ProbeServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const REQUEST_MS = 5_000;

/** Serves the health and the metrics of a worker, which answers no other requests, at the same paths as the service. */
export async function startProbeServer(options: ProbeServerOptions): Promise<ProbeServer> {
  const token = new BearerToken(options.metricsToken);
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    void answer(request, options, token).then((found) => send(response, found));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, options: ProbeServerOptions, token: BearerToken): Promise<Answer> {
  if (request.method !== 'GET') return json(405, {});
  switch (request.url) {
    case '/api/health/live':
      return json(200, { status: 'live' });
    case '/api/health/ready': {
      const { ready, reasons } = await options.readiness.check();
      return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not-ready', reasons });
    }
    case '/api/metrics':
      return isAllowed(request, token) ? metricsOf(options.metrics) : json(401, {});
    default:
      return json(404, {});
  }
}

/** As in the service: where the request shows a token, only the token decides. */
function isAllowed({ headers, socket }: IncomingMessage, token: BearerToken): boolean {
  if (headers.authorization !== undefined) return token.matches(headers.authorization);
  return isLocalRequest({ remoteAddress: socket.remoteAddress, headers });
}

async function metricsOf(metrics: Metrics | undefined): Promise<Answer> {
  if (!metrics) return json(404, {});
  return { status: 200, type: metrics.contentType, body: await metrics.exposition() };
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  });
  response.end(body);
}
