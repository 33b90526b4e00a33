import type { Position } from '#event-store';
import type { Projection } from '#processing';
import type { Installation } from './installation';
import { reachHead } from './reach-head';

const HEAD = '0000000000000002' as Position;
const PROJECTION = { model: { name: 'sample', version: 1, collections: [] } } as unknown as Projection;

/** An installation whose projection another process moves; it shows the head after so many questions. */
function followed(questions: number): Installation {
  let asked = 0;
  const runner = { shows: async () => ++asked > questions };
  return {
    eventStore: { head: async () => ({ position: HEAD }) },
    engine: { runner: () => runner },
    keepsModels: false,
  } as unknown as Installation;
}

describe('a read model that another process moves', () => {
  it('is waited for until it shows the head', async () => {
    await reachHead(followed(2), PROJECTION);
  });

  it('is not waited for once the process must stop', async () => {
    const stopping = new AbortController();
    const begun = performance.now();
    const waiting = expect(reachHead(followed(Infinity), PROJECTION, { signal: stopping.signal })).rejects;
    setTimeout(() => stopping.abort(), 20);
    await waiting.toMatchObject({ code: 'projection-stopped' });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('cannot be waited for beyond the head', async () => {
    const atLeast = '0000000000000003' as Position;
    await expect(reachHead(followed(0), PROJECTION, { atLeast })).rejects.toMatchObject({ code: 'unknown-position' });
  });
});
