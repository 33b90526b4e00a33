import { day } from '#kernel';
import { conditionLapsed, declined, given, lapseCorrected, offered, offerLapsed, PARTIES, STORY } from '../../testing';
import { declineOffer } from './decline-offer';

const no = (date: string, motive = 'loyer') => ({ on: day(date), motive });
const LAPSED = [...STORY.offered, offerLapsed('martin')];

describe('a household declines the offer', () => {
  it('with its motive, up to and on the last day', () => {
    given(STORY.offered)
      .whenFor('martin', declineOffer, no('2026-04-02'))
      .then(declined('martin', '2026-04-02'))
      .leaves('martin', 'declined', { reason: 'loyer', answeredOn: day('2026-04-02') })
      .becomes('decided');
    given(STORY.offered).whenFor('martin', declineOffer, no('2026-04-03')).thenRefused('answer-after-deadline');
    given(STORY.offered)
      .whenFor('martin', declineOffer, no('2026-03-22'))
      .thenRefused('day-out-of-order', { field: 'date', notBefore: '2026-03-23' });
  });

  it('in time, and the answer is recorded after the offer lapsed', () => {
    given(LAPSED)
      .whenFor('martin', declineOffer, no('2026-04-02'))
      .then(lapseCorrected('martin'), declined('martin', '2026-04-02'));
    given(LAPSED, offered('diallo', { notifiedOn: '2026-04-03', lastDay: '2026-04-13' }))
      .whenFor('martin', declineOffer, no('2026-04-02'))
      .thenRefused('other-rank-offered');
  });

  it('also once its application ended', () => {
    given(STORY.offered)
      .where({ household: { hasEnded: true } })
      .whenFor('martin', declineOffer, no('2026-03-31'))
      .thenAccepted();
  });

  it('or gives up what it had accepted: from the acceptance on, without a last day', () => {
    given(STORY.accepted)
      .whenFor('martin', declineOffer, no('2026-04-30'))
      .then(declined('martin', '2026-04-30'))
      .becomes('decided');
    given(STORY.accepted).whenFor('martin', declineOffer, no('2026-03-30')).thenAccepted();
    given(STORY.accepted)
      .whenFor('martin', declineOffer, no('2026-03-29'))
      .thenRefused('day-out-of-order', { field: 'date', notBefore: '2026-03-30' });
  });

  it('only where the offer waits for its answer, lapsed by silence, or was accepted', () => {
    given(STORY.decided).whenFor('martin', declineOffer, no('2026-03-30')).thenRefused('not-in-this-status');
    given(STORY.onCondition, conditionLapsed('martin'))
      .whenFor('martin', declineOffer, no('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'lapsed' });
    given(STORY.offered, declined('martin'))
      .whenFor('martin', declineOffer, no('2026-03-30'))
      .thenRefused('not-in-this-status', { present: 'declined', admitted: ['offer/correction'] });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    given(STORY.decided)
      .where(former)
      .whenFor('martin', declineOffer, no('2026-05-05', 'doublon'))
      .thenRefused('value-not-admitted');
    given(STORY.decided).where(former).whenFor('martin', declineOffer, no('2026-05-05')).thenRefused('day-in-future');
    given(STORY.decided)
      .where(former)
      .whenFor('martin', declineOffer, no('2026-03-22'))
      .thenRefused('not-in-this-status');
    given(STORY.offered)
      .where(former)
      .whenFor('martin', declineOffer, no('2026-03-22'))
      .thenRefused('day-out-of-order');
    given(STORY.offered)
      .where(former)
      .whenFor('martin', declineOffer, no('2026-04-03'))
      .thenRefused('residence-of-another-landlord');
    given(LAPSED, offered('diallo'))
      .whenFor('martin', declineOffer, no('2026-04-03'))
      .thenRefused('answer-after-deadline');
  });
});
