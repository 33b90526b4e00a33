import { day, type Uuid } from '#kernel';
import {
  accepted,
  ALLOCATION,
  candidacy,
  closed,
  deferred,
  given,
  householdOf,
  idOf,
  lapseCorrected,
  letTo,
  offerLapsed,
  proposed,
  STORY,
  vacancyAfter,
  withdrawn,
  type Who,
} from '../../testing';
import type { VacancyEvent } from '../../events';
import { candidateOf } from '../../vacancy';
import { letByLease, stepsNotRecorded } from './let-by-lease';

const leaseOf = (who: Who) => ({ household: householdOf(who), allocation: ALLOCATION, on: day('2026-04-07') });

describe('a file records the lease of a candidate', () => {
  it('which lets the vacancy at whatever step the candidate was', () => {
    for (const stage of ['designated', 'decided', 'offered', 'accepted'] as const)
      given(STORY[stage]).when(letByLease, leaseOf('martin')).becomes('let').leaves('martin', 'signed');
    given(STORY.decided)
      .when(letByLease, leaseOf('nguyen'))
      .becomes('let')
      .leaves('nguyen', 'signed', { reason: null });
  });

  it('and withdraws the others in the same append', () => {
    given(STORY.designated)
      .when(letByLease, leaseOf('martin'))
      .then(
        withdrawn('diallo', 'logement_attribue', '2026-04-07'),
        withdrawn('nguyen', 'logement_attribue', '2026-04-07'),
        letTo('martin'),
      );
  });

  it('or of another household, which changes nothing', () => {
    given(STORY.accepted).when(letByLease, leaseOf('petit')).then();
  });

  it('and nothing once the vacancy is let or closed', () => {
    given(STORY.let).when(letByLease, leaseOf('martin')).then();
    given(STORY.accepted, closed('bail_annule')).when(letByLease, leaseOf('martin')).then();
  });

  it('of a household that was withdrawn and designated again, by its live designation', () => {
    const again = candidacy('martin', { candidate: 'candidate-martin-2' as Uuid, household: householdOf('martin') });
    const backAgain = { candidate: again.candidate, motive: 'doublon', by: 'reservataire' } as const;
    const story = [...STORY.designated, withdrawn('martin', 'doublon')];
    given(story, { type: 'CandidateDesignated', data: again })
      .when(letByLease, leaseOf('martin'))
      .leaves('martin', 'withdrawn')
      .becomes('let');
    given(story).when(letByLease, leaseOf('martin')).leaves('martin', 'signed');
    const answeredLate = [
      ...[...STORY.offered, offerLapsed('martin'), { type: 'CandidateDesignated', data: again } as const],
      { type: 'CandidateWithdrawn', data: { ...backAgain, on: day('2026-04-03') } } as const,
      ...[lapseCorrected('martin'), accepted('martin')],
    ];
    given(answeredLate).when(letByLease, leaseOf('martin')).leaves('martin', 'signed');
  });
});

describe('the steps that the lease shows were not recorded', () => {
  const missing = (story: readonly VacancyEvent[], who: Who = 'martin') =>
    stepsNotRecorded(candidateOf(vacancyAfter(story), idOf(who))!);

  it('are those that its candidate still had before it', () => {
    expect(missing([...STORY.oriented, proposed('martin'), deferred('martin')])).toEqual([
      'endorsement',
      'commission',
      'offer',
      'acceptance',
    ]);
    expect(missing(STORY.designated)).toEqual(['commission', 'offer', 'acceptance']);
    expect(missing(STORY.onCondition)).toEqual(['condition', 'offer', 'acceptance']);
    expect(missing(STORY.decided)).toEqual(['offer', 'acceptance']);
    expect(missing(STORY.decided, 'nguyen')).toEqual(['commission', 'offer', 'acceptance']);
    expect(missing(STORY.offered)).toEqual(['acceptance']);
    expect(missing(STORY.accepted)).toEqual([]);
  });
});
