import { setTimeout as wait } from 'node:timers/promises';
import { CodedError, refuse } from '#kernel';
import type { ParkedEvent } from '../parked';
import { ManualTime } from '../testing/manual-time';
import { AFTERWARDS, STORY } from '../testing/process-contract';
import { ProcessSetting, temporaryStores } from '../testing/process-setting';
import { candidateEvent, SAMPLE_PROCESS } from '../testing/sample-process';

let time: ManualTime;
let setting: ProcessSetting;
beforeEach(async () => {
  time = new ManualTime();
  setting = await ProcessSetting.open(temporaryStores(time), { clock: time });
});
afterEach(() => setting.destroy());

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const limit = performance.now() + 10_000; !(await condition()); await wait(2))
    if (performance.now() > limit) throw new Error('still waiting');
}

const status = () => setting.watcher().status();

describe('an event that cannot be understood', () => {
  const poison = candidateEvent('CandidateNamed', { candidate: 'P', vacancy: 'V', poison: true });

  it('is parked, and the rest goes on', async () => {
    await setting.record(poison, ...STORY);
    await setting.runUntilQuiet();
    expect(await setting.effects()).toHaveLength(AFTERWARDS.length);
    expect(await status()).toMatchObject({ parked: 1, lagEvents: 0, due: 0 });
  });

  it('is read again by a program that understands it: its own effects are done, and effects already done are not repeated', async () => {
    await setting.record(poison, ...STORY);
    await setting.runUntilQuiet();
    setting.manager = {
      ...SAMPLE_PROCESS,
      react: (event, state) => {
        const { poison: _poison, ...data } = event.data;
        return SAMPLE_PROCESS.react({ ...event, data }, state);
      },
    };
    // Nothing is due before the process has read the history again, so it is too early to wait until it is quiet.
    setting.run();
    await until(async () => (await setting.effects()).length > AFTERWARDS.length);
    await setting.quiet();
    expect(await status()).toMatchObject({ parked: 0 });
    const effects = await setting.effects();
    expect(effects).toHaveLength(AFTERWARDS.length + 1);
    expect(effects).toContainEqual(expect.objectContaining({ type: 'CandidateWithdrawn', data: { candidate: 'P' } }));
  });
});

describe('an effect that fails', () => {
  it('is parked at once where it is refused, with its code, and is tried again by the next process', async () => {
    const parked: ParkedEvent[] = [];
    setting.obstacles.set('B', () => refuse('not-allowed'));
    await setting.record(...STORY);
    const first = setting.run({ observer: { parked: (_name, event) => parked.push(event) } });
    await setting.quiet();
    await first.end();
    expect(await setting.effects()).toHaveLength(AFTERWARDS.length - 1);
    expect(await status()).toMatchObject({ parked: 1, due: 0 });
    expect(parked).toMatchObject([{ code: 'not-allowed', type: 'Withdraw', event: STORY.at(-1)!.id }]);
    const second = setting.run({ observer: { parked: (_name, event) => parked.push(event) } });
    await until(() => parked.length === 2);
    await second.end();
    expect(await status()).toMatchObject({ parked: 1 });
    setting.obstacles.clear();
    setting.run();
    await until(async () => (await status()).parked === 0);
    await setting.quiet();
    expect(await setting.effects()).toHaveLength(AFTERWARDS.length);
  });

  it('is not tried again by the same process', async () => {
    setting.obstacles.set('B', () => refuse('not-allowed'));
    setting.run({ timers: time.timers() });
    await setting.record(...STORY);
    await setting.quiet();
    const { length } = setting.sent;
    await time.advance(3_600_000);
    expect(setting.sent).toHaveLength(length);
  });

  it('is done where the refusal says that nothing is left to do', async () => {
    setting.obstacles.set('B', () => refuse('signed'));
    await setting.record(...STORY);
    await setting.runUntilQuiet();
    expect(await status()).toMatchObject({ parked: 0, due: 0 });
  });

  it('by an error is tried again, with a growing delay, then parked; the others go on', async () => {
    setting.obstacles.set('B', () => {
      throw new TypeError('x is undefined');
    });
    setting.run({ timers: time.timers() });
    await setting.record(...STORY);
    await until(async () => (await setting.effects()).length === AFTERWARDS.length - 1);
    const tries = () => setting.sent.filter(({ data }) => data['candidate'] === 'B').length;
    expect(await status()).toMatchObject({ parked: 0, due: 1 });
    for (let expected = 1, delay = 1_000; expected <= 5; expected += 1, delay *= 2) {
      await until(() => tries() === expected);
      await time.advance(delay - 1);
      expect(tries()).toBe(expected);
      await time.advance(1);
    }
    await until(async () => (await status()).parked === 1);
    expect(tries()).toBe(6);
  });

  it('by a store that does not answer is tried again for ever, and says so meanwhile', async () => {
    let answers = false;
    setting.obstacles.set('B', () => {
      if (!answers) throw new CodedError('store-unreachable', 'no answer');
      return undefined;
    });
    const { runner } = setting.run({ timers: time.timers() });
    await setting.record(...STORY);
    await until(async () => (await setting.effects()).length === AFTERWARDS.length - 1);
    for (let minute = 0; minute < 10; minute += 1) await time.advance(60_000);
    await until(async () => (await runner.status()).failure === 'store-unreachable');
    expect(await status()).toMatchObject({ parked: 0, due: 1, lagSeconds: 600 });
    answers = true;
    await time.advance(60_000);
    await until(async () => (await setting.effects()).length === AFTERWARDS.length);
    await until(async () => (await runner.status()).failure === null);
  });
});
