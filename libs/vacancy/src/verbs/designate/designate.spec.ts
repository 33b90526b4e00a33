import type { Uuid } from '#kernel';
import {
  candidacy,
  declared,
  deferred,
  designated,
  given,
  HOLDERS,
  HOUSEHOLD,
  householdOf,
  idOf,
  oriented,
  PARTIES,
  proposed,
  STORY,
  TODAY,
  withdrawn,
  type Otherwise,
} from '../../testing';
import type { Basis } from '../../words';
import { designateCandidate, type DesignateCandidate } from './designate';

const martin = (facts: Partial<DesignateCandidate> = {}): DesignateCandidate => ({
  candidate: idOf('martin'),
  household: householdOf('martin'),
  basis: 'reservation',
  holder: null,
  facts: HOUSEHOLD,
  ...facts,
});

const byTown: Otherwise = { party: PARTIES.townHolder };
const withQpvCommission: Otherwise = { ...byTown, residence: { hasQpvCommission: true } };

describe('a holder designates a household', () => {
  it('on a vacancy oriented to it, in whose contingent the lease will count', () => {
    given(STORY.oriented)
      .where(byTown)
      .when(designateCandidate, martin())
      .then(designated('martin', { on: TODAY }))
      .becomes('designated')
      .leaves('martin', 'designated', { rank: null });
  });

  it('beside others', () => {
    given(STORY.oriented, designated('diallo')).where(byTown).when(designateCandidate, martin()).thenAccepted();
  });

  it('only proposes it where a QPV commission is on', () => {
    given(STORY.oriented)
      .where(withQpvCommission)
      .when(designateCandidate, martin())
      .then(proposed('martin', { on: TODAY }))
      .becomes('designated')
      .leaves('martin', 'proposed');
  });

  it('only while the vacancy is oriented or designated', () => {
    for (const stage of ['declared', 'returned', 'decided', 'offered', 'accepted', 'let', 'closed'] as const)
      given(STORY[stage])
        .where(byTown)
        .when(designateCandidate, martin())
        .thenRefused('not-in-this-status', { present: stage });
  });

  describe('where it is its turn', () => {
    const may = (facts: Parameters<typeof oriented>[0], party: Otherwise['party'] & object): boolean => {
      const outcome = given(declared(), oriented(facts)).where({ party }).when(designateCandidate, martin());
      return outcome.vacancy.candidates.length > 0;
    };
    const who = (facts: Parameters<typeof oriented>[0]): string[] =>
      Object.entries(PARTIES).flatMap(([name, party]) => (may(facts, party) ? [name] : []));

    it.each([
      [
        'the commune, or the holder that has the code',
        { holder: HOLDERS.town },
        ['town', 'townHolder', 'administrator'],
      ],
      ['the EPCI', { holder: HOLDERS.epci }, ['epci', 'administrator']],
      [
        'the commune that the EPCI delegates to',
        { holder: HOLDERS.epci, delegatedTo: '78621' },
        ['town', 'administrator'],
      ],
      ['another commune than that', { holder: HOLDERS.epci, delegatedTo: '78297' }, ['administrator']],
      ['Action Logement', { holder: HOLDERS.action }, ['action', 'administrator']],
      ['the State’s holder', { holder: HOLDERS.state }, ['stateHolder', 'administrator']],
      ['the landlord on its own contingent', { holder: HOLDERS.own }, ['landlord', 'administrator']],
      ['the landlord in a turn handed back', { forOneTurn: true }, ['landlord', 'administrator']],
    ])('%s', (_title, facts, expected) => {
      expect(who(facts)).toEqual(expected);
    });

    it('and all others hear that it is oriented to another', () => {
      given(STORY.oriented)
        .where({ party: PARTIES.action })
        .when(designateCandidate, martin())
        .thenRefused('oriented-to-another-holder');
    });
  });

  describe('once', () => {
    it('while its designation is live', () => {
      given(STORY.oriented, designated('martin'))
        .where(byTown)
        .when(designateCandidate, martin())
        .thenRefused('candidate-already-designated');
    });

    it('and again after it was withdrawn, as a new candidate', () => {
      const anew = 'candidate-martin-2' as Uuid;
      given(STORY.oriented, designated('martin'), withdrawn('martin', 'injoignable'))
        .where(byTown)
        .when(designateCandidate, martin({ candidate: anew }))
        .then(designated('martin', { candidate: anew, on: TODAY }));
    });

    it('while the commission that it waits for is on', () => {
      for (const waiting of [[proposed('martin')], [proposed('martin'), deferred('martin')]])
        given(STORY.oriented, waiting)
          .where(withQpvCommission)
          .when(designateCandidate, martin())
          .thenRefused('candidate-already-designated');
    });

    it('and after that commission has ended by the same command, as the same candidate', () => {
      for (const waiting of [[proposed('martin')], [proposed('martin'), deferred('martin')]]) {
        const outcome = given(STORY.oriented, waiting)
          .where(byTown)
          .when(designateCandidate, martin({ candidate: 'another' as Uuid }))
          .then(designated('martin', { on: TODAY }))
          .leaves('martin', 'designated', { reason: null });
        expect(outcome.vacancy.candidates).toHaveLength(1);
      }
    });
  });

  it('that is not housed, and whose application has not ended', () => {
    given(STORY.oriented)
      .where({ ...byTown, household: { isHoused: true } })
      .when(designateCandidate, martin())
      .thenRefused('household-already-housed');
    given(STORY.oriented)
      .where({ ...byTown, household: { hasEnded: true } })
      .when(designateCandidate, martin())
      .thenRefused('application-ended');
  });
});

describe('the prefect designates a DALO household', () => {
  const dalo = martin({ basis: 'dalo_prefet' });

  it('whoever the vacancy is oriented to; the lease counts for that holder', () => {
    for (const party of [PARTIES.state, PARTIES.stateHolder])
      given(STORY.oriented)
        .where({ party })
        .when(designateCandidate, dalo)
        .then(designated('martin', { basis: 'dalo_prefet', on: TODAY }))
        .leaves('martin', 'designated');
  });

  it('not by another than the State', () => {
    given(STORY.oriented).where(byTown).when(designateCandidate, dalo).thenRefused('oriented-to-another-holder');
  });

  it('only proposes it where a QPV commission is on', () => {
    given(STORY.oriented)
      .where({ party: PARTIES.state, residence: { hasQpvCommission: true } })
      .when(designateCandidate, dalo)
      .then(proposed('martin', { basis: 'dalo_prefet', on: TODAY }));
  });

  it('not before the vacancy is oriented', () => {
    given(STORY.declared)
      .where({ party: PARTIES.state })
      .when(designateCandidate, dalo)
      .thenRefused('not-in-this-status', { present: 'declared' });
  });
});

describe('the State allocates without a commission', () => {
  const open: Otherwise = {
    party: PARTIES.state,
    substitutionIsOpen: true,
    household: { wasRefusedToPrefect: true },
  };
  const allocated = (basis: Basis): DesignateCandidate => martin({ basis, holder: HOLDERS.state });

  it.each(['substitution', 'refus_dalo'] as const)('%s: allocated, first, the others withdrawn', (basis) => {
    given(STORY.oriented, designated('diallo'), designated('nguyen'))
      .where(open)
      .when(designateCandidate, allocated(basis))
      .then(
        withdrawn('diallo', basis),
        withdrawn('nguyen', basis),
        designated('martin', { basis, holder: HOLDERS.state, on: TODAY }),
      )
      .becomes('decided')
      .leaves('martin', 'allocated', { rank: 1, decidedOn: null });
  });

  it('from declared, oriented, returned or designated, and no other status', () => {
    for (const stage of ['declared', 'oriented', 'returned'] as const)
      given(STORY[stage])
        .where(open)
        .when(designateCandidate, allocated('substitution'))
        .thenAccepted()
        .becomes('decided');
    for (const stage of ['decided', 'offered', 'accepted', 'let', 'closed'] as const)
      given(STORY[stage])
        .where(open)
        .when(designateCandidate, allocated('substitution'))
        .thenRefused('not-in-this-status', { present: stage });
  });

  it('for the State’s holder that the body names, and no other', () => {
    for (const holder of [null, HOLDERS.town, 'R-UNKNOWN'])
      given(STORY.oriented)
        .where(open)
        .when(designateCandidate, martin({ basis: 'substitution', holder }))
        .thenRefused('value-not-admitted', { field: 'code_reservataire' });
    given(STORY.oriented)
      .where(open)
      .when(designateCandidate, martin({ basis: 'substitution', holder: HOLDERS.agents }))
      .thenAccepted();
  });

  it('under substitution only while it is open, outside QPV', () => {
    given(STORY.oriented)
      .where({ ...open, substitutionIsOpen: false })
      .when(designateCandidate, allocated('substitution'))
      .thenRefused('substitution-not-open');
    given(STORY.oriented)
      .where({ ...open, residence: { isInDistrict: true } })
      .when(designateCandidate, allocated('substitution'))
      .thenRefused('substitution-not-open');
  });

  it('after a refusal only of a household that a landlord refused to the prefect', () => {
    given(STORY.oriented)
      .where({ ...open, household: {} })
      .when(designateCandidate, allocated('refus_dalo'))
      .thenRefused('substitution-not-open');
    given(STORY.oriented)
      .where({ ...open, residence: { isInDistrict: true, hasQpvCommission: true } })
      .when(designateCandidate, allocated('refus_dalo'))
      .thenAccepted()
      .leaves('martin', 'allocated');
  });

  it('also to a candidate that was only proposed, once the QPV commission has ended: it has the first rank', () => {
    given(STORY.oriented, proposed('martin'))
      .where(open)
      .when(designateCandidate, allocated('refus_dalo'))
      .then(designated('martin', { basis: 'refus_dalo', holder: HOLDERS.state, on: TODAY }))
      .leaves('martin', 'allocated', { rank: 1 });
  });
});

describe('a designation that several rules refuse', () => {
  it('is answered the first of them, in the order of the contract', () => {
    const substitution = martin({ basis: 'substitution', holder: HOLDERS.state });
    const allWrong: Otherwise = {
      party: PARTIES.formerLandlord,
      residence: { hasQpvCommission: true },
      household: { isHoused: true, hasEnded: true },
    };
    const story = [...STORY.oriented, { type: 'CandidateProposed', data: candidacy('martin') } as const];
    given(STORY.let)
      .where(allWrong)
      .when(designateCandidate, { ...substitution, holder: null })
      .thenRefused('value-not-admitted');
    given(STORY.let).where(allWrong).when(designateCandidate, substitution).thenRefused('not-in-this-status');
    given(story).where(allWrong).when(designateCandidate, substitution).thenRefused('residence-of-another-landlord');
    const byHolder = { ...allWrong, party: PARTIES.townHolder };
    given(story).where(byHolder).when(designateCandidate, substitution).thenRefused('oriented-to-another-holder');
    const byState = { ...allWrong, party: PARTIES.state };
    given(story).where(byState).when(designateCandidate, substitution).thenRefused('substitution-not-open');
    const open = { ...byState, substitutionIsOpen: true };
    given(story).where(open).when(designateCandidate, substitution).thenRefused('candidate-already-designated');
    given(STORY.oriented).where(open).when(designateCandidate, substitution).thenRefused('household-already-housed');
    const ended = { ...open, household: { hasEnded: true } };
    given(STORY.oriented).where(ended).when(designateCandidate, substitution).thenRefused('application-ended');
  });
});
