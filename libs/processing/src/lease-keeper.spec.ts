import { LeaseKeeper } from './lease-keeper';
import type { Held } from './holding';
import type { Leases } from './leases';
import { inProcessLeases } from './leases/in-process';
import { ManualTime, settle, type ProcessTimers } from './testing/manual-time';

const DURATION = 15_000;

/** One process that does the work while it has the lease, and keeps what happens to it. */
class Worker {
  readonly held: Held[] = [];
  readonly failures: unknown[] = [];
  readonly timers: ProcessTimers;
  readonly keeper: LeaseKeeper;
  working = false;
  outcome: 'pending' | 'done' | Error = 'pending';
  private finish: (error?: Error) => void = () => undefined;

  constructor(time: ManualTime, leases: Leases, holder: string) {
    this.timers = time.timers();
    const onFailure = (error: unknown): void => void this.failures.push(error);
    this.keeper = new LeaseKeeper({
      leases,
      holder,
      clock: time,
      timers: this.timers,
      durationMs: DURATION,
      onFailure,
    });
    this.keeper
      .whileLeased('worker', (held) => this.work(held))
      .then(
        () => (this.outcome = 'done'),
        (error: Error) => (this.outcome = error),
      );
  }

  get token(): number {
    return this.held.at(-1)!.token;
  }

  end(error?: Error): void {
    this.finish(error);
  }

  private async work(held: Held): Promise<void> {
    this.held.push(held);
    this.working = true;
    try {
      await new Promise<void>((resolve, reject) => {
        this.finish = (error) => (error ? reject(error) : resolve());
        held.signal.addEventListener('abort', () => reject(new Error('the signal was aborted')));
      });
    } finally {
      this.working = false;
    }
  }
}

let time: ManualTime;
let leases: Leases;
beforeEach(() => {
  time = new ManualTime();
  leases = inProcessLeases(time);
});

async function twoWorkers(): Promise<[Worker, Worker]> {
  const first = new Worker(time, leases, 'first');
  await settle();
  const second = new Worker(time, leases, 'second');
  await settle();
  return [first, second];
}

describe('two workers that want to do the same work', () => {
  it('leave it to one of them, for as long as it renews its lease', async () => {
    const [first, second] = await twoWorkers();
    await time.advance(20 * DURATION);
    expect([first.working, second.working]).toEqual([true, false]);
    expect([first.held.length, first.token]).toEqual([1, 1]);
  });

  it('replace each other: the second takes over when the first dies, under a higher token', async () => {
    const [first, second] = await twoWorkers();
    first.timers.freeze();
    await time.advance(DURATION - 1);
    expect(second.working).toBe(false);
    await time.advance(DURATION / 2);
    expect(second.working).toBe(true);
    expect(second.token).toBe(2);
  });

  it('see that they have lost the lease after a pause, before their signal is aborted', async () => {
    const [first, second] = await twoWorkers();
    first.timers.freeze();
    expect(first.held[0]!.isHeld()).toBe(true);
    await time.advance(2 * DURATION);
    expect(first.held[0]!.isHeld()).toBe(false);
    expect(first.held[0]!.signal.aborted).toBe(false);
    first.timers.thaw();
    await time.advance(0);
    expect(first.held[0]!.signal.aborted).toBe(true);
    expect([first.working, second.working]).toEqual([false, true]);
    await time.advance(4 * DURATION);
    expect([first.working, second.working]).toEqual([false, true]);
  });

  it('begin again after a loss, once the other is gone', async () => {
    const [first, second] = await twoWorkers();
    first.timers.freeze();
    await time.advance(2 * DURATION);
    first.timers.thaw();
    await time.advance(DURATION);
    await second.keeper.stop();
    expect([second.working, second.outcome]).toEqual([false, 'done']);
    await time.advance(DURATION / 3);
    expect(first.working).toBe(true);
    expect(first.held.map(({ token }) => token)).toEqual([1, 3]);
    expect(first.held[1]!.isHeld()).toBe(true);
  });

  it('end when a renewal is refused, as to one whose clock is behind', async () => {
    const behind = new ManualTime();
    const first = new Worker(behind, leases, 'first');
    await settle();
    await time.advance(DURATION);
    const second = new Worker(time, leases, 'second');
    await behind.advance(DURATION / 3);
    expect([first.working, second.working]).toEqual([false, true]);
  });

  it('need not wait for one that stops', async () => {
    const [first, second] = await twoWorkers();
    await first.keeper.stop();
    expect([first.working, first.held[0]!.signal.aborted, first.outcome]).toEqual([false, true, 'done']);
    await time.advance(DURATION / 3);
    expect(second.working).toBe(true);
  });

  it('need not wait for one whose work ended or failed', async () => {
    const [first, second] = await twoWorkers();
    first.end();
    await time.advance(DURATION / 3);
    expect([first.outcome, second.working]).toEqual(['done', true]);
    second.end(new Error('it failed'));
    await settle();
    expect(second.outcome).toEqual(new Error('it failed'));
    expect(await leases.acquire('worker', 'third', DURATION)).toMatchObject({ token: 3 });
  });
});

describe('a store of leases that does not answer', () => {
  let answers: boolean;
  let flaky: Leases;
  beforeEach(() => {
    answers = true;
    const ask = async <T>(answer: () => Promise<T>): Promise<T> => {
      if (!answers) throw new Error('no answer');
      return answer();
    };
    flaky = {
      acquire: (...asked) => ask(() => leases.acquire(...asked)),
      renew: (...asked) => ask(() => leases.renew(...asked)),
      release: (...asked) => ask(() => leases.release(...asked)),
    };
  });

  it('loses no lease where it answers again soon', async () => {
    const worker = new Worker(time, flaky, 'first');
    await settle();
    answers = false;
    await time.advance(DURATION / 3);
    expect(worker.failures).toEqual([new Error('no answer')]);
    answers = true;
    await time.advance(10 * DURATION);
    expect([worker.working, worker.held.length]).toEqual([true, 1]);
  });

  it('ends the work before the lease runs out, and the work begins again when the store answers', async () => {
    const worker = new Worker(time, flaky, 'first');
    await settle();
    answers = false;
    await time.advance(DURATION - 1);
    expect(worker.working).toBe(false);
    answers = true;
    await time.advance(DURATION);
    expect([worker.working, worker.token]).toEqual([true, 2]);
  });

  it('ends the work too where a renewal never gets an answer', async () => {
    const silent: Leases = { ...flaky, renew: () => new Promise(() => undefined) };
    const worker = new Worker(time, silent, 'first');
    await time.advance(DURATION - 1);
    expect([worker.working, worker.held[0]!.signal.aborted]).toEqual([false, true]);
  });

  it('does not keep a worker from stopping', async () => {
    const worker = new Worker(time, flaky, 'first');
    await settle();
    answers = false;
    await worker.keeper.stop();
    expect(worker.outcome).toBe('done');
    const waiting = new Worker(time, flaky, 'second');
    await settle();
    await waiting.keeper.stop();
    expect([waiting.outcome, waiting.held]).toEqual(['done', []]);
  });
});
