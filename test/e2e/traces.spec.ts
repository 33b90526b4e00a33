import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serving, temporaryFolders } from './support/mixite';
import { formOf } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}
interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}
interface Delivery {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** Receives spans over OTLP, like a collector. */
class Collector {
  readonly requests: { url: string; authorization: string | undefined; body: string }[] = [];
  status = 200;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      this.requests.push({ url: request.url!, authorization: request.headers.authorization, body });
      response.writeHead(this.status, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get resource(): Readonly<Record<string, string | undefined>> {
    const { resource } = this.delivered[0]!;
    return Object.fromEntries(resource.attributes.map(({ key, value }) => [key, value.stringValue]));
  }

  get spans(): readonly Span[] {
    return this.delivered.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  }

  private get delivered(): Delivery['resourceSpans'] {
    return this.requests.flatMap(({ body }) => (JSON.parse(body) as Delivery).resourceSpans);
  }
}

describe('the traces of a service', () => {
  const folders = temporaryFolders();
  const collector = new Collector();
  let endpoint: string;
  beforeAll(async () => {
    endpoint = await collector.start();
  });
  beforeEach(() => {
    collector.requests.length = 0;
    collector.status = 200;
  });
  afterAll(async () => {
    await collector.stop();
    folders.removeAll();
  });

  /** Runs a service that imports a few leases, shows them and stops. @returns its log */
  const importing = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const service = await serving(['serve', '--port', '0', '--data', folders.make()], {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...env },
    });
    const body = formOf({ ...TERRITORY, 'attributions.csv': leases(1, 5) });
    const answer = await fetch(`${service.url}/api/imports?dry-run=false`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    const figures = `${service.url}/api/compliance?from=2023-01-01&to=2024-12-31`;
    expect((await fetch(figures)).status).toBe(200);
    expect(await service.stop()).toBe(0);
    return service.stderr();
  };

  it('are sent where the standard variables say: one for an import, from its request to its figures', async () => {
    await importing({
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20jeton',
      OTEL_SERVICE_NAME: 'mixite-sqy',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=recette',
    });
    expect(collector.requests[0]).toMatchObject({ url: '/v1/traces', authorization: 'Bearer jeton' });
    expect(collector.resource).toMatchObject({
      'service.name': 'mixite-sqy',
      'deployment.environment.name': 'recette',
      'service.instance.id': expect.any(String) as unknown,
    });
    const { spans } = collector;
    const request = spans.find(({ name }) => name === 'POST /api/imports')!;
    const parentOf = ({ parentSpanId }: Span) => spans.find(({ spanId }) => spanId === parentSpanId);
    const within = spans.filter(({ traceId }) => traceId === request.traceId);
    const projection = within.find(({ name }) => name === 'projection compliance')!;
    const append = within.find(({ name }) => name === 'event-store append atomically')!;
    // The events were made by the thread of the import, and the trace went there and back with them.
    for (const span of [projection, append]) expect(parentOf(span)?.name).toBe('command ImportDirectory');
    expect(parentOf(parentOf(projection)!)).toBe(request);
    const sent = collector.requests.map(({ body }) => body).join('');
    for (const secret of ['SECRET', 'dry-run', '2023-01-01', '0780000000', 'mixite-e2e-'])
      expect([secret, sent.includes(secret)]).toEqual([secret, false]);
  });

  it('are not made where the sampler excludes them', async () => {
    await importing({ OTEL_TRACES_SAMPLER: 'always_off' });
    expect(collector.requests).toEqual([]);
  });

  it('are lost without harm where no collector answers, and the log reports it once', async () => {
    collector.status = 400;
    const log = await importing({ OTEL_BSP_SCHEDULE_DELAY: '10', MIXITE_LOG_LEVEL: 'info' });
    expect(collector.requests.length).toBeGreaterThan(1);
    expect(log.split('traces are not delivered, and lost meanwhile')).toHaveLength(2);
  });
});
