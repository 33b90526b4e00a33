import { day } from '#kernel';
import {
  accepted,
  commissionHeld,
  conditionLapsed,
  conditionMet,
  declined,
  designated,
  given,
  HOLDERS,
  lapseCorrected,
  offered,
  offerLapsed,
  onCondition,
  PARTIES,
  ranked,
  STORY,
  withdrawn,
} from '../../testing';
import { makeOffer, type MakeOffer } from './make-offer';

const notified = (date = '2026-03-23', delay = 10): MakeOffer => ({ notifiedOn: day(date), delay });

describe('the dwelling is offered', () => {
  it('to the first rank, which has ten days from the day after the notice', () => {
    given(STORY.decided)
      .whenFor('martin', makeOffer, notified())
      .then(offered('martin'))
      .becomes('offered')
      .leaves('martin', 'offered', { answeredOn: null });
  });

  it('until the next working day where the last is a Saturday, a Sunday or a holiday', () => {
    const lastDay = (date: string, delay = 10) =>
      given(STORY.decided)
        .whenFor('martin', makeOffer, notified(date, delay))
        .then(offered('martin', { notifiedOn: date, delay, lastDay: LAST_DAYS[date]! }));
    lastDay('2026-03-25');
    lastDay('2026-03-27');
    lastDay('2026-04-21');
    lastDay('2026-03-20', 21);
  });

  const LAST_DAYS: Readonly<Record<string, string>> = {
    // Saturday 4 April, then Sunday, then Easter Monday.
    '2026-03-25': '2026-04-07',
    // Easter Monday, 6 April.
    '2026-03-27': '2026-04-07',
    // Friday 1 May, then the weekend.
    '2026-04-21': '2026-05-04',
    '2026-03-20': '2026-04-10',
  };

  it('to the next rank once the first declined, let it lapse or was withdrawn', () => {
    for (const since of [declined('martin'), offerLapsed('martin'), withdrawn('martin', 'injoignable')])
      given(STORY.offered, since).whenFor('diallo', makeOffer, notified('2026-04-03')).thenAccepted();
    given(STORY.onCondition, conditionLapsed('martin'))
      .whenFor('diallo', makeOffer, notified('2026-04-13'))
      .thenAccepted();
  });

  it('not to the next rank before', () => {
    for (const story of [STORY.decided, STORY.offered, STORY.accepted, STORY.onCondition])
      given(story).whenFor('diallo', makeOffer, notified('2026-04-03')).thenRefused('not-the-first-rank');
  });

  it('not to the first of a new commission while a late answer of the old one counts', () => {
    const alone = [...STORY.oriented, designated('martin'), commissionHeld([ranked('martin', 1)])];
    given(
      alone,
      offered('martin'),
      offerLapsed('martin'),
      designated('petit'),
      commissionHeld([ranked('petit', 1)], { on: day('2026-04-09') }),
      lapseCorrected('martin'),
      accepted('martin'),
    )
      .whenFor('petit', makeOffer, notified('2026-04-10'))
      .thenRefused('not-the-first-rank');
  });

  it('neither before the commission nor before the document came', () => {
    given(STORY.decided)
      .whenFor('martin', makeOffer, notified('2026-03-18'))
      .thenRefused('day-out-of-order', { field: 'date_notification', notBefore: '2026-03-19' });
    given(STORY.onCondition, conditionMet('martin'))
      .whenFor('martin', makeOffer, notified('2026-03-29'))
      .thenRefused('day-out-of-order', { field: 'date_notification', notBefore: '2026-03-30' });
    given(STORY.onCondition, conditionMet('martin'))
      .whenFor('martin', makeOffer, notified('2026-03-30'))
      .thenAccepted();
  });

  it('not while the document is missing', () => {
    given(STORY.onCondition)
      .whenFor('martin', makeOffer, notified())
      .thenRefused('condition-not-lifted', { document: 'ressources', due: '2026-04-10' });
  });

  it('for ten days at least', () => {
    given(STORY.decided).whenFor('martin', makeOffer, notified('2026-03-23', 9)).thenRefused('deadline-under-ten-days');
    given(STORY.decided).whenFor('martin', makeOffer, notified('2026-03-23', 11)).thenAccepted();
  });

  it('not to a household that is housed, or whose application ended', () => {
    const story = given(STORY.decided);
    story
      .where({ household: { isHoused: true } })
      .whenFor('martin', makeOffer, notified())
      .thenRefused('household-already-housed');
    story
      .where({ household: { hasEnded: true } })
      .whenFor('martin', makeOffer, notified())
      .thenRefused('application-ended');
  });

  it('to a household of the prefect with the warning of R441-16-3', () => {
    const dalo = [...STORY.oriented, designated('martin', { basis: 'dalo_prefet' })];
    given(dalo, commissionHeld([ranked('martin', 1)], { exception: 'dalo' }))
      .whenFor('martin', makeOffer, notified())
      .then(offered('martin', { daloWarning: true }));
  });

  it('to the household to which the State allocated it without a commission', () => {
    given(STORY.declared, designated('martin', { basis: 'substitution', holder: HOLDERS.state }))
      .whenFor('martin', makeOffer, notified())
      .then(offered('martin'));
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const story = [
      ...STORY.designated,
      commissionHeld([ranked('diallo', 1), onCondition('martin', 2), ranked('nguyen', 3)]),
    ];
    const worst = { party: PARTIES.formerLandlord, household: { isHoused: true, hasEnded: true } };
    given(STORY.designated)
      .where(worst)
      .whenFor('martin', makeOffer, notified('2026-05-05', 9))
      .thenRefused('day-in-future');
    const early = notified('2026-03-18', 9);
    given(STORY.designated).where(worst).whenFor('martin', makeOffer, early).thenRefused('not-in-this-status');
    given(story).where(worst).whenFor('martin', makeOffer, early).thenRefused('day-out-of-order');
    const short = notified('2026-03-23', 9);
    given(story).where(worst).whenFor('martin', makeOffer, short).thenRefused('residence-of-another-landlord');
    const housed = { household: worst.household };
    given(story).where(housed).whenFor('martin', makeOffer, short).thenRefused('household-already-housed');
    const ended = { household: { hasEnded: true } };
    given(story).where(ended).whenFor('martin', makeOffer, short).thenRefused('application-ended');
    given(story).whenFor('martin', makeOffer, short).thenRefused('not-the-first-rank');
    given(STORY.onCondition).whenFor('martin', makeOffer, short).thenRefused('condition-not-lifted');
    given(STORY.decided).whenFor('martin', makeOffer, short).thenRefused('deadline-under-ten-days');
  });
});
