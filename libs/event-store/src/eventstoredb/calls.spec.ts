import { setTimeout as wait } from 'node:timers/promises';
import { Calls } from './calls';
import { CallTimedOut } from './failures';

const timeouts = { callTimeout: 1_000, firstDelay: 1, longestDelay: 5, giveUpAfter: 100 };

describe('Calls', () => {
  it('makes all calls, a bounded number at a time', async () => {
    const calls = new Calls('db', timeouts);
    let running = 0;
    let most = 0;
    const attempt = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await wait(1);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 500 }, () => calls.run(attempt)));
    expect({ most, running }).toEqual({ most: 64, running: 0 });
  });

  it('retries a call that may succeed later, until its time is over', async () => {
    const calls = new Calls('db', timeouts);
    let tries = 0;
    const third = async (): Promise<string> => {
      if ((tries += 1) < 3) throw new CallTimedOut();
      return 'done';
    };
    expect(await calls.run(third)).toBe('done');
    const never = async (): Promise<never> => {
      tries += 1;
      throw new CallTimedOut();
    };
    await expect(calls.run(never)).rejects.toMatchObject({ code: 'store-unreachable', params: { host: 'db' } });
    expect(tries).toBeGreaterThan(10);
  });

  it('tries only once a call that is refused for good', async () => {
    const refused = jest.fn().mockRejectedValue({ type: 'access-denied' });
    await expect(new Calls('db', timeouts).run(refused)).rejects.toMatchObject({ code: 'store-access-denied' });
    expect(refused).toHaveBeenCalledTimes(1);
  });

  it('retries no call after hurry(), and makes no call once it is closed', async () => {
    const calls = new Calls('db', { ...timeouts, firstDelay: 60_000, longestDelay: 60_000, giveUpAfter: 600_000 });
    const failing = jest.fn().mockRejectedValue(new CallTimedOut());
    const call = calls.run(failing);
    await wait(5);
    calls.hurry();
    await expect(call).rejects.toMatchObject({ code: 'store-unreachable' });
    expect(await calls.run(async () => 'still made')).toBe('still made');
    calls.close();
    await expect(calls.run(async () => 'too late')).rejects.toMatchObject({ code: 'store-closed' });
    expect(failing.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
