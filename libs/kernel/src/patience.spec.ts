import { setTimeout as wait } from 'node:timers/promises';
import { withPatience } from './patience';

describe('withPatience', () => {
  it('gives an answer or an error that comes in time', async () => {
    await expect(withPatience(1_000, wait(1, 'yes'))).resolves.toBe('yes');
    await expect(withPatience(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('waits no longer', async () => {
    const never = new Promise<never>(() => undefined);
    // Something else must keep the process alive: patience does not.
    const alive = setTimeout(() => undefined, 1_000);
    await expect(withPatience(5, never)).rejects.toMatchObject({ code: 'no-answer' });
    clearTimeout(alive);
  });
});
