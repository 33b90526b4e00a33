import { day } from '#kernel';
import {
  declared,
  designated,
  given,
  HOLDERS,
  oriented,
  PARTIES,
  reoriented,
  returned,
  STORY,
  withdrawn,
} from '../../testing';
import { orientVacancy, type OrientVacancy } from './orient';

const to = (holder: string, facts: Partial<OrientVacancy> = {}): OrientVacancy => ({
  holder,
  lastDay: null,
  forOneTurn: false,
  outsideFlow: null,
  delegatedTo: null,
  ground: null,
  ...facts,
});

const TODAY = day('2026-05-04');

describe('a landlord orients a vacancy', () => {
  it('to a holder, which has the days of the convention where no day is given', () => {
    given(STORY.declared)
      .where({ holderDelay: 30 })
      .when(orientVacancy, to(HOLDERS.town))
      .then(oriented({ on: TODAY, lastDay: day('2026-06-03') }))
      .becomes('oriented');
  });

  it('to a holder, until the day that the landlord gives', () => {
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.town, { lastDay: day('2026-05-20') }))
      .then(oriented({ on: TODAY, lastDay: day('2026-05-20') }));
  });

  it('to a holder that is known', () => {
    given(STORY.declared)
      .when(orientVacancy, to('R-UNKNOWN'))
      .thenRefused('value-not-admitted', { field: 'code_reservataire' });
  });

  it('outside the flow only where it serves its own contingent', () => {
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.own, { outsideFlow: 'mutation_interne' }))
      .then(oriented({ holder: HOLDERS.own, on: TODAY, lastDay: day('2026-06-03'), outsideFlow: 'mutation_interne' }));
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.town, { outsideFlow: 'mutation_interne' }))
      .thenRefused('value-not-admitted', { field: 'hors_flux' });
  });

  it('to a commune that the EPCI delegates its right to', () => {
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.epci, { delegatedTo: '78297' }))
      .then(oriented({ holder: HOLDERS.epci, on: TODAY, lastDay: day('2026-06-03'), delegatedTo: '78297' }));
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.town, { delegatedTo: '78297' }))
      .thenRefused('value-not-admitted', { field: 'delegue_a' });
    given(STORY.declared)
      .when(orientVacancy, to(HOLDERS.epci, { delegatedTo: '99999' }))
      .thenRefused('value-not-admitted', { field: 'delegue_a' });
  });

  it('not while a candidate is live, nor once it was let or closed', () => {
    for (const stage of ['designated', 'decided', 'offered', 'accepted', 'let', 'closed'] as const)
      given(STORY[stage])
        .when(orientVacancy, to(HOLDERS.town, { ground: 'erreur' }))
        .thenRefused('not-in-this-status', { present: stage });
  });

  it('again, to another holder, once its candidates are withdrawn', () => {
    given(STORY.oriented, designated('martin'), withdrawn('martin', 'doublon'))
      .when(orientVacancy, to(HOLDERS.action, { ground: 'nouveau_delai' }))
      .then(reoriented({ holder: HOLDERS.action, on: TODAY, lastDay: day('2026-06-03'), ground: 'nouveau_delai' }));
  });

  it('not if it had the residence on another day only', () => {
    given(STORY.declared)
      .where({ party: PARTIES.formerLandlord })
      .when(orientVacancy, to(HOLDERS.town))
      .thenRefused('residence-of-another-landlord');
  });

  describe('to a holder again, or to another', () => {
    it('only with a motive', () => {
      given(STORY.oriented).when(orientVacancy, to(HOLDERS.town)).thenRefused('value-not-admitted', { field: 'motif' });
    });

    it('to another by an error at once, otherwise after the last day of the first', () => {
      const before = given(STORY.oriented).where({ today: '2026-04-01' });
      before.when(orientVacancy, to(HOLDERS.action, { ground: 'erreur' })).thenAccepted();
      before
        .when(orientVacancy, to(HOLDERS.action, { ground: 'nouveau_delai' }))
        .thenRefused('holder-deadline-running', { lastDay: '2026-04-01' });
      given(STORY.oriented)
        .where({ today: '2026-04-02' })
        .when(orientVacancy, to(HOLDERS.action, { ground: 'nouveau_delai' }))
        .thenAccepted();
    });

    it('to the same with a new delay at any time', () => {
      given(STORY.oriented)
        .where({ today: '2026-03-10' })
        .when(orientVacancy, to(HOLDERS.town, { ground: 'nouveau_delai', lastDay: day('2026-04-20') }))
        .then(reoriented({ on: day('2026-03-10'), lastDay: day('2026-04-20'), ground: 'nouveau_delai' }));
    });

    it('at any time where it is itself the holder', () => {
      given(declared(), oriented({ holder: HOLDERS.own }))
        .where({ today: '2026-03-10' })
        .when(orientVacancy, to(HOLDERS.town, { ground: 'nouveau_delai' }))
        .thenAccepted();
    });
  });

  describe('for one turn', () => {
    const turn = { forOneTurn: true };

    it('where the holder handed the dwelling back, which keeps the turn in its name', () => {
      given(STORY.returned)
        .when(orientVacancy, to(HOLDERS.town, turn))
        .then(reoriented({ on: TODAY, lastDay: day('2026-06-03'), forOneTurn: true }));
      given(STORY.returned)
        .when(orientVacancy, to(HOLDERS.action, turn))
        .thenRefused('value-not-admitted', { field: 'code_reservataire', admitted: [HOLDERS.town] });
    });

    it('not from another status', () => {
      given(STORY.declared).when(orientVacancy, to(HOLDERS.town, turn)).thenRefused('turn-not-returned');
      given(STORY.oriented)
        .when(orientVacancy, to(HOLDERS.town, { ...turn, ground: 'erreur' }))
        .thenRefused('turn-not-returned');
    });
  });

  describe('for the first time that it is let', () => {
    const first = declared({ firstLetting: true });

    it('to the holder that the first-occupancy commission named', () => {
      given(first).where({ stockHolder: HOLDERS.town }).when(orientVacancy, to(HOLDERS.town)).thenAccepted();
      given(first)
        .where({ stockHolder: HOLDERS.epci })
        .when(orientVacancy, to(HOLDERS.town))
        .thenRefused('first-occupancy-in-stock', { holder: HOLDERS.epci });
    });

    it('to any where none is named', () => {
      given(first).when(orientVacancy, to(HOLDERS.town)).thenAccepted();
    });

    it('to any holder where it was let before, whatever that table says', () => {
      given(STORY.declared).where({ stockHolder: HOLDERS.epci }).when(orientVacancy, to(HOLDERS.town)).thenAccepted();
    });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const first = [declared({ firstLetting: true }), oriented()];
    const early = { today: '2026-03-10', stockHolder: HOLDERS.epci };
    const wrong = to(HOLDERS.action, { forOneTurn: true });
    const former = given(first).where({ ...early, party: PARTIES.formerLandlord });
    given(STORY.let).when(orientVacancy, to('R-UNKNOWN')).thenRefused('value-not-admitted');
    given(STORY.let).when(orientVacancy, wrong).thenRefused('not-in-this-status');
    former.when(orientVacancy, wrong).thenRefused('value-not-admitted', { field: 'motif' });
    const again = { ...wrong, ground: 'nouveau_delai' } as const;
    former.when(orientVacancy, again).thenRefused('residence-of-another-landlord');
    given(first).where(early).when(orientVacancy, again).thenRefused('first-occupancy-in-stock');
    const inStock = given(first).where({ ...early, stockHolder: null });
    inStock.when(orientVacancy, again).thenRefused('turn-not-returned');
    inStock.when(orientVacancy, { ...again, forOneTurn: false }).thenRefused('holder-deadline-running');
  });

  it('and the administrator is not held to the last day of the holder', () => {
    given(STORY.oriented)
      .where({ today: '2026-03-10', party: PARTIES.administrator })
      .when(orientVacancy, to(HOLDERS.action, { ground: 'nouveau_delai' }))
      .thenAccepted();
  });

  it('to any holder after a return', () => {
    given(STORY.oriented, returned()).when(orientVacancy, to(HOLDERS.action)).thenAccepted().becomes('oriented');
  });
});
