import { get } from 'node:http';
import { Metrics } from '#telemetry';
import { samplesOf } from '#telemetry/testing';
import { startProbeServer, type ProbeServer } from './probe-server';
import { Readiness } from './readiness';

const TOKEN = 'un-jeton-de-mesures';

describe('the probes of a worker', () => {
  const metrics = new Metrics();
  const projection = { failure: null, lagSeconds: 0 };
  const readiness = new Readiness({ head: async () => null, statuses: async () => [projection] }, 60);
  let server: ProbeServer;
  beforeAll(async () => {
    server = await startProbeServer({ host: '127.0.0.1', port: 0, readiness, metrics, metricsToken: TOKEN });
  });
  afterAll(async () => {
    await server.close();
    metrics.stop();
  });

  const asked = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${server.url}${path}`, init);
    return [answer.status, (await answer.json()) as unknown];
  };

  it('show that the process lives, and whether it is ready', async () => {
    expect(await asked('/api/health/live')).toEqual([200, { status: 'live' }]);
    expect(await asked('/api/health/ready')).toEqual([200, { status: 'ready', reasons: [] }]);
    projection.lagSeconds = 61;
    expect(await asked('/api/health/ready')).toEqual([503, { status: 'not-ready', reasons: ['projection-late'] }]);
    readiness.stop();
    expect(await asked('/api/health/ready')).toEqual([503, { status: 'not-ready', reasons: ['stopping'] }]);
  });

  it('give the metrics only to this machine and to the token of the metrics', async () => {
    const answer = await fetch(`${server.url}/api/metrics`);
    expect(samplesOf(await answer.text())).toHaveProperty('mixite_appended_events_total', 0);
    const shown = (authorization: string) => fetch(`${server.url}/api/metrics`, { headers: { authorization } });
    expect((await shown(`Bearer ${TOKEN}`)).status).toBe(200);
    expect((await shown('Bearer autre')).status).toBe(401);
    // The host is not a name of this machine, as in a request that a page of another site makes.
    const { port } = new URL(server.url);
    const status = await new Promise((resolve) =>
      get({ port, path: '/api/metrics', headers: { host: 'piege.example' } }, ({ statusCode }) => resolve(statusCode)),
    );
    expect(status).toBe(401);
  });

  it('answer nothing else', async () => {
    expect(await asked('/api/allocations')).toEqual([404, {}]);
    expect(await asked('/api/health/live', { method: 'POST' })).toEqual([405, {}]);
  });
});
