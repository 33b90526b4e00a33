import { day } from '#kernel';
import { closed, given, PARTIES, STORY, withdrawn } from '../../testing';
import { closeVacancy } from './close-vacancy';

const works = { on: day('2026-05-04'), motive: 'travaux' };

describe('a vacancy is closed unlet', () => {
  it('with its live candidates withdrawn in the same append', () => {
    given(STORY.offered)
      .when(closeVacancy, works)
      .then(withdrawn('martin', 'logement_retire'), withdrawn('diallo', 'logement_retire'), closed())
      .becomes('closed')
      .leaves('martin', 'withdrawn', { reason: 'logement_retire' });
  });

  it('from any status but accepted, let and closed', () => {
    for (const stage of ['declared', 'oriented', 'returned', 'designated', 'decided', 'offered'] as const)
      given(STORY[stage]).when(closeVacancy, works).thenAccepted().becomes('closed');
    for (const stage of ['accepted', 'let', 'closed'] as const)
      given(STORY[stage]).when(closeVacancy, works).thenRefused('not-in-this-status', { present: stage });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    const late = { ...works, on: day('2026-05-05') };
    given(STORY.let)
      .where(former)
      .when(closeVacancy, { ...late, motive: 'bail_annule' })
      .thenRefused('value-not-admitted');
    given(STORY.let).where(former).when(closeVacancy, late).thenRefused('day-in-future', { field: 'date' });
    given(STORY.let).where(former).when(closeVacancy, works).thenRefused('not-in-this-status');
    given(STORY.offered).where(former).when(closeVacancy, works).thenRefused('residence-of-another-landlord');
  });
});
