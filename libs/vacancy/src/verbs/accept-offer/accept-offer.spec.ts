import { day, type Uuid } from '#kernel';
import {
  accepted,
  candidacy,
  conditionLapsed,
  given,
  householdOf,
  lapseCorrected,
  offered,
  offerLapsed,
  PARTIES,
  STORY,
} from '../../testing';
import { acceptOffer } from './accept-offer';

const on = (date: string) => ({ on: day(date) });
const LAPSED = [...STORY.offered, offerLapsed('martin')];

describe('a household accepts the offer', () => {
  it('up to and on the last day', () => {
    given(STORY.offered)
      .whenFor('martin', acceptOffer, on('2026-04-02'))
      .then(accepted('martin', '2026-04-02'))
      .becomes('accepted')
      .leaves('martin', 'accepted', { answeredOn: day('2026-04-02') });
    given(STORY.offered)
      .whenFor('martin', acceptOffer, on('2026-04-03'))
      .thenRefused('answer-after-deadline', { lastDay: '2026-04-02' });
  });

  it('not before the notice', () => {
    given(STORY.offered).whenFor('martin', acceptOffer, on('2026-03-23')).thenAccepted();
    given(STORY.offered)
      .whenFor('martin', acceptOffer, on('2026-03-22'))
      .thenRefused('day-out-of-order', { field: 'date', notBefore: '2026-03-23' });
  });

  it('in time, and the answer is recorded after the offer lapsed: the lapse is corrected first', () => {
    given(LAPSED)
      .whenFor('martin', acceptOffer, on('2026-04-02'))
      .then(lapseCorrected('martin'), accepted('martin', '2026-04-02'))
      .leaves('martin', 'accepted', { lapsedBy: null, reason: null });
    given(LAPSED).whenFor('martin', acceptOffer, on('2026-04-03')).thenRefused('answer-after-deadline');
  });

  it('too late where another rank was offered since', () => {
    given(LAPSED, offered('diallo', { notifiedOn: '2026-04-03', lastDay: '2026-04-13' }))
      .whenFor('martin', acceptOffer, on('2026-04-02'))
      .thenRefused('other-rank-offered');
  });

  it('too late where it was designated again since', () => {
    const again = candidacy('martin', { candidate: 'candidate-martin-2' as Uuid, household: householdOf('martin') });
    given(LAPSED, { type: 'CandidateDesignated', data: again })
      .whenFor('martin', acceptOffer, on('2026-04-02'))
      .thenRefused('candidate-already-designated');
  });

  it('not once its application ended; that it is housed is looked at with the lease', () => {
    const story = given(STORY.offered);
    story
      .where({ household: { hasEnded: true } })
      .whenFor('martin', acceptOffer, on('2026-03-30'))
      .thenRefused('application-ended');
    story
      .where({ household: { isHoused: true } })
      .whenFor('martin', acceptOffer, on('2026-03-30'))
      .thenAccepted();
  });

  it('only where the offer waits for its answer, or lapsed by silence', () => {
    given(STORY.decided)
      .whenFor('martin', acceptOffer, on('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'allocated' });
    given(STORY.accepted)
      .whenFor('martin', acceptOffer, on('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'accepted' });
    given(STORY.onCondition, conditionLapsed('martin'))
      .whenFor('martin', acceptOffer, on('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'lapsed', admitted: ['condition'] });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord, household: { hasEnded: true } };
    given(STORY.decided).where(former).whenFor('martin', acceptOffer, on('2026-05-05')).thenRefused('day-in-future');
    given(STORY.decided)
      .where(former)
      .whenFor('martin', acceptOffer, on('2026-03-22'))
      .thenRefused('not-in-this-status');
    given(STORY.offered).where(former).whenFor('martin', acceptOffer, on('2026-03-22')).thenRefused('day-out-of-order');
    given(STORY.offered)
      .where(former)
      .whenFor('martin', acceptOffer, on('2026-04-03'))
      .thenRefused('residence-of-another-landlord');
    const overtaken = given(LAPSED, offered('diallo', { notifiedOn: '2026-04-03', lastDay: '2026-04-13' }));
    overtaken
      .where({ household: { hasEnded: true } })
      .whenFor('martin', acceptOffer, on('2026-04-03'))
      .thenRefused('application-ended');
    overtaken.whenFor('martin', acceptOffer, on('2026-04-03')).thenRefused('answer-after-deadline');
  });
});
