import type { ClearHousehold } from '#allocation';
import { refuse, type Decision, type Refusal, type Uuid } from '#kernel';
import { firstOf, isServedBy, isState, isStateContingent, refuseFormerLandlord, refuseHousehold } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CandidateFacts, VacancyEvent } from '../../events';
import { FROM_FOR_STATE_ALLOCATION, refuseVacancyVerb } from '../../transitions';
import { isLive, withdrawalsOf, type Candidate, type Vacancy } from '../../vacancy';
import { BASES_WITHOUT_COMMISSION, STATE_BASES, type Basis } from '../../words';

/** The holder designates a household. Where a QPV commission is on, it only proposes it. */
export interface DesignateCandidate {
  /** The id of the candidate, where the household is new on this vacancy. */
  readonly candidate: Uuid;
  readonly household: Uuid;
  readonly basis: Basis;
  /** The State's holder, where the State allocates; null otherwise. */
  readonly holder: string | null;
  readonly facts: ClearHousehold;
}

/**
 * Refused: `value-not-admitted`, `not-in-this-status`, `residence-of-another-landlord`, `oriented-to-another-holder`,
 * `substitution-not-open`, `candidate-already-designated`, `household-already-housed`, `application-ended`.
 */
export function designateCandidate(
  command: DesignateCandidate,
  vacancy: Vacancy,
  at: Circumstances,
): Decision<VacancyEvent> {
  const isAllocated = BASES_WITHOUT_COMMISSION.includes(command.basis);
  const known = vacancy.candidates.find((one) => one.household === command.household && isLive(one));
  const refusal = firstOf(
    () => (isAllocated ? refuseHolder(command, at) : refuseUnknownHolder(command, at)),
    () => refuseVacancyVerb(vacancy, 'candidates', isAllocated ? FROM_FOR_STATE_ALLOCATION : undefined),
    () => refuseFormerLandlord(at),
    () => refuseParty(command, vacancy, at),
    () => refuseSubstitution(command, at),
    () => refuseTwice(known, at),
    () => refuseHousehold(at.household),
  );
  if (refusal) return refusal;
  const data: CandidateFacts = {
    ...command.facts,
    candidate: known?.id ?? command.candidate,
    household: command.household,
    basis: command.basis,
    holder: isAllocated ? command.holder! : vacancy.orientation!.holder,
    on: at.today,
  };
  if (isAllocated) {
    const others = withdrawalsOf(vacancy, { on: at.today, motive: command.basis, but: known?.id });
    return [...others, { type: 'CandidateDesignated', data }];
  }
  return [{ type: at.residence.hasQpvCommission ? 'CandidateProposed' : 'CandidateDesignated', data }];
}

/** Another holder than that of the orientation changes nothing, but a code that is not known is a mistake. */
function refuseUnknownHolder({ holder }: DesignateCandidate, { holderOf }: Circumstances): Refusal | undefined {
  if (holder === null || holderOf(holder)) return undefined;
  return refuse('value-not-admitted', { field: 'code_reservataire', value: holder });
}

/** A lease that the State allocates counts for the State's holder that the body names. */
function refuseHolder({ holder }: DesignateCandidate, { holderOf }: Circumstances): Refusal | undefined {
  if (holder !== null && isStateContingent(holderOf(holder)?.contingent)) return undefined;
  return refuse('value-not-admitted', { field: 'code_reservataire', value: holder });
}

function refuseParty({ basis }: DesignateCandidate, vacancy: Vacancy, at: Circumstances): Refusal | undefined {
  const may = STATE_BASES.includes(basis) ? isState(at.party, at) : isServedBy(at.party, vacancy, at);
  return may ? undefined : refuse('oriented-to-another-holder');
}

function refuseSubstitution({ basis }: DesignateCandidate, at: Circumstances): Refusal | undefined {
  const isOpen = at.substitutionIsOpen && !at.residence.isInDistrict;
  if (basis === 'substitution' && !isOpen) return refuse('substitution-not-open');
  if (basis === 'refus_dalo' && !at.household.wasRefusedToPrefect) return refuse('substitution-not-open');
  return undefined;
}

/** Once the QPV commission has ended, the holder designates by the same command who was only proposed or deferred. */
function refuseTwice(known: Candidate | undefined, { residence }: Circumstances): Refusal | undefined {
  if (!known) return undefined;
  const isWaiting = known.status === 'proposed' || known.status === 'deferred';
  return isWaiting && !residence.hasQpvCommission ? undefined : refuse('candidate-already-designated');
}
