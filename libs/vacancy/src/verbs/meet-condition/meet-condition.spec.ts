import { day, type Uuid } from '#kernel';
import {
  candidacy,
  commissionHeld,
  conditionLapsed,
  conditionMet,
  designated,
  given,
  HOLDERS,
  householdOf,
  notAllocated,
  offered,
  offerLapsed,
  onCondition,
  PARTIES,
  ranked,
  STORY,
} from '../../testing';
import { meetCondition } from './meet-condition';

const on = (date: string) => ({ on: day(date) });

describe('the document of a condition comes', () => {
  it('by its last day', () => {
    given(STORY.onCondition)
      .whenFor('martin', meetCondition, on('2026-03-30'))
      .then(conditionMet('martin'))
      .leaves('martin', 'allocated', {
        condition: { document: 'ressources', due: day('2026-04-10'), metOn: day('2026-03-30') },
      });
    given(STORY.onCondition).whenFor('martin', meetCondition, on('2026-04-10')).thenAccepted();
    given(STORY.onCondition)
      .whenFor('martin', meetCondition, on('2026-04-11'))
      .thenRefused('day-out-of-order', { field: 'date', notAfter: '2026-04-10' });
  });

  it('in time, and is recorded after the allocation lapsed', () => {
    given(STORY.onCondition, conditionLapsed('martin'))
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .then(conditionMet('martin', '2026-04-10'))
      .leaves('martin', 'allocated', { reason: null, lapsedBy: null, rank: 1 });
  });

  it('too late where another rank was offered meanwhile', () => {
    given(
      STORY.onCondition,
      conditionLapsed('martin'),
      offered('diallo', { notifiedOn: '2026-04-13', lastDay: '2026-04-23' }),
    )
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .thenRefused('other-rank-offered');
  });

  it('too late where another commission was held, or the State allocated in its place', () => {
    const alone = [...STORY.oriented, designated('martin'), commissionHeld([onCondition('martin', 1)])];
    const lapsed = [...alone, conditionLapsed('martin')];
    given(lapsed, designated('petit'), commissionHeld([ranked('petit', 1)]))
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .thenRefused('other-rank-offered');
    given(lapsed, designated('petit', { basis: 'substitution', holder: HOLDERS.state }))
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .thenRefused('other-rank-offered');
    given(lapsed, designated('petit')).whenFor('martin', meetCondition, on('2026-04-10')).thenAccepted();
  });

  it('too late where the household was designated again', () => {
    const again = candidacy('martin', { candidate: 'candidate-martin-2' as Uuid, household: householdOf('martin') });
    given(STORY.onCondition, conditionLapsed('martin'), { type: 'CandidateDesignated', data: again })
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .thenRefused('candidate-already-designated');
  });

  it('only where it is awaited', () => {
    given(STORY.decided)
      .whenFor('martin', meetCondition, on('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'allocated', admitted: ['facts', 'withdrawal', 'offer'] });
    given(STORY.onCondition, conditionMet('martin'))
      .whenFor('martin', meetCondition, on('2026-03-30'))
      .thenRefused('not-in-this-status');
    given(
      STORY.onCondition,
      conditionMet('martin'),
      offered('martin', { notifiedOn: '2026-03-30' }),
      offerLapsed('martin'),
    )
      .whenFor('martin', meetCondition, on('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'lapsed' });
    given(STORY.designated, commissionHeld([notAllocated('martin')]))
      .whenFor('martin', meetCondition, on('2026-03-30'))
      .thenRefused('not-in-this-status');
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    given(STORY.decided).where(former).whenFor('martin', meetCondition, on('2026-05-05')).thenRefused('day-in-future');
    given(STORY.decided)
      .where(former)
      .whenFor('martin', meetCondition, on('2026-04-11'))
      .thenRefused('not-in-this-status');
    given(STORY.onCondition)
      .where(former)
      .whenFor('martin', meetCondition, on('2026-04-11'))
      .thenRefused('day-out-of-order');
    given(STORY.onCondition)
      .where(former)
      .whenFor('martin', meetCondition, on('2026-04-10'))
      .thenRefused('residence-of-another-landlord');
  });
});
