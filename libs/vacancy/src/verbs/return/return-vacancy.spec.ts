import { declared, given, HOLDERS, oriented, PARTIES, returned, STORY, withdrawn } from '../../testing';
import { returnVacancy } from './return-vacancy';

const back = { motive: 'sans_candidat' };

describe('a vacancy is returned', () => {
  it('by its holder at any time, with its live candidates withdrawn in the same append', () => {
    given(STORY.designated)
      .where({ party: PARTIES.townHolder, today: '2026-03-10' })
      .when(returnVacancy, back)
      .then(
        withdrawn('martin', 'logement_rendu', '2026-03-10'),
        withdrawn('diallo', 'logement_rendu', '2026-03-10'),
        withdrawn('nguyen', 'logement_rendu', '2026-03-10'),
        returned('2026-03-10'),
      )
      .becomes('returned');
  });

  it('by the commune whose contingent it is', () => {
    given(STORY.oriented).where({ party: PARTIES.town }).when(returnVacancy, back).then(returned('2026-05-04'));
  });

  it('by the landlord after the last day of the holder, not on it', () => {
    given(STORY.oriented)
      .where({ today: '2026-04-01' })
      .when(returnVacancy, { motive: 'delai_echu' })
      .thenRefused('holder-deadline-running', { lastDay: '2026-04-01' });
    given(STORY.oriented)
      .where({ today: '2026-04-02' })
      .when(returnVacancy, { motive: 'delai_echu' })
      .then(returned('2026-04-02', 'delai_echu'));
  });

  it('by the landlord at any time where it is itself the holder, or has the turn', () => {
    for (const facts of [{ holder: HOLDERS.own }, { forOneTurn: true }])
      given(declared(), oriented(facts)).where({ today: '2026-03-10' }).when(returnVacancy, back).thenAccepted();
  });

  it('not by another holder, nor by the one that only reads in a turn', () => {
    given(STORY.oriented)
      .where({ party: PARTIES.action })
      .when(returnVacancy, back)
      .thenRefused('oriented-to-another-holder');
    given(declared(), oriented({ forOneTurn: true }))
      .where({ party: PARTIES.townHolder })
      .when(returnVacancy, back)
      .thenRefused('oriented-to-another-holder');
  });

  it('by the administrator', () => {
    given(STORY.oriented)
      .where({ party: PARTIES.administrator, today: '2026-03-10' })
      .when(returnVacancy, back)
      .thenAccepted();
  });

  it('only while it is oriented or designated', () => {
    for (const stage of ['declared', 'returned', 'decided', 'offered', 'accepted', 'let', 'closed'] as const)
      given(STORY[stage]).when(returnVacancy, back).thenRefused('not-in-this-status', { present: stage });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    given(STORY.declared)
      .when(returnVacancy, { motive: 'loyer' })
      .thenRefused('value-not-admitted', { field: 'motif' });
    const former = { today: '2026-03-10', party: PARTIES.formerLandlord };
    given(STORY.declared).where(former).when(returnVacancy, back).thenRefused('not-in-this-status');
    given(STORY.oriented).where(former).when(returnVacancy, back).thenRefused('residence-of-another-landlord');
  });
});
