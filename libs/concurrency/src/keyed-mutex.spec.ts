import { KeyedMutex } from './keyed-mutex';
import { sleep } from './waiting';

describe('KeyedMutex', () => {
  it('runs one work at a time for each key, in the order of the calls, also after a failure', async () => {
    const mutex = new KeyedMutex();
    const log: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      log.push(`begin ${name}`);
      await sleep(1);
      log.push(`end ${name}`);
      if (name === 'a2') throw new Error(name);
      return name;
    };
    const asked = ['a1', 'a2', 'a3', 'b1'].map((name) => mutex.runExclusive(name[0]!, work(name)));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const ofA = log.filter((line) => line.includes('a'));
    expect(ofA).toEqual(['begin a1', 'end a1', 'begin a2', 'end a2', 'begin a3', 'end a3']);
    expect(log.indexOf('begin b1')).toBeLessThan(log.indexOf('end a1'));
  });

  it('runs one work at a time even where the next call comes just when the last one ends', async () => {
    const mutex = new KeyedMutex();
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
    };
    const chain = async (): Promise<void> => {
      for (let time = 0; time < 100; time += 1) await mutex.runExclusive('a', work);
    };
    await Promise.all([chain(), chain(), chain()]);
    expect(most).toBe(1);
  });

  it('waits for all running works', async () => {
    const mutex = new KeyedMutex();
    await mutex.waitForUnlock();
    let ended = 0;
    const work = async (): Promise<void> => {
      await sleep(2);
      ended += 1;
    };
    const asked = ['a', 'a', 'b'].map((key) => mutex.runExclusive(key, work));
    await mutex.waitForUnlock();
    expect(ended).toBe(3);
    await Promise.all(asked);
  });
});
