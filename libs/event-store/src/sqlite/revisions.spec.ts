import { RevisionCache } from './stream-index';

describe('RevisionCache', () => {
  it('stays bounded for any number of streams, and keeps the latest ones', () => {
    const cache = new RevisionCache(100);
    for (let index = 0; index < 10_000; index += 1) cache.set(`stream-${index}`, index);
    expect(cache.size).toBeLessThanOrEqual(200);
    expect(cache.get('stream-9999')).toBe(9_999);
    expect(cache.get('stream-0')).toBeUndefined();
  });

  it('prefers the newest revision of a stream that was seen in both generations', () => {
    const cache = new RevisionCache(2);
    for (const [stream, revision] of [
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['a', 2],
    ] as const)
      cache.set(stream, revision);
    expect(cache.get('a')).toBe(2);
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
  });
});
