import { declared, designated, given, HOLDERS, oriented, PARTIES, STORY, withdrawn } from '../../testing';
import { withdrawCandidate } from './withdraw';

const byHolder = { by: 'reservataire', motive: 'injoignable' } as const;
const byHousehold = { by: 'menage', motive: 'autre_logement' } as const;

describe('a candidate is withdrawn', () => {
  it('by the household, the holder or the landlord, each with its own motives', () => {
    given(STORY.designated)
      .whenFor('martin', withdrawCandidate, byHousehold)
      .then(withdrawn('martin', 'autre_logement', '2026-05-04', 'menage'))
      .leaves('martin', 'withdrawn', { reason: 'autre_logement' });
    given(STORY.designated)
      .where({ party: PARTIES.townHolder })
      .whenFor('martin', withdrawCandidate, byHolder)
      .then(withdrawn('martin', 'injoignable', '2026-05-04', 'reservataire'));
    given(STORY.designated)
      .whenFor('martin', withdrawCandidate, { by: 'bailleur', motive: 'loyer' })
      .thenRefused('value-not-admitted', { field: 'motif' });
    given(STORY.designated)
      .whenFor('martin', withdrawCandidate, { by: 'menage', motive: 'doublon' })
      .thenRefused('value-not-admitted', { field: 'motif' });
  });

  it('and the vacancy falls back to what its other candidates make it', () => {
    given(STORY.oriented, designated('martin')).whenFor('martin', withdrawCandidate, byHolder).becomes('oriented');
    given(STORY.accepted).whenFor('martin', withdrawCandidate, byHousehold).becomes('decided');
  });

  it('by the holder of the vacancy, the State that designated it, or the landlord; by no other', () => {
    for (const party of [PARTIES.landlord, PARTIES.town, PARTIES.townHolder, PARTIES.administrator])
      given(STORY.designated).where({ party }).whenFor('martin', withdrawCandidate, byHolder).thenAccepted();
    for (const party of [PARTIES.action, PARTIES.epci, PARTIES.state])
      given(STORY.designated)
        .where({ party })
        .whenFor('martin', withdrawCandidate, byHolder)
        .thenRefused('oriented-to-another-holder');
    const dalo = [...STORY.oriented, designated('martin', { basis: 'dalo_prefet' })];
    for (const party of [PARTIES.state, PARTIES.stateHolder])
      given(dalo).where({ party }).whenFor('martin', withdrawCandidate, byHolder).thenAccepted();
  });

  it('not by the holder that only reads while its turn is the landlord’s', () => {
    given(declared(), oriented({ forOneTurn: true }), designated('martin', { holder: HOLDERS.town }))
      .where({ party: PARTIES.townHolder })
      .whenFor('martin', withdrawCandidate, byHolder)
      .thenRefused('oriented-to-another-holder');
  });

  it('only while it is live', () => {
    given(STORY.decided)
      .whenFor('nguyen', withdrawCandidate, byHolder)
      .thenRefused('not-in-this-status', { present: 'notAllocated', admitted: ['notice'] });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    given(STORY.let)
      .where(former)
      .whenFor('diallo', withdrawCandidate, { ...byHolder, motive: 'loyer' })
      .thenRefused('value-not-admitted');
    given(STORY.let).where(former).whenFor('diallo', withdrawCandidate, byHolder).thenRefused('not-in-this-status');
    given(STORY.decided)
      .where(former)
      .whenFor('diallo', withdrawCandidate, byHolder)
      .thenRefused('residence-of-another-landlord');
  });
});
