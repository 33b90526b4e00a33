import { exampleEvent } from '../testing/examples';
import { KnownIds } from './known-ids';
import type { LogReader } from './reader';

describe('KnownIds', () => {
  const stored = new Map<string, string[]>();
  const reads: string[] = [];
  const reader = {
    stream: async (stream: string, { from = 0, maxCount }: { from?: number; maxCount: number }) => {
      reads.push(`${stream} from ${from}`);
      const ids = stored.get(stream) ?? [];
      return ids.slice(from, from + maxCount).map((id, index) => ({ id, revision: from + index }));
    },
  } as unknown as LogReader;
  const fill = (stream: string, count: number): void => {
    const ids = Array.from({ length: count }, () => exampleEvent().id);
    stored.set(stream, [...(stored.get(stream) ?? []), ...ids]);
  };

  it('reads only the new events of a stream, and forgets the streams used longest ago', async () => {
    const known = new KnownIds(reader, 2_500);
    fill('a', 1_200);
    fill('b', 1_000);
    expect((await known.upToDate('a')).revision).toBe(1_199);
    expect((await known.upToDate('b')).revision).toBe(999);
    fill('a', 100);
    reads.length = 0;
    const a = await known.upToDate('a');
    expect(a.revisions.get(stored.get('a')![1_250] as never)).toBe(1_250);
    expect(reads).toEqual(['a from 1200']);
    fill('c', 500);
    await known.upToDate('c');
    reads.length = 0;
    await known.upToDate('b');
    expect(reads[0]).toBe('b from 0');
    expect((await known.upToDate('absent')).revision).toBe(-1);
  });
});
