import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';
import { formOf } from './support/started-api';
import { csvFiles, leases, TERRITORY } from './support/territory';

const PER_IMPORT = 5;
const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const started = (data: string, env: NodeJS.ProcessEnv = {}) =>
  serving(['serve', '--port', '0', '--data', data], { env: { MIXITE_LOG_LEVEL: 'info', ...env } });

/** The status of an answer; undefined where the service no longer accepts the request. */
const statusOf = (url: string, init: RequestInit = {}): Promise<number | undefined> =>
  fetch(url, { ...init, headers: { connection: 'close' } }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => undefined,
  );

/** Imports a few leases again and again until the service accepts no more, and counts the leases that it acknowledged. */
async function importUntilStopped({ url }: Service, acknowledged: { leases: number }): Promise<void> {
  for (let first = 1; ; first += PER_IMPORT) {
    const form = formOf({ ...TERRITORY, 'attributions.csv': leases(first, first + PER_IMPORT - 1) });
    const status = await statusOf(`${url}/api/imports`, { method: 'POST', body: form });
    if (status === undefined) return;
    expect(status).toBe(200);
    acknowledged.leases += PER_IMPORT;
  }
}

async function readUntilStopped({ url }: Service): Promise<readonly number[]> {
  const seen = new Set<number>();
  for (;;) {
    const status = await statusOf(`${url}/api/allocations?limit=5`);
    if (status === undefined) return [...seen];
    seen.add(status);
  }
}

async function readiness({ url }: Service): Promise<unknown> {
  const answer = await fetch(`${url}/api/health/ready`);
  return [answer.status, await answer.json()];
}

/** Opens a request whose body never ends. */
async function holdRequest({ url }: Service): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const head = `POST /api/imports HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const body = '--x\r\nContent-Disposition: form-data; name="f"; filename="communes.csv"\r\n\r\ncode_insee;nom\r\n';
  socket.write(`${head}${body.length.toString(16)}\r\n${body}\r\n`);
  await wait(300);
  return socket;
}

describe('a service', () => {
  it('that gets a signal while it writes is not ready, works on for the delay, then ends without losing what it acknowledged', async () => {
    const data = folders.make();
    const service = await started(data, { MIXITE_STOP_DELAY_SECONDS: '1' });
    const acknowledged = { leases: 0 };
    const writing = importUntilStopped(service, acknowledged);
    const reading = Promise.all([readUntilStopped(service), readUntilStopped(service)]);
    while (acknowledged.leases < 2 * PER_IMPORT) await wait(50);
    expect(await readiness(service)).toEqual([200, { status: 'ready', reasons: [] }]);

    const stoppedAt = performance.now();
    service.signal('SIGTERM');
    await wait(300);
    expect(await readiness(service)).toEqual([503, { status: 'not-ready', reasons: ['stopping'] }]);
    expect(await statusOf(`${service.url}/api/health/live`)).toBe(200);

    await writing;
    for (const statuses of await reading) expect(statuses).toEqual([200]);
    expect(await service.ended).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(15_000);
    const lines = service
      .stderr()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const messages = lines.map((line) => (JSON.parse(line) as { msg?: string }).msg);
    expect(messages.filter((message) => message?.startsWith('stop'))).toEqual(['stopping', 'stopped']);

    const files = folders.of(csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, acknowledged.leases) }));
    const again = await mixite(['import', files, '--dry-run', '--format', 'json', '--data', data]);
    const report = JSON.parse(again.stdout) as {
      files: readonly { file: string; unchanged: number; events: number }[];
    };
    expect(report.files.find(({ file }) => file === 'attributions.csv')).toMatchObject({
      unchanged: acknowledged.leases,
      events: 0,
    });
  });

  it('waits for a request under way after the first signal, and ends at once after the second', async () => {
    const service = await started(folders.make());
    const socket = await holdRequest(service);
    service.signal('SIGTERM');
    await expect(Promise.race([service.ended, wait(700, 'waits')])).resolves.toBe('waits');
    service.signal('SIGTERM');
    expect(await service.ended).toBe(143);
    expect(service.stderr()).toContain('second signal: ends at once');
    socket.destroy();
  });

  it('waits no longer than the limit after a signal, and logs it', async () => {
    const data = folders.make();
    const service = await started(data, { MIXITE_STOP_LIMIT_SECONDS: '1' });
    const socket = await holdRequest(service);
    service.signal('SIGTERM');
    expect(await service.ended).toBe(1);
    expect(service.stderr()).toContain('not stopped in time: ends at once');
    socket.destroy();
    // The folder is free again, and unchanged.
    const next = await started(data);
    expect(await next.stop()).toBe(0);
  });

  it('that crashes logs the kind and the place of the error, and not its message', async () => {
    const crash = folders.of(
      new Map([['crash.js', `process.on('SIGUSR2', () => Promise.reject(new TypeError('cell SECRET')));`]]),
    );
    const service = await serving(['serve', '--port', '0', '--data', folders.make()], {
      node: ['--require', join(crash, 'crash.js')],
      env: { MIXITE_LOG_LEVEL: 'info' },
    });
    service.signal('SIGUSR2');
    expect(await service.ended).toBe(1);
    const last = service.stderr().trim().split('\n').at(-1)!;
    expect(JSON.parse(last)).toMatchObject({
      level: 'fatal',
      msg: 'crashed',
      error: 'TypeError',
      frames: expect.arrayContaining([expect.stringContaining('crash.js')]) as unknown,
    });
    expect(service.stderr()).not.toContain('SECRET');
  });

  it('refuses a limit that is not a number of seconds', async () => {
    const { code, stderr } = await mixite(['serve', '--port', '0', '--data', folders.make()], {
      env: { MIXITE_STOP_LIMIT_SECONDS: '1m' },
    });
    expect([code, stderr.trim()]).toEqual([
      1,
      'MIXITE_STOP_LIMIT_SECONDS vaut « 1m » ; attendu : un nombre entier de secondes, de 0 à 86400.',
    ]);
  });
});
