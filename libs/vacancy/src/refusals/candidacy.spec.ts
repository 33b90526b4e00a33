import { day, type Changes } from '#kernel';
import type { ClearHousehold } from '#allocation';
import type { VacancyEvent } from '../events';
import * as story from '../testing';
import { idOf, STORY, type Who } from '../testing';
import { candidacyAfter, stepsOf, type Candidacy } from './candidacy';

type Steps = readonly (VacancyEvent | readonly VacancyEvent[])[];

function after(who: Who, ...events: Steps): Candidacy {
  const steps = (events.flat() as readonly VacancyEvent[]).flatMap(stepsOf);
  return candidacyAfter(steps.flatMap(({ candidate, step }) => (candidate === idOf(who) ? [step] : [])))!;
}
const refusals = (who: Who, ...events: Steps) => {
  const { beforeCommission, commission, afterCommission } = after(who, ...events);
  return [beforeCommission, commission, afterCommission].map((reached) => reached && (reached.refusal?.kind ?? 'none'));
};

describe('what became of a candidate', () => {
  it('begins when it is put forward, with its facts', () => {
    expect(after('martin', STORY.designated)).toEqual({
      holder: story.HOLDERS.town,
      composition: 'couple',
      quartile: 2,
      beforeCommission: { on: '2026-03-09', refusal: null },
      commission: null,
      afterCommission: null,
    });
    const changes: Changes<ClearHousehold> = {
      quartile: { from: 2, to: 1 },
      composition: { from: 'couple', to: null },
    };
    const corrected = { candidate: idOf('martin'), motive: 'erreur', changes };
    expect(after('martin', STORY.designated, { type: 'CandidateFactsCorrected', data: corrected })).toMatchObject({
      quartile: 1,
      composition: null,
    });
  });

  it('is a refusal before the commission where a person withdraws it, and none where the process does', () => {
    const withdrawn = (by: 'menage' | 'reservataire' | 'bailleur' | 'process') =>
      refusals('martin', STORY.designated, story.withdrawn('martin', 'loyer', '2026-03-10', by))[0];
    expect(['menage', 'reservataire', 'bailleur', 'process'].map((by) => withdrawn(by as 'menage'))).toEqual([
      'withdrawnByHousehold',
      'withdrawnByHolder',
      'withdrawnByLandlord',
      'none',
    ]);
  });

  it('keeps a deferral when the commission endorses it later, and is put forward once', () => {
    const events: Steps = [story.declared(), story.oriented(), story.proposed('martin'), story.deferred('martin')];
    const endorsed = after('martin', ...events, story.endorsed('martin', '2026-03-15'));
    expect(endorsed.beforeCommission).toEqual({
      on: '2026-03-09',
      refusal: { kind: 'deferred', motive: 'equilibre' },
    });
  });

  it('is what the commission decided, as it was corrected', () => {
    expect(refusals('nguyen', STORY.decided)).toEqual(['none', 'notAllocated', null]);
    const corrected = story.commissionCorrected([
      story.ranked('martin', 1),
      story.inadmissible('diallo'),
      story.ranked('nguyen', 2),
    ]);
    expect(refusals('nguyen', STORY.decided, corrected)).toEqual(['none', 'none', null]);
    expect(after('diallo', STORY.decided, corrected).commission).toEqual({
      on: '2026-03-19',
      refusal: { kind: 'inadmissible', motive: 'plafond' },
    });
  });

  it('is the answer to the offer, on the day of the offer', () => {
    expect(after('martin', STORY.offered).afterCommission).toEqual({ on: '2026-03-23', refusal: null });
    expect(after('martin', STORY.offered, story.declined('martin')).afterCommission).toEqual({
      on: '2026-03-23',
      refusal: { kind: 'declined', motive: 'loyer' },
    });
    expect(refusals('martin', STORY.offered, story.offerLapsed('martin'))).toEqual(['none', 'none', 'lapsed']);
    // What was accepted may be given up.
    expect(refusals('martin', STORY.accepted, story.declined('martin'))[2]).toBe('declined');
  });

  it('is no refusal where the lapse or the offer was corrected, and the dwelling accepted', () => {
    const lapsed = [...STORY.offered, story.offerLapsed('martin')];
    expect(refusals('martin', lapsed, story.lapseCorrected('martin'), story.accepted('martin'))[2]).toBe('none');
    const again: VacancyEvent = {
      type: 'OfferCorrected',
      data: {
        candidate: idOf('martin'),
        notifiedOn: day('2026-03-25'),
        lastDay: day('2026-04-07'),
        delay: 10,
        daloWarning: false,
        motive: 'erreur',
      },
    };
    expect(after('martin', lapsed, again).afterCommission).toEqual({ on: '2026-03-25', refusal: null });
  });

  it('is a refusal where its document does not come, until it comes or the decision is corrected', () => {
    const missing = [...STORY.onCondition, story.conditionLapsed('martin')];
    expect(after('martin', missing).afterCommission).toEqual({
      on: '2026-04-11',
      refusal: { kind: 'lapsedByDocument', motive: 'dossier_incomplet' },
    });
    expect(refusals('martin', missing, story.conditionMet('martin'))).toEqual(['none', 'none', null]);
    const corrected = story.commissionCorrected([
      story.notAllocated('martin'),
      story.ranked('diallo', 1),
      story.notAllocated('nguyen'),
    ]);
    expect(refusals('martin', missing, corrected)).toEqual(['none', 'notAllocated', null]);
  });

  it('is no refusal of whoever signs, at whatever step the lease came', () => {
    expect(refusals('martin', STORY.let)).toEqual(['none', 'none', 'none']);
    expect(refusals('diallo', STORY.let)).toEqual(['none', 'none', null]);
  });
});
