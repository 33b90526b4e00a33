import { sleep } from './waiting';
import { withTimeout } from './timeout';

describe('withTimeout', () => {
  const answer = async (): Promise<string> => {
    await sleep(1);
    return 'yes';
  };

  it('returns an answer or throws an error that comes in time', async () => {
    await expect(withTimeout(1_000, answer)).resolves.toBe('yes');
    await expect(withTimeout(1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('throws when the time is over', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    await expect(withTimeout(5, never)).rejects.toMatchObject({ code: 'no-answer' });
    await expect(withTimeout(5, never, () => new Error('late'))).rejects.toThrow('late');
  });

  it('aborts the signal of late work, and ignores its later failure', async () => {
    let work: Promise<void> = Promise.resolve();
    const failing = async (signal: AbortSignal): Promise<void> => {
      await sleep(60_000, signal);
      throw new Error('afterwards');
    };
    await expect(withTimeout(5, (signal) => (work = failing(signal)))).rejects.toMatchObject({ code: 'no-answer' });
    await expect(work).rejects.toThrow('afterwards');
  });
});
