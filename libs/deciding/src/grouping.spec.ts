import type { Timers } from '#concurrency';
import { Grouping, type Settled } from './pipeline';

interface Command {
  readonly key: string;
  readonly fails?: boolean;
}

describe('Grouping', () => {
  let groups: string[][];
  let release: () => void;
  let gate: Promise<void>;
  const close = () => (gate = new Promise((resolve) => (release = resolve)));
  const work = async (commands: readonly Command[]): Promise<Settled<string>[]> => {
    groups.push(commands.map(({ key }) => key));
    await gate;
    return commands.map(({ key, fails }) =>
      fails ? { status: 'rejected', reason: new Error(key) } : { status: 'fulfilled', value: key.toUpperCase() },
    );
  };
  const started = async (count: number) => {
    while (groups.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const open = (timers?: Timers) => new Grouping<Command, string>(({ key }) => key, work, timers);
  beforeEach(() => {
    groups = [];
    gate = Promise.resolve();
    release = () => undefined;
  });

  it('takes all that are submitted in one turn of the event loop, and answers each', async () => {
    const grouping = open();
    expect(await Promise.all(['a', 'b', 'c'].map((key) => grouping.submit({ key })))).toEqual(['A', 'B', 'C']);
    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('leaves what comes meanwhile to the next group', async () => {
    void close();
    const grouping = open();
    const first = grouping.submit({ key: 'a' });
    await started(1);
    const later = Promise.all(['b', 'c'].map((key) => grouping.submit({ key })));
    release();
    await first;
    await later;
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('never has two of the same key in one group, and keeps their order', async () => {
    const grouping = open();
    await Promise.all(['a', 'a', 'b', 'a', 'b'].map((key) => grouping.submit({ key })));
    expect(groups).toEqual([['a', 'b'], ['a', 'b'], ['a']]);
  });

  it('has 256 at most in a group', async () => {
    const grouping = open();
    await Promise.all(Array.from({ length: 300 }, (_, index) => grouping.submit({ key: String(index) })));
    expect(groups.map(({ length }) => length)).toEqual([256, 44]);
  });

  it('waits for the senders of the last group to send again, but only for a moment', async () => {
    const waits: (() => void)[] = [];
    const grouping = open({ after: (_milliseconds, run) => (waits.push(run), () => undefined) });
    const again = async (key: string, turns: number) => {
      await grouping.submit({ key: `${key}1` });
      for (let left = turns; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
      await grouping.submit({ key: `${key}2` });
    };
    const senders = Promise.all([again('a', 1), again('b', 20), again('c', 3)]);
    await started(2);
    expect(groups).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', 'c2', 'b2'],
    ]);
    await senders;
    // Nobody sends again: the group after this one begins when the moment has passed.
    const last = grouping.submit({ key: 'alone' });
    while (groups.length < 3) {
      waits.at(-1)!();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await last;
    expect(groups[2]).toEqual(['alone']);
  });

  it('gives each sender its own failure, and all of a group the failure of the group', async () => {
    const grouping = open();
    const settled = await Promise.allSettled([
      grouping.submit({ key: 'a' }),
      grouping.submit({ key: 'b', fails: true }),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const broken = new Grouping<Command, string>(
      ({ key }) => key,
      () => Promise.reject(new Error('disk full')),
    );
    const all = await Promise.allSettled([broken.submit({ key: 'a' }), broken.submit({ key: 'b' })]);
    expect(all.map((one) => (one as PromiseRejectedResult).reason as unknown)).toMatchObject([
      { message: 'disk full' },
      { message: 'disk full' },
    ]);
    expect(await open().submit({ key: 'c' })).toBe('C');
  });
});
