import { setTimeout as wait } from 'node:timers/promises';
import { Turns } from './turns';

describe('Turns', () => {
  it('lets one go on at a time under each name, in the order of asking, also after a failure', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      log.push(`begin ${name}`);
      await wait(1);
      log.push(`end ${name}`);
      if (name === 'a2') throw new Error(name);
      return name;
    };
    const asked = ['a1', 'a2', 'a3', 'b1'].map((name) => turns.take(name[0]!, work(name)));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const ofA = log.filter((line) => line.includes('a'));
    expect(ofA).toEqual(['begin a1', 'end a1', 'begin a2', 'end a2', 'begin a3', 'end a3']);
    expect(log.indexOf('begin b1')).toBeLessThan(log.indexOf('end a1'));
  });
});
