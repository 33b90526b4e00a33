import { sleep } from './waiting';

describe('sleep', () => {
  it('lasts for the given time', async () => {
    const begun = performance.now();
    await sleep(30);
    expect(performance.now() - begun).toBeGreaterThan(25);
  });

  it('ends as soon as its signal is aborted, and does not begin after that', async () => {
    const stopping = new AbortController();
    const asleep = sleep(60_000, stopping.signal);
    stopping.abort();
    await asleep;
    await sleep(60_000, stopping.signal);
  });

  it('uses the given timers, and cancels its timer when it ends early', async () => {
    const asked: number[] = [];
    let cancelled = 0;
    const timers = { after: (delay: number) => (asked.push(delay), () => void (cancelled += 1)) };
    const stopping = new AbortController();
    const asleep = sleep(7, stopping.signal, timers);
    stopping.abort();
    await asleep;
    expect({ asked, cancelled }).toEqual({ asked: [7], cancelled: 1 });
  });
});
