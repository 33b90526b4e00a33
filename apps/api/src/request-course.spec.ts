import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { courseUnderWay, newUuid, type Course } from '#kernel';
import { Telemetry } from '#telemetry';
import { keptSpans } from '#telemetry/testing';
import { followRequests, withinRequest } from './request-course';

const { tracing, spans, forget } = keptSpans();

describe.each([
  ['without traces', new Telemetry()],
  ['with traces', new Telemetry(undefined, tracing)],
])('a request, %s,', (_, telemetry) => {
  let server: FastifyInstance;
  let inHandler: Course | undefined;
  let afterwards: Course | undefined;
  beforeEach(async () => {
    forget();
    server = fastify({ genReqId: () => newUuid() });
    followRequests(server, telemetry);
    server.addHook('onResponse', (request, _reply, done) => {
      withinRequest(request, () => (afterwards = courseUnderWay()));
      done();
    });
    server.post('/people/:id', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      inHandler = courseUnderWay();
      return {};
    });
    server.get('/never', () => new Promise(() => undefined));
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());
  const port = () => (server.server.address() as AddressInfo).port;

  it('is in its course after its body has come over the network, and once it is answered', async () => {
    const send = () =>
      fetch(`http://127.0.0.1:${port()}/people/7`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'x'.repeat(200_000) }),
      });
    expect((await send()).status).toBe(200);
    expect(inHandler).toBeDefined();
    expect(afterwards).toBe(inHandler);
    const first = inHandler;
    await send();
    expect(inHandler!.correlationId).not.toBe(first!.correlationId);
  });

  it('that its sender gives up ends its span all the same', async () => {
    const socket = connect(port(), '127.0.0.1');
    socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(server.server, 'request');
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    for (let tries = 0; tries < 100 && spans().length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const ended = spans().map(({ name, status }) => [name, status.code]);
    expect(ended).toEqual(telemetry.tracing ? [['GET /never', 2]] : []);
  });
});
