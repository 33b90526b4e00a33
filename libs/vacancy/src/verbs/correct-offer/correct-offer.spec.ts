import { day, type Uuid } from '#kernel';
import {
  accepted,
  candidacy,
  conditionLapsed,
  conditionMet,
  declined,
  given,
  householdOf,
  idOf,
  offered,
  offerLapsed,
  PARTIES,
  STORY,
} from '../../testing';
import { correctOffer } from './correct-offer';

const right = { notifiedOn: day('2026-03-25') };
const offerCorrected = (notifiedOn: string, lastDay: string, delay = 10) => ({
  type: 'OfferCorrected' as const,
  data: {
    candidate: idOf('martin'),
    notifiedOn: day(notifiedOn),
    delay,
    lastDay: day(lastDay),
    daloWarning: false,
    motive: 'erreur' as const,
  },
});

describe('an offer is corrected', () => {
  it('to the right day of its notice, with its last day counted anew over the Easter weekend', () => {
    given(STORY.offered)
      .whenFor('martin', correctOffer, right)
      .then(offerCorrected('2026-03-25', '2026-04-07'))
      .leaves('martin', 'offered', { reason: 'erreur' });
  });

  it('with the delay that it was made with', () => {
    given(STORY.decided, offered('martin', { delay: 15, lastDay: '2026-04-07' }))
      .whenFor('martin', correctOffer, { notifiedOn: day('2026-03-26') })
      .then(offerCorrected('2026-03-26', '2026-04-10', 15));
  });

  it('and offered again, whatever the answer that was recorded', () => {
    for (const since of [accepted('martin'), declined('martin'), offerLapsed('martin')])
      given(STORY.offered, since)
        .whenFor('martin', correctOffer, { notifiedOn: null })
        .then(offerCorrected('2026-03-23', '2026-04-02'))
        .becomes('offered')
        .leaves('martin', 'offered', { answeredOn: null, lapsedBy: null });
  });

  it('not once another rank was offered', () => {
    given(STORY.offered, declined('martin'), offered('diallo', { notifiedOn: '2026-04-01', lastDay: '2026-04-13' }))
      .whenFor('martin', correctOffer, right)
      .thenRefused('other-rank-offered');
  });

  it('neither before the commission nor before the document came', () => {
    given(STORY.offered)
      .whenFor('martin', correctOffer, { notifiedOn: day('2026-03-18') })
      .thenRefused('day-out-of-order', { field: 'date_notification', notBefore: '2026-03-19' });
    given(
      STORY.onCondition,
      conditionMet('martin'),
      offered('martin', { notifiedOn: '2026-03-30', lastDay: '2026-04-09' }),
    )
      .whenFor('martin', correctOffer, { notifiedOn: day('2026-03-29') })
      .thenRefused('day-out-of-order', { notBefore: '2026-03-30' });
  });

  it('not to a household designated again, housed, or whose application ended meanwhile', () => {
    const story = given(STORY.offered, declined('martin'));
    const again = candidacy('martin', { candidate: 'candidate-martin-2' as Uuid, household: householdOf('martin') });
    given(STORY.offered, declined('martin'), { type: 'CandidateDesignated', data: again })
      .whenFor('martin', correctOffer, right)
      .thenRefused('candidate-already-designated');
    story
      .where({ household: { isHoused: true } })
      .whenFor('martin', correctOffer, right)
      .thenRefused('household-already-housed');
    story
      .where({ household: { hasEnded: true } })
      .whenFor('martin', correctOffer, right)
      .thenRefused('application-ended');
  });

  it('only where an offer was made', () => {
    given(STORY.decided)
      .whenFor('martin', correctOffer, right)
      .thenRefused('not-in-this-status', { present: 'allocated' });
    given(STORY.onCondition, conditionLapsed('martin'))
      .whenFor('martin', correctOffer, right)
      .thenRefused('not-in-this-status', { present: 'lapsed', admitted: ['condition'] });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord, household: { isHoused: true } };
    given(STORY.decided)
      .where(former)
      .whenFor('martin', correctOffer, { notifiedOn: day('2026-05-05') })
      .thenRefused('day-in-future');
    const early = { notifiedOn: day('2026-03-18') };
    given(STORY.decided).where(former).whenFor('martin', correctOffer, early).thenRefused('not-in-this-status');
    given(STORY.offered).where(former).whenFor('martin', correctOffer, early).thenRefused('day-out-of-order');
    given(STORY.offered)
      .where(former)
      .whenFor('martin', correctOffer, right)
      .thenRefused('residence-of-another-landlord');
    const overtaken = given(STORY.offered, declined('martin'), offered('diallo'));
    overtaken
      .where({ household: { isHoused: true } })
      .whenFor('martin', correctOffer, right)
      .thenRefused('household-already-housed');
  });
});
