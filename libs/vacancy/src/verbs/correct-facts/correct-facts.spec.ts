import { declared, designated, given, HOLDERS, HOUSEHOLD, idOf, oriented, PARTIES, STORY } from '../../testing';
import { correctFacts } from './correct-facts';

const richer = { motive: 'situation_changee', facts: { ...HOUSEHOLD, quartile: 3 as const }, sealedFactsDiffer: false };

describe('the facts of a candidate are corrected', () => {
  it('with the old and the new value; the candidate keeps its step', () => {
    given(STORY.offered)
      .whenFor('martin', correctFacts, richer)
      .then({
        type: 'CandidateFactsCorrected',
        data: { candidate: idOf('martin'), motive: 'situation_changee', changes: { quartile: { from: 2, to: 3 } } },
      })
      .leaves('martin', 'offered', { facts: richer.facts });
  });

  it('also where only a sealed fact differs', () => {
    given(STORY.offered)
      .whenFor('martin', correctFacts, { ...richer, facts: HOUSEHOLD, sealedFactsDiffer: true })
      .then({
        type: 'CandidateFactsCorrected',
        data: { candidate: idOf('martin'), motive: 'situation_changee', changes: {} },
      });
  });

  it('by nothing where no fact differs', () => {
    given(STORY.offered)
      .whenFor('martin', correctFacts, { ...richer, facts: HOUSEHOLD })
      .then();
  });

  it('by the landlord, its holder, or who designated it', () => {
    for (const party of [PARTIES.landlord, PARTIES.town, PARTIES.townHolder, PARTIES.administrator])
      given(STORY.designated).where({ party }).whenFor('martin', correctFacts, richer).thenAccepted();
    given(STORY.oriented, designated('martin', { basis: 'dalo_prefet' }))
      .where({ party: PARTIES.state })
      .whenFor('martin', correctFacts, richer)
      .thenAccepted();
    for (const party of [PARTIES.action, PARTIES.state, PARTIES.stateHolder, PARTIES.epci])
      given(STORY.designated)
        .where({ party })
        .whenFor('martin', correctFacts, richer)
        .thenRefused('oriented-to-another-holder');
  });

  it('not by the holder that only reads while its turn is the landlord’s', () => {
    given(declared(), oriented({ forOneTurn: true }), designated('martin', { holder: HOLDERS.town }))
      .where({ party: PARTIES.townHolder })
      .whenFor('martin', correctFacts, richer)
      .thenRefused('oriented-to-another-holder');
  });

  it('only while it is live', () => {
    given(STORY.decided).whenFor('nguyen', correctFacts, richer).thenRefused('not-in-this-status');
    given(STORY.let).whenFor('martin', correctFacts, richer).thenRefused('not-in-this-status', { present: 'signed' });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    given(STORY.let)
      .where(former)
      .whenFor('martin', correctFacts, { ...richer, motive: 'loyer' })
      .thenRefused('value-not-admitted');
    given(STORY.let).where(former).whenFor('martin', correctFacts, richer).thenRefused('not-in-this-status');
    given(STORY.decided)
      .where(former)
      .whenFor('martin', correctFacts, richer)
      .thenRefused('residence-of-another-landlord');
  });
});
