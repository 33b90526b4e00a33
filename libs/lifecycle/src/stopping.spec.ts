import { EventEmitter } from 'node:events';
import { newLogger } from '#telemetry';
import { Stopping } from './stopping';

/** A process that receives signals and records the exit codes with which it would end. */
class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit = ((code: number) => void this.exits.push(code)) as unknown as NodeJS.Process['exit'];
}

describe('how a process stops', () => {
  const host = new FakeProcess();
  const lines: string[] = [];
  const logger = newLogger({ level: 'info', stream: { write: (line: string) => void lines.push(line) } });
  const messages = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  const stoppingOf = (limitSeconds: number) =>
    new Stopping({ delaySeconds: 0, limitSeconds, logger, host: host as unknown as NodeJS.Process });
  beforeEach(() => {
    lines.length = 0;
    host.exits.length = 0;
    host.removeAllListeners();
  });

  it('ends by itself after one signal', async () => {
    const stopping = stoppingOf(60);
    host.emit('SIGTERM', 'SIGTERM');
    await stopping.requested;
    await stopping.grace();
    stopping.done();
    expect([messages(), host.exits, host.listenerCount('SIGTERM')]).toEqual([['stopping', 'stopped'], [], 0]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ])('ends at once at a second signal, %s', async (signal, code) => {
    const stopping = stoppingOf(60);
    host.emit('SIGINT', 'SIGINT');
    await stopping.requested;
    host.emit(signal, signal);
    expect([messages(), host.exits]).toEqual([['stopping', 'second signal: ends at once'], [code]]);
    stopping.done();
  });

  it('ends at the time limit', async () => {
    const stopping = stoppingOf(0);
    host.emit('SIGTERM', 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([messages(), host.exits]).toEqual([['stopping', 'not stopped in time: ends at once'], [1]]);
    stopping.done();
  });

  it('logs nothing where it ends without a signal', () => {
    stoppingOf(60).done();
    expect([messages(), host.listenerCount('SIGINT')]).toEqual([[], 0]);
  });
});
