import { BackOff, retry } from './waiting';

const FAST = { firstDelay: 1, longestDelay: 5, giveUpAfter: 100 };

class Passing extends Error {}

const isPassing = (error: unknown): boolean => error instanceof Passing;

/** Fails `times` times, then succeeds. */
function failing(times: number, error: Error) {
  return jest.fn(() => {
    if (attempt.mock.calls.length <= times) throw error;
    return 'done';
  });
}
let attempt: jest.Mock<string>;

describe('BackOff', () => {
  it('doubles its delay up to the longest one, with a random half, and can be reset', () => {
    const backOff = new BackOff({ firstDelay: 100, longestDelay: 350 });
    const within = [100, 200, 350, 350].map((most) => {
      const delay = backOff.next();
      return delay >= most / 2 && delay <= most;
    });
    expect(within).toEqual([true, true, true, true]);
    backOff.reset();
    expect(backOff.next()).toBeLessThanOrEqual(100);
  });
});

describe('retry', () => {
  it('tries again after a passing failure, and reports the number of tries before each wait', async () => {
    attempt = failing(2, new Passing());
    const onFailure = jest.fn();
    await expect(retry(attempt, { ...FAST, isPassing, onFailure })).resolves.toBe('done');
    expect(onFailure.mock.calls).toEqual([[1], [2]]);
  });

  it('tries only once after a lasting failure', async () => {
    attempt = failing(9, new Error('for good'));
    await expect(retry(attempt, { ...FAST, isPassing })).rejects.toThrow('for good');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('gives up after a while, with the last error', async () => {
    attempt = failing(Infinity, new Passing('still'));
    const begun = performance.now();
    await expect(retry(attempt, { ...FAST, isPassing })).rejects.toThrow('still');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(100);
    expect(attempt.mock.calls.length).toBeGreaterThan(1);
  });

  it('stops waiting when its signal is aborted', async () => {
    const stopping = new AbortController();
    attempt = failing(Infinity, new Passing('stopped'));
    const options = { firstDelay: 60_000, longestDelay: 60_000, giveUpAfter: 600_000, isPassing };
    const outcome = retry(attempt, { ...options, signal: stopping.signal });
    await Promise.resolve();
    stopping.abort();
    await expect(outcome).rejects.toThrow('stopped');
    expect(attempt).toHaveBeenCalledTimes(2);
  });
});
