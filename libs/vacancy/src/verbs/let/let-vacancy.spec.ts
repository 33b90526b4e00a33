import { day } from '#kernel';
import { ALLOCATION, given, letTo, PARTIES, STORY, vacancyAfter, circumstances, withdrawn } from '../../testing';
import type { Vacancy } from '../../vacancy';
import { letVacancy } from './let-vacancy';

const lease = (date = '2026-04-07') => ({ allocation: ALLOCATION, on: day(date) });

describe('the lease is signed', () => {
  it('by the candidate that accepted; the others are withdrawn in the same append', () => {
    given(STORY.accepted)
      .when(letVacancy, lease())
      .then(withdrawn('diallo', 'logement_attribue', '2026-04-07'), letTo('martin'))
      .becomes('let')
      .leaves('martin', 'signed', { reason: null })
      .leaves('diallo', 'withdrawn', { reason: 'logement_attribue' })
      .leaves('nguyen', 'notAllocated');
  });

  it('not before the acceptance', () => {
    given(STORY.accepted).when(letVacancy, lease('2026-03-30')).thenAccepted();
    given(STORY.accepted)
      .when(letVacancy, lease('2026-03-29'))
      .thenRefused('lease-before-acceptance', { acceptedOn: '2026-03-30' });
  });

  it('not by a household that is housed, or whose application ended', () => {
    const story = given(STORY.accepted);
    story
      .where({ household: { isHoused: true } })
      .when(letVacancy, lease())
      .thenRefused('household-already-housed');
    story
      .where({ household: { hasEnded: true } })
      .when(letVacancy, lease())
      .thenRefused('application-ended');
  });

  it('not under the number of another lease', () => {
    given(STORY.accepted)
      .where({ numberIsTaken: true })
      .when(letVacancy, lease())
      .thenRefused('allocation-number-taken');
  });

  it('only where an offer was accepted', () => {
    for (const stage of [
      'declared',
      'oriented',
      'returned',
      'designated',
      'decided',
      'offered',
      'let',
      'closed',
    ] as const)
      given(STORY[stage]).when(letVacancy, lease()).thenRefused('not-in-this-status', { present: stage });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = {
      party: PARTIES.formerLandlord,
      numberIsTaken: true,
      household: { isHoused: true, hasEnded: true },
    };
    given(STORY.offered).where(former).when(letVacancy, lease('2026-05-05')).thenRefused('day-in-future');
    const early = lease('2026-03-29');
    given(STORY.offered).where(former).when(letVacancy, early).thenRefused('not-in-this-status');
    given(STORY.accepted).where(former).when(letVacancy, early).thenRefused('residence-of-another-landlord');
    const { party: _former, ...here } = former;
    given(STORY.accepted).where(here).when(letVacancy, early).thenRefused('household-already-housed');
    const ended = { ...here, household: { hasEnded: true } };
    given(STORY.accepted).where(ended).when(letVacancy, early).thenRefused('application-ended');
    const taken = { numberIsTaken: true };
    expect(letVacancy(early, withoutDocument(), circumstances(taken))).toMatchObject({ code: 'condition-not-lifted' });
    given(STORY.accepted).where(taken).when(letVacancy, early).thenRefused('lease-before-acceptance');
  });

  /** No verb leads there, so the rule of the lease is tried on a state of its own. */
  function withoutDocument(): Vacancy {
    const vacancy = vacancyAfter(STORY.accepted);
    const condition = { document: 'ressources', due: day('2026-04-10'), metOn: null } as const;
    return { ...vacancy, candidates: vacancy.candidates.map((one) => ({ ...one, condition })) };
  }
});
