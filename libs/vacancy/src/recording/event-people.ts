import type { DecidedEvent } from '#deciding';
import type { Json, Uuid } from '#kernel';
import type { VacancyEvent } from '../events';
import { sealedCandidateOf, sealedChanges, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, type Candidate, type Vacancy } from '../vacancy';
import { publicsAfter } from '../verbs/correct-lease/corrected-lease';
import type { CandidateAct, VacancyCommand } from './vacancy-command';

/** The household as the correction of its facts makes it: in clear, to derive from and to seal. */
export function correctedHousehold(
  { changes, publics: belongs = {} }: Extract<CandidateAct, { readonly verb: 'facts' }>,
  { facts: { transfer, essentialWorker, composition, publics } }: Candidate,
  sealed: SealedCandidate,
) {
  return { transfer, essentialWorker, composition, publics: publicsAfter(publics, belongs), ...sealed, ...changes };
}

interface About {
  readonly id: Uuid;
  readonly act: VacancyCommand['act'];
  readonly vacancy: Vacancy | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
}

/** What an event says of people, in clear. It goes no further than the vault. */
export function peopleOf(
  event: VacancyEvent,
  { id, act, vacancy, sealed }: About,
): DecidedEvent<VacancyEvent>['people'] {
  if (event.type === 'VacancyDeclared' && act.verb === 'declaration')
    return { household: id, facts: { reference: act.dwelling.reference } };
  if ((event.type === 'CandidateProposed' || event.type === 'CandidateDesignated') && act.verb === 'candidates')
    return { household: event.data.household, facts: sealedCandidateOf(act.household) as unknown as Json };
  if (event.type === 'CandidateFactsCorrected' && 'candidate' in act && act.verb === 'facts') {
    const candidate = candidateOf(vacancy!, event.data.candidate)!;
    const before = sealed.get(candidate.id)!;
    const changes = sealedChanges(before, sealedCandidateOf(correctedHousehold(act, candidate, before)));
    return { household: candidate.household, facts: { changes: changes ?? {} } as unknown as Json };
  }
  return undefined;
}
