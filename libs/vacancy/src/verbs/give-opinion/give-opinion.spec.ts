import { day } from '#kernel';
import { deferred, given, idOf, PARTIES, proposed, STORY } from '../../testing';
import { giveOpinion, type GiveOpinion } from './give-opinion';

const opinion: GiveOpinion = { on: day('2026-03-16'), by: 'commune', opinion: 'reserve', motive: 'taux_effort' };

describe('the commune or the EPCI gives its opinion of a candidate', () => {
  it('which changes nothing in the candidate', () => {
    given(STORY.designated)
      .where({ party: PARTIES.town })
      .whenFor('martin', giveOpinion, opinion)
      .then({ type: 'OpinionGiven', data: { candidate: idOf('martin'), ...opinion } })
      .leaves('martin', 'designated', { reason: null })
      .becomes('designated');
  });

  it('with or without a motive, which is one of a non-allocation', () => {
    given(STORY.designated)
      .whenFor('martin', giveOpinion, { ...opinion, motive: null })
      .thenAccepted();
    given(STORY.designated)
      .whenFor('martin', giveOpinion, { ...opinion, motive: 'loyer' })
      .thenRefused('value-not-admitted', { field: 'motif' });
  });

  it('also of a candidate that is only proposed or deferred, not after the commission', () => {
    given(STORY.oriented, proposed('martin')).whenFor('martin', giveOpinion, opinion).thenAccepted();
    given(STORY.oriented, proposed('martin'), deferred('martin'))
      .whenFor('martin', giveOpinion, opinion)
      .thenAccepted();
    given(STORY.decided)
      .whenFor('martin', giveOpinion, opinion)
      .thenRefused('not-in-this-status', { present: 'allocated' });
  });

  it('on a day that has come; the motive, the day and the status are refused in this order', () => {
    const late = { ...opinion, on: day('2026-05-05') };
    given(STORY.decided)
      .whenFor('martin', giveOpinion, { ...late, motive: 'loyer' })
      .thenRefused('value-not-admitted');
    given(STORY.decided).whenFor('martin', giveOpinion, late).thenRefused('day-in-future', { field: 'date' });
    given(STORY.designated)
      .whenFor('martin', giveOpinion, { ...opinion, on: day('2026-05-04') })
      .thenAccepted();
  });
});
