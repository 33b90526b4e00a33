import type { Uuid } from '#kernel';
import type { VacancyEvent } from '../events';
import {
  commissionCorrected,
  commissionHeld,
  conditionMet,
  designated,
  idOf,
  inadmissible,
  notAllocated,
  onCondition,
  ranked,
  STORY,
  withdrawn,
} from '../testing';
import { minutesVacancy, type MinutesCommission } from './minutes';
import { onPaper, REFERENCE } from './testing/papers';

const SITTING = 'sitting-1' as Uuid;

function commissionsOf(events: readonly VacancyEvent[], sitting: Uuid | null = null): readonly MinutesCommission[] {
  return minutesVacancy(onPaper(events), { sitting, reference: REFERENCE })?.commissions ?? [];
}

const DECIDED = [inadmissible('martin'), ranked('diallo', 2), ranked('nguyen', 1)];

describe('the minutes of a vacancy', () => {
  it('give the allocated by rank, then the refused with their motive', () => {
    const [held] = commissionsOf([...STORY.designated, commissionHeld(DECIDED, { present: 6, form: 'presentielle' })]);
    expect(held).toMatchObject({ on: '2026-03-19', present: 6, form: 'presentielle', corrections: [] });
    expect(held!.decisions.map(({ number, decision, rank, motive }) => [number, decision, rank, motive])).toEqual([
      [3, 'attribution_rang', 1, null],
      [2, 'attribution_rang', 2, null],
      [1, 'irrecevabilite', null, 'plafond'],
    ]);
  });

  it('say where the mayor’s vote carried a decision', () => {
    const tied = { pour: 3, contre: 3, abstention: 0, maire: 'pour' } as const;
    const carried = { ...tied, pour: 4 } as const;
    const events = [
      ...STORY.designated,
      commissionHeld([
        ranked('martin', 1, { votes: tied }),
        ranked('diallo', 2, { votes: carried }),
        notAllocated('nguyen'),
      ]),
    ];
    expect(commissionsOf(events)[0]!.decisions.map(({ castByMayor }) => castByMayor)).toEqual([true, false, false]);
  });

  it('give the day on which an awaited document came', () => {
    const held = commissionHeld([onCondition('martin', 1), ranked('diallo', 2), notAllocated('nguyen')]);
    const [before] = commissionsOf([...STORY.designated, held]);
    expect(before!.decisions[0]).toMatchObject({
      document: 'ressources',
      documentDue: '2026-04-10',
      documentMetOn: null,
    });
    const [after] = commissionsOf([...STORY.designated, held, conditionMet('martin')]);
    expect(after!.decisions.map(({ documentMetOn }) => documentMetOn)).toEqual(['2026-03-30', null, null]);
  });

  it('say which decision a correction replaced, with its motive and when it was recorded', () => {
    const corrected = [ranked('diallo', 1), ranked('nguyen', 2), inadmissible('martin', 'condition_d_acces')];
    const [commission, ...others] = commissionsOf([
      ...STORY.designated,
      commissionHeld(DECIDED),
      commissionCorrected(corrected, { motive: 'piece_recue' }),
      commissionCorrected(corrected, { motive: 'erreur', present: 7 }),
    ]);
    expect(others).toEqual([]);
    expect(commission!.present).toBe(7);
    expect(commission!.decisions.map(({ number }) => number)).toEqual([2, 3, 1]);
    const [first, second] = commission!.corrections;
    expect(first).toMatchObject({ motive: 'piece_recue', recordedAt: '2026-03-19T09:06:00.000Z' });
    expect(first!.replaced.map(({ from, to }) => [from.number, from.rank, from.motive, to.rank, to.motive])).toEqual([
      [1, null, 'plafond', null, 'condition_d_acces'],
      [2, 2, null, 1, null],
      [3, 1, null, 2, null],
    ]);
    expect(second).toMatchObject({ motive: 'erreur', replaced: [] });
  });

  it('take no account of what the vigilance showed', () => {
    const shown = (position: string) => ({ position, notices: [], effects: [] });
    const at = (position: string) => DECIDED.map((one) => ({ ...one, vigilance: shown(position) }));
    const [commission] = commissionsOf([
      ...STORY.designated,
      commissionHeld(at('1')),
      commissionCorrected(at('2'), { present: 7 }),
    ]);
    expect(commission!.corrections).toMatchObject([{ replaced: [] }]);
    expect(commission!.decisions.map((one) => 'vigilance' in one)).toEqual([false, false, false]);
  });

  it('keep the decision of a candidate that was withdrawn before a correction', () => {
    const [{ decisions, corrections }] = commissionsOf([
      ...STORY.designated,
      commissionHeld(DECIDED),
      withdrawn('nguyen', 'ne_cherche_plus'),
      commissionCorrected([ranked('diallo', 1), inadmissible('martin')]),
    ]) as readonly [MinutesCommission];
    expect(decisions.map(({ candidate, rank }) => [candidate, rank])).toEqual([
      [idOf('diallo'), 1],
      [idOf('nguyen'), 1],
      [idOf('martin'), null],
    ]);
    expect(corrections[0]!.replaced.map(({ from }) => from.candidate)).toEqual([idOf('diallo')]);
  });

  it('are those of the sitting that is named, else of every commission in order', () => {
    const all = [notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')];
    const events = [
      ...STORY.designated,
      commissionHeld(all, { sitting: SITTING }),
      designated('petit'),
      commissionHeld([ranked('petit', 1)], { exception: 'insuffisance', attested: true }),
    ];
    expect(commissionsOf(events).map(({ sitting, exception }) => [sitting, exception])).toEqual([
      [SITTING, null],
      [null, 'insuffisance'],
    ]);
    expect(commissionsOf(events, SITTING)).toHaveLength(1);
    expect(minutesVacancy(onPaper(events), { sitting: 'sitting-2' as Uuid, reference: REFERENCE })).toBeUndefined();
  });
});
