import type { NewEvent } from '#event-store';
import { day } from '#kernel';
import { Mortal } from './mortal';
import { ProcessSetting, type ProcessStores } from './process-setting';
import { candidateEvent } from './sample-process';

const LAST_DAY = '2024-03-01';

/** Three candidates of a vacancy: one of them signs. Two offers: one is answered, and the last day of the other is long past. */
export const STORY: readonly NewEvent[] = [
  ...['A', 'B', 'C'].map((candidate) => candidateEvent('CandidateNamed', { candidate, vacancy: 'V' })),
  candidateEvent('OfferMade', { candidate: 'D', lastDay: LAST_DAY }),
  candidateEvent('OfferMade', { candidate: 'E', lastDay: LAST_DAY }),
  candidateEvent('OfferAnswered', { candidate: 'E' }),
  candidateEvent('LeaseSigned', { candidate: 'A', vacancy: 'V' }),
];

export const AFTERWARDS = [
  { type: 'CandidateWithdrawn', data: { candidate: 'B' }, causationId: STORY[6]!.id },
  { type: 'CandidateWithdrawn', data: { candidate: 'C' }, causationId: STORY[6]!.id },
  {
    type: 'OfferLapsed',
    data: { candidate: 'D', lastDay: LAST_DAY },
    effectiveDay: day(LAST_DAY),
    causationId: STORY[3]!.id,
  },
];

/** A run has some tens of steps. A test that reaches this number would kill the process again and again without an end. */
const MOST_STEPS = 300;

/** What holds on stores of every kind: wherever a process is killed, each effect happens once. `makeStores` gives fresh stores. */
export function processContract(name: string, makeStores: () => Promise<ProcessStores> | ProcessStores): void {
  describe(`a process manager on ${name}`, () => {
    let setting: ProcessSetting;
    afterEach(() => setting.destroy());

    const open = async () => (setting = await ProcessSetting.open(await makeStores()));
    const expectEachOnce = async () => {
      const effects = await setting.effects();
      expect(effects).toHaveLength(AFTERWARDS.length);
      expect(effects).toEqual(expect.arrayContaining(AFTERWARDS.map((one) => expect.objectContaining(one) as object)));
    };

    it('does each effect once, in the correlation of its cause, and nothing more when it runs again', async () => {
      await open();
      await setting.record(...STORY);
      await setting.runUntilQuiet();
      await expectEachOnce();
      const [withdrawn] = await setting.effects();
      const cause = STORY.find(({ id }) => id === (withdrawn as { causationId: string }).causationId);
      expect(withdrawn).toMatchObject({ correlationId: cause!.metadata.correlationId });
      await setting.runUntilQuiet();
      await expectEachOnce();
    });

    it('does nothing again when the read store is lost', async () => {
      await open();
      await setting.record(...STORY);
      await setting.runUntilQuiet();
      await setting.loseReadStore();
      await setting.runUntilQuiet();
      await expectEachOnce();
    });

    it('does each effect once wherever it is killed while it reads the past', async () => {
      for (let diesAt = 1, wasKilled = true; wasKilled; diesAt += 1) {
        await open();
        await setting.record(...STORY);
        const mortal = new Mortal(diesAt);
        await setting.runUntilQuiet(mortal);
        wasKilled = mortal.isDead;
        await setting.runUntilQuiet();
        await expectEachOnce();
        expect(diesAt).toBeLessThan(MOST_STEPS);
        await setting.destroy();
      }
    });

    it('does each effect once wherever it is killed while it follows, and killed again', async () => {
      for (let diesAt = 1, wasKilled = true; wasKilled; diesAt += 1) {
        await open();
        await setting.record(...STORY.slice(0, -1));
        await setting.runUntilQuiet();
        const mortal = new Mortal(diesAt);
        const first = setting.run({ mortal });
        await setting.record(...STORY.slice(-1));
        await Promise.race([setting.quiet(mortal), mortal.died]);
        await first.end();
        wasKilled = mortal.isDead;
        await setting.runUntilQuiet(new Mortal(diesAt));
        await setting.runUntilQuiet();
        await expectEachOnce();
        expect(diesAt).toBeLessThan(MOST_STEPS);
        await setting.destroy();
      }
    });
  });
}
