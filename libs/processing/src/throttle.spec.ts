import { Throttle } from './throttle';

describe('Throttle', () => {
  it('waits until work lies far enough back, and not at all where it already does', async () => {
    const begun = performance.now();
    await new Throttle(60).wait(begun);
    expect(performance.now() - begun).toBeGreaterThan(55);
    const late = performance.now();
    await new Throttle(60).wait(late - 1_000);
    expect(performance.now() - late).toBeLessThan(55);
  });

  it('is released from its wait', async () => {
    const throttle = new Throttle(60_000);
    const waited = throttle.wait(performance.now());
    throttle.release();
    await waited;
    throttle.release();
  });
});
