import { Grouping, type Settled } from './grouping';

interface Asked {
  readonly key: string;
  readonly fails?: boolean;
}

describe('Grouping', () => {
  let groups: string[][];
  let release: () => void;
  let gate: Promise<void>;
  const close = () => (gate = new Promise((resolve) => (release = resolve)));
  const work = async (asked: readonly Asked[]): Promise<Settled<string>[]> => {
    groups.push(asked.map(({ key }) => key));
    await gate;
    return asked.map(({ key, fails }) =>
      fails ? { status: 'rejected', reason: new Error(key) } : { status: 'fulfilled', value: key.toUpperCase() },
    );
  };
  const started = async (count: number) => {
    while (groups.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const open = () => new Grouping<Asked, string>(({ key }) => key, work);
  beforeEach(() => {
    groups = [];
    gate = Promise.resolve();
    release = () => undefined;
  });

  it('takes all that is asked in one turn, and answers each', async () => {
    const desk = open();
    expect(await Promise.all(['a', 'b', 'c'].map((key) => desk.ask({ key })))).toEqual(['A', 'B', 'C']);
    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('leaves what comes meanwhile to the next group', async () => {
    void close();
    const desk = open();
    const first = desk.ask({ key: 'a' });
    await started(1);
    const later = Promise.all(['b', 'c'].map((key) => desk.ask({ key })));
    release();
    await first;
    await later;
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('never has two of the same key in one group, and keeps their order', async () => {
    const desk = open();
    await Promise.all(['a', 'a', 'b', 'a', 'b'].map((key) => desk.ask({ key })));
    expect(groups).toEqual([['a', 'b'], ['a', 'b'], ['a']]);
  });

  it('has 256 at most in a group', async () => {
    const desk = open();
    await Promise.all(Array.from({ length: 300 }, (_, index) => desk.ask({ key: String(index) })));
    expect(groups.map(({ length }) => length)).toEqual([256, 44]);
  });

  it('waits a moment for those of the last group to come back, and no longer', async () => {
    const desk = open();
    const again = async (key: string) => {
      await desk.ask({ key: `${key}1` });
      // They come back one after the other.
      await new Promise((resolve) => setImmediate(resolve));
      if (key === 'b') await new Promise((resolve) => setImmediate(resolve));
      await desk.ask({ key: `${key}2` });
    };
    await Promise.all(['a', 'b', 'c'].map(again));
    expect(groups).toEqual([['a1', 'b1', 'c1'], expect.arrayContaining(['a2', 'b2', 'c2']) as unknown as string[]]);
    const start = performance.now();
    await desk.ask({ key: 'alone' });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('tells each its own failure, and all of a group that failed as a whole', async () => {
    const desk = open();
    const settled = await Promise.allSettled([desk.ask({ key: 'a' }), desk.ask({ key: 'b', fails: true })]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const broken = new Grouping<Asked, string>(
      ({ key }) => key,
      () => Promise.reject(new Error('disk full')),
    );
    const all = await Promise.allSettled([broken.ask({ key: 'a' }), broken.ask({ key: 'b' })]);
    expect(all.map((one) => (one as PromiseRejectedResult).reason as unknown)).toMatchObject([
      { message: 'disk full' },
      { message: 'disk full' },
    ]);
    expect(await open().ask({ key: 'c' })).toBe('C');
  });
});
