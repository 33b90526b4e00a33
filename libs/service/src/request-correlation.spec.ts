import { once } from 'node:events';
import { Readable } from 'node:stream';
import { connect, type AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { activeCorrelation, newUuid, type Correlation } from '#kernel';
import { Telemetry } from '#telemetry';
import { keptSpans } from '#telemetry/testing';
import { correlationOf, followRequests } from './request-correlation';

const { tracing, spans, forget } = keptSpans();

describe.each([
  ['without traces', new Telemetry()],
  ['with traces', new Telemetry(undefined, tracing)],
])('a request, %s,', (_, telemetry) => {
  let server: FastifyInstance;
  let inHandler: Correlation | undefined;
  let afterwards: Correlation | undefined;
  beforeEach(async () => {
    forget();
    inHandler = afterwards = undefined;
    server = fastify({ genReqId: () => newUuid() });
    followRequests(server, telemetry);
    server.addHook('onResponse', (request, _reply, done) => {
      afterwards = correlationOf(request);
      done();
    });
    server.addHook('onRequestAbort', (request, done) => {
      afterwards = correlationOf(request);
      done();
    });
    const followed = telemetry.tracing ? activeCorrelation : correlationOf;
    server.post('/people/:id', async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      inHandler = followed(request);
      return {};
    });
    server.get('/export', (request, reply) => {
      inHandler = followed(request);
      return reply.send(Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(64 * 1024, 'x'))));
    });
    server.get('/never', (request) => {
      inHandler = followed(request);
      return new Promise(() => undefined);
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());
  const port = () => (server.server.address() as AddressInfo).port;

  it('has its correlation after its body has arrived, and after it is answered', async () => {
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

  it('still has its correlation after a long answer has been read', async () => {
    const socket = connect(port(), '127.0.0.1');
    socket.write('GET /export HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resume();
    await once(socket, 'close');
    expect(inHandler).toBeDefined();
    expect(afterwards).toBe(inHandler);
  });

  it('that its sender gives up keeps its correlation to the end, and ends its span', async () => {
    const socket = connect(port(), '127.0.0.1');
    socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(server.server, 'request');
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    for (let tries = 0; tries < 100 && !afterwards; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(inHandler).toBeDefined();
    expect(afterwards).toBe(inHandler);
    const ended = spans().map(({ name, status }) => [name, status.code]);
    expect(ended).toEqual(telemetry.tracing ? [['GET /never', 2]] : []);
  });
});
