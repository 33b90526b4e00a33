import { Pace } from './pace';

describe('the pace of work', () => {
  it('rests until work lies far enough back, and not at all where it already does', async () => {
    const begun = performance.now();
    await new Pace(60).rest(begun);
    expect(performance.now() - begun).toBeGreaterThan(55);
    const late = performance.now();
    await new Pace(60).rest(late - 1_000);
    expect(performance.now() - late).toBeLessThan(55);
  });

  it('is hurried out of its rest', async () => {
    const pace = new Pace(60_000);
    const rested = pace.rest(performance.now());
    pace.hurry();
    await rested;
    pace.hurry();
  });
});
