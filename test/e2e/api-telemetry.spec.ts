import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { Readiness } from '#lifecycle';
import { Metrics, Telemetry } from '#telemetry';
import { keptSpans, samplesOf } from '#telemetry/testing';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

const PLANTED = '078999999999999999';
const FILES = { ...TERRITORY, 'attributions.csv': leases(1, 30) };
type Line = Readonly<Record<string, string>>;

describe('a service that is measured and traced', () => {
  const { tracing, spans, forget } = keptSpans();
  const metrics = new Metrics();
  const lag = { failure: null as string | null, lagSeconds: 0 };
  let storeAnswers = true;
  const readiness = new Readiness(
    {
      head: () => (storeAnswers ? Promise.resolve(null) : Promise.reject(new Error('no disk'))),
      statuses: async () => [lag],
    },
    60,
  );
  let service: StartedApi;
  let linesBefore = 0;

  beforeAll(async () => {
    service = await startedApi({ telemetry: new Telemetry(metrics, tracing), readiness });
  });
  beforeEach(() => {
    forget();
    linesBefore = service.log.length;
  });
  afterAll(() => service.stop());

  const lines = (): readonly Line[] => service.log.slice(linesBefore).map((line) => JSON.parse(line) as Line);
  const projected = async () => {
    const head = await service.installation.eventStore.head();
    if (head) await service.installation.engine.waitForAll(head.position);
  };
  const named = (name: string): ReadableSpan => {
    const found = spans().filter((span) => span.name === name);
    expect([name, found.length > 0]).toEqual([name, true]);
    return found[0]!;
  };
  const below = (parent: ReadableSpan): readonly string[] =>
    spans()
      .filter((span) => span.parentSpanContext?.spanId === parent.spanContext().spanId)
      .map(({ name }) => name);

  it('gives one import one trace, from the request to the figures', async () => {
    expect((await service.send(FILES)).status).toBe(200);
    await projected();
    const request = named('POST /api/imports');
    expect(new Set(spans().map((span) => span.spanContext().traceId)).size).toBe(1);
    expect(request.parentSpanContext).toBeUndefined();
    expect(request.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/imports',
      'http.response.status_code': 200,
    });
    expect(below(request)).toEqual(['command ImportDirectory']);
    const command = named('command ImportDirectory');
    expect(below(command)).toContain('event-store append atomically');
    expect(below(command)).toContain('projection compliance');
    const spansOf = (name: string) => spans().filter((span) => span.name === name);
    const events = spansOf('projection compliance').reduce(
      (sum, { attributes }) => sum + Number(attributes['mixite.events']),
      0,
    );
    expect(events).toBe(named('event-store append atomically').attributes['mixite.events']);
  });

  it('has the id of the trace in the events and in the log', async () => {
    const [event] = await service.installation.eventStore.readAll({ maxCount: 1 });
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 31) });
    const [last] = await service.installation.eventStore.readAll({ direction: 'backward', maxCount: 1 });
    expect(last!.metadata.correlationId).not.toBe(event!.metadata.correlationId);
    const { traceId, spanId } = named('POST /api/imports').spanContext();
    expect(last!.metadata.correlationId.replaceAll('-', '')).toBe(traceId);
    const line = lines().find(({ route }) => route === '/api/imports');
    expect(line).toMatchObject({
      level: 'info',
      route: '/api/imports',
      correlationId: last!.metadata.correlationId,
      traceId,
      spanId,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
  });

  it('continues the trace that a request names', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await service.get('/api/compliance?from=2023-01-01&to=2023-12-31', { headers: { traceparent } });
    const request = named('GET /api/compliance');
    expect(request.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(request.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
    // Whether a token was issued and whether somebody was invited is read first: this request shows neither. Then the convention, for the
    // tag of the answer.
    expect(below(request)).toEqual([
      'event-store read all',
      'event-store read all',
      'event-store read stream',
      'query ReportCompliance',
    ]);
  });

  it('contains nothing of a request, neither in spans nor in metrics', async () => {
    const headers = { 'x-numero': PLANTED, cookie: PLANTED, 'user-agent': PLANTED };
    await service.get(`/api/allocations?numero_unique=${PLANTED}`, { headers });
    await service.get(`/api/allocations?code_residence=${PLANTED}`, { headers });
    await service.get(`/${PLANTED}`, { headers });
    await service.get(`/api/projections/${PLANTED}/rebuild`, { method: 'POST', headers });
    await service.get('/api/allocations', { headers: { authorization: `Bearer ${PLANTED}` } });
    await service.send({ 'communes.csv': [{ code_insee: PLANTED, nom: PLANTED }] }, `?dry-run=${PLANTED}`);
    const exported = JSON.stringify(
      spans().map(({ name, attributes, events, status, resource }) => ({
        name,
        attributes,
        events,
        status,
        resource: resource.attributes,
      })),
    );
    expect(spans().length).toBeGreaterThanOrEqual(6);
    const exposition = await (await service.get('/api/metrics')).text();
    for (const secret of [PLANTED, TOKEN, 'SECRET', service.installation.folder])
      expect([secret, exported.includes(secret), exposition.includes(secret)]).toEqual([secret, false, false]);
    expect(samplesOf(exposition)).toMatchObject({
      'mixite_http_request_seconds_count{method="GET",route="unknown",status="404"}': 1,
      'mixite_http_request_seconds_count{method="POST",route="/api/projections/:name/rebuild",status="404"}': 1,
    });
  });

  it('counts in the metrics what was appended, projected and answered', async () => {
    const answer = await service.get('/api/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const samples = samplesOf(await answer.text());
    const recorded = (await service.installation.eventStore.readAll({ maxCount: 1_000 })).length;
    expect(samples).toMatchObject({
      mixite_appended_events_total: recorded,
      mixite_import_write_seconds_count: 2,
      'mixite_projection_events_total{projection="compliance"}': recorded,
      'mixite_projection_lag_seconds{projection="compliance"}': 0,
      'mixite_projection_lag_events{projection="compliance"}': 0,
      'mixite_projection_parked_events{projection="compliance"}': 0,
      'mixite_projection_failed{projection="compliance"}': 0,
      'mixite_http_request_seconds_count{method="POST",route="/api/imports",status="200"}': 2,
      mixite_stores_answer: 1,
    });
  });

  describe('its readiness', () => {
    afterEach(() => {
      Object.assign(lag, { failure: null, lagSeconds: 0 });
      storeAnswers = true;
    });
    const ready = async () => {
      const answer = await service.get('/api/health/ready');
      return [answer.status, await answer.json()];
    };

    it('is given, and makes no trace', async () => {
      expect(await ready()).toEqual([200, { status: 'ready', reasons: [] }]);
      expect(spans()).toEqual([]);
    });

    it.each([
      ['projection-failed', () => Object.assign(lag, { failure: 'disk-full' })],
      ['projection-late', () => Object.assign(lag, { lagSeconds: 61 })],
      ['stores-unavailable', () => (storeAnswers = false)],
    ])('is missing while %s, but the service is alive', async (reason, happens) => {
      happens();
      expect(await ready()).toEqual([503, { status: 'not-ready', reasons: [reason] }]);
      const live = await service.get('/api/health/live');
      expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    });
  });
});

describe('a service without metrics and traces', () => {
  it('answers requests, and reports that it has no metrics', async () => {
    const service = await startedApi();
    await service.send(FILES);
    const answer = await service.get('/api/metrics');
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'metrics-off' }]);
    const [event] = await service.installation.eventStore.readAll({ maxCount: 1 });
    const line = service.log.map((text) => JSON.parse(text) as Line).find(({ route }) => route === '/api/imports');
    expect(line!['correlationId']).toBe(event!.metadata.correlationId);
    expect(line!['requestId']).toBe(event!.metadata.correlationId);
    expect(line).not.toHaveProperty('traceId');
    await service.stop();
  });
});
