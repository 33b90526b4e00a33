import { day } from '#kernel';
import { ALLOCATION, closed, given, PARTIES, STORY, vacancyAfter } from '../../testing';
import { cancelLease, closeByCancelledLease } from './cancel-lease';

const cancelled = { on: day('2026-04-20'), motive: 'renonciation', signedOn: day('2026-04-07') };

describe('a lease is cancelled', () => {
  it('and the vacancy closes; the candidates that were withdrawn stay withdrawn', () => {
    given(STORY.let)
      .when(cancelLease, cancelled)
      .then(closed('bail_annule', '2026-04-20'))
      .becomes('closed')
      .leaves('diallo', 'withdrawn');
  });

  it('from the day of the lease on, as it was corrected', () => {
    given(STORY.let)
      .when(cancelLease, { ...cancelled, on: day('2026-04-07') })
      .thenAccepted();
    given(STORY.let)
      .when(cancelLease, { ...cancelled, on: day('2026-04-06') })
      .thenRefused('day-out-of-order', { field: 'date', notBefore: '2026-04-07' });
    given(STORY.let)
      .when(cancelLease, { ...cancelled, signedOn: day('2026-04-21') })
      .thenRefused('day-out-of-order', { notBefore: '2026-04-21' });
  });

  it('once, and only where it was signed', () => {
    given(STORY.let, closed('bail_annule'))
      .when(cancelLease, cancelled)
      .thenRefused('not-in-this-status', { present: 'closed', admitted: [] });
    given(STORY.accepted).when(cancelLease, cancelled).thenRefused('not-in-this-status', { present: 'accepted' });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    const late = { ...cancelled, on: day('2026-05-05') };
    given(STORY.accepted)
      .where(former)
      .when(cancelLease, { ...late, motive: 'travaux' })
      .thenRefused('value-not-admitted');
    given(STORY.accepted).where(former).when(cancelLease, late).thenRefused('day-in-future');
    const early = { ...cancelled, on: day('2026-04-06') };
    given(STORY.accepted).where(former).when(cancelLease, early).thenRefused('not-in-this-status');
    given(STORY.let).where(former).when(cancelLease, early).thenRefused('day-out-of-order');
    given(STORY.let).where(former).when(cancelLease, cancelled).thenRefused('residence-of-another-landlord');
  });
});

describe('a file says that a lease was cancelled', () => {
  const on = day('2026-04-20');

  it('which closes the vacancy that it had let', () => {
    expect(closeByCancelledLease({ allocation: ALLOCATION, on }, vacancyAfter(STORY.let))).toEqual([
      closed('bail_annule', '2026-04-20'),
    ]);
  });

  it('and nothing where the vacancy is closed already, or was let by another lease', () => {
    expect(closeByCancelledLease({ allocation: 'another', on }, vacancyAfter(STORY.let))).toEqual([]);
    expect(closeByCancelledLease({ allocation: ALLOCATION, on }, vacancyAfter(STORY.accepted))).toEqual([]);
    const over = vacancyAfter(STORY.let, closed('bail_annule'));
    expect(closeByCancelledLease({ allocation: ALLOCATION, on }, over)).toEqual([]);
  });
});
