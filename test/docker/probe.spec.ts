import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DOCKER } from './support/compose';

describe('the health check of a container', () => {
  let server: Server;
  let port: number;
  const answers: Record<string, number> = {};
  beforeAll(async () => {
    server = createServer((request, response) => response.writeHead(answers[request.url!] ?? 404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const probe = (question: string, env: NodeJS.ProcessEnv) =>
    new Promise<number>((resolve) => {
      const child = execFile(process.execPath, [join(DOCKER, '../bin/probe.js'), question], { env });
      child.on('close', (code) => resolve(code!));
    });

  it.each([
    ['ready', 200, 0],
    ['ready', 503, 1],
    ['live', 200, 0],
  ])('%s with status %d exits with %d', async (question, status, code) => {
    answers[`/api/health/${question}`] = status;
    expect(await probe(question, { PORT: String(port) })).toBe(code);
    expect(await probe(question, { PORT: '1', MIXITE_HEALTH_PORT: String(port) })).toBe(code);
  });

  it('exits with 1 where the process does not answer', async () => {
    expect(await probe('live', { PORT: '1' })).toBe(1);
  });
});
