import { day } from '#kernel';
import { commissionHeld, given, inadmissible, PARTIES, ranked, refusalNotified, STORY, closed } from '../../testing';
import { notifyRefusal } from './notify-refusal';

const on = (date: string) => ({ on: day(date) });

describe('a refusal is notified', () => {
  it('in writing, from the day of the commission on', () => {
    given(STORY.decided)
      .whenFor('nguyen', notifyRefusal, on('2026-03-24'))
      .then(refusalNotified('nguyen'))
      .leaves('nguyen', 'notAllocated', { refusalNotifiedOn: day('2026-03-24'), reason: 'equilibre' });
    given(STORY.decided).whenFor('nguyen', notifyRefusal, on('2026-03-19')).thenAccepted();
    given(STORY.decided)
      .whenFor('nguyen', notifyRefusal, on('2026-03-18'))
      .thenRefused('day-out-of-order', { field: 'date', notBefore: '2026-03-19' });
  });

  it('to an inadmissible household too', () => {
    const held = commissionHeld([ranked('martin', 1), ranked('diallo', 2), inadmissible('nguyen')]);
    given(STORY.designated, held).whenFor('nguyen', notifyRefusal, on('2026-03-24')).thenAccepted();
  });

  it('also once the vacancy is let or closed', () => {
    given(STORY.let).whenFor('nguyen', notifyRefusal, on('2026-03-24')).thenAccepted().becomes('let');
    given(STORY.decided, closed()).whenFor('nguyen', notifyRefusal, on('2026-03-24')).thenAccepted().becomes('closed');
  });

  it('once', () => {
    given(STORY.decided, refusalNotified('nguyen'))
      .whenFor('nguyen', notifyRefusal, on('2026-03-25'))
      .thenRefused('not-in-this-status', { present: 'notAllocated', admitted: [] });
  });

  it('only to a household that was refused', () => {
    given(STORY.decided)
      .whenFor('martin', notifyRefusal, on('2026-03-24'))
      .thenRefused('not-in-this-status', { present: 'allocated' });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    given(STORY.decided).where(former).whenFor('martin', notifyRefusal, on('2026-05-05')).thenRefused('day-in-future');
    given(STORY.decided)
      .where(former)
      .whenFor('martin', notifyRefusal, on('2026-03-18'))
      .thenRefused('not-in-this-status');
    given(STORY.decided)
      .where(former)
      .whenFor('nguyen', notifyRefusal, on('2026-03-18'))
      .thenRefused('day-out-of-order');
    given(STORY.decided)
      .where(former)
      .whenFor('nguyen', notifyRefusal, on('2026-03-19'))
      .thenRefused('residence-of-another-landlord');
  });
});
