import { EventEmitter } from 'node:events';
import { newLogger } from '#telemetry';
import { Stopping } from './stopping';

/** A process that is told signals and says with which code it would end. */
class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];
  exit = ((code: number) => void this.exits.push(code)) as unknown as NodeJS.Process['exit'];
}

describe('how a process stops', () => {
  const host = new FakeProcess();
  const lines: string[] = [];
  const logger = newLogger({ level: 'info', stream: { write: (line: string) => void lines.push(line) } });
  const said = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  const stoppingOf = (limitSeconds: number) =>
    new Stopping({ delaySeconds: 0, limitSeconds, logger, host: host as unknown as NodeJS.Process });
  beforeEach(() => {
    lines.length = 0;
    host.exits.length = 0;
    host.removeAllListeners();
  });

  it('is told once, and ends by itself', async () => {
    const stopping = stoppingOf(60);
    host.emit('SIGTERM', 'SIGTERM');
    await stopping.requested;
    await stopping.grace();
    stopping.done();
    expect([said(), host.exits, host.listenerCount('SIGTERM')]).toEqual([['stopping', 'stopped'], [], 0]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ])('ends at once when it is told again, by %s', async (signal, code) => {
    const stopping = stoppingOf(60);
    host.emit('SIGINT', 'SIGINT');
    await stopping.requested;
    host.emit(signal, signal);
    expect([said(), host.exits]).toEqual([['stopping', 'told twice to stop: cut short'], [code]]);
    stopping.done();
  });

  it('is cut short at the limit', async () => {
    const stopping = stoppingOf(0);
    host.emit('SIGTERM', 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([said(), host.exits]).toEqual([['stopping', 'not stopped in time: cut short'], [1]]);
    stopping.done();
  });

  it('says nothing where it ends without being told', () => {
    stoppingOf(60).done();
    expect([said(), host.listenerCount('SIGINT')]).toEqual([[], 0]);
  });
});
