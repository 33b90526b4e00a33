import type { Position } from '#event-store';
import { KeptCounts } from './kept-counts';

const at = (position: string) => position as Position;
const counted = (position: string) => ({ position: at(position), counts: new Map() });

describe('kept counts', () => {
  let now = 0;
  let reads = 0;
  let kept: KeptCounts;
  beforeEach(() => {
    now = 0;
    reads = 0;
    kept = new KeptCounts(() => now);
  });
  const reading = (position: string, tookMs: number) => () => {
    reads += 1;
    now += tookMs;
    return Promise.resolve(counted(position));
  };

  it('that are cheap are read as soon as they change, and not before', async () => {
    await kept.get('year', at('1'), reading('1', 2));
    expect((await kept.get('year', at('1'), reading('2', 2))).position).toBe('1');
    expect((await kept.get('year', at('2'), reading('2', 2))).position).toBe('2');
    expect(reads).toBe(2);
  });

  it('that are dear are given as they were, and read again after a while for those who come later', async () => {
    await kept.get('year', at('1'), reading('1', 100));
    expect((await kept.get('year', at('2'), reading('2', 100))).position).toBe('1');
    expect(reads).toBe(1);
    now += 2_001;
    expect((await kept.get('year', at('2'), reading('2', 100))).position).toBe('1');
    await new Promise((resolve) => setImmediate(resolve));
    expect((await kept.get('year', at('3'), reading('3', 100))).position).toBe('2');
    expect(reads).toBe(2);
  });

  it('are given as they were where the last ones will do, also where they are cheap', async () => {
    await kept.get('year', undefined, reading('1', 2));
    expect((await kept.get('year', undefined, reading('2', 2))).position).toBe('1');
    now += 41;
    await kept.get('year', undefined, reading('2', 2));
    await new Promise((resolve) => setImmediate(resolve));
    expect((await kept.get('year', undefined, reading('3', 2))).position).toBe('2');
    expect(reads).toBe(2);
  });

  it('are read once for all who ask at the same time, and again for who asks about a later position', async () => {
    const [first, second] = await Promise.all([
      kept.get('year', at('1'), reading('1', 1)),
      kept.get('year', at('1'), reading('1', 1)),
    ]);
    expect([first.position, second.position, reads]).toEqual(['1', '1', 1]);
    const late = [kept.get('year', at('2'), reading('2', 1)), kept.get('year', at('3'), reading('3', 1))];
    expect((await Promise.all(late)).map(({ position }) => position)).toEqual(['2', '3']);
  });

  it('that could not be read are asked for again', async () => {
    await expect(kept.get('year', at('1'), () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect((await kept.get('year', at('1'), reading('1', 1))).position).toBe('1');
  });
});
