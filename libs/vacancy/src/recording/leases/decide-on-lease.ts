import type { LeaseStream } from '#allocation';
import { refuse, type Day, type Decision, type Refusal, type Uuid } from '#kernel';
import { firstOf, refuseAfter, refuseFormerLandlord, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import type { SealedCandidate } from '../../sealed-candidate';
import { refuseVacancyVerb } from '../../transitions';
import { candidateOf, isOpen, type Candidate, type Vacancy } from '../../vacancy';
import { cancelLease, closeByCancelledLease } from '../../verbs/cancel-lease/cancel-lease';
import { refuseLeaseCorrection } from '../../verbs/correct-lease/correct-lease';
import { candidateFor, letByLease, type LetByLease } from '../../verbs/let/let-by-lease';
import { letVacancy } from '../../verbs/let/let-vacancy';
import type { LeaseAct } from '../vacancy-command';

/** What a command about the lease is decided on, beside the circumstances. */
export interface LeaseStand {
  readonly vacancy: Vacancy;
  /** The lease that the command names, by its number or as the one of the vacancy; undefined where the number is new. */
  readonly stream: LeaseStream | undefined;
  /** The lease that was just signed, which the vacancy follows. */
  readonly signed?: LetByLease | undefined;
  /** Whether the number that a correction gives is another lease's. */
  readonly numberIsTaken: boolean;
  /** The dwelling of the vacancy; undefined where its key is gone. */
  readonly reference: string | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
}

type Leasing = Extract<LeaseAct, { readonly verb: 'lease' }>;

/** A number that is new has no id yet. Nothing is written under this one. */
const NOT_NAMED = '00000000-0000-0000-0000-000000000000' as Uuid;

/** @param isWritten the stream of the lease has it already: the vacancy only follows */
export function decideOnLease(
  act: LeaseAct,
  stand: LeaseStand,
  at: Circumstances,
  isWritten: boolean,
): Decision<VacancyEvent> {
  const { vacancy } = stand;
  switch (act.verb) {
    case 'lease':
      return decideLease(act, stand, at, isWritten);
    case 'lease/correction':
      return (isWritten ? undefined : refuseCorrection(act, stand, at)) ?? [];
    case 'lease/cancellation':
      if (isWritten) return closeByCancelledLease({ allocation: vacancy.lease!.allocation, on: act.given.on }, vacancy);
      return cancelLease({ ...act.given, signedOn: signedOnOf(stand) }, vacancy, at);
  }
}

function decideLease(
  { given: { on } }: Leasing,
  stand: LeaseStand,
  at: Circumstances,
  isWritten: boolean,
): Decision<VacancyEvent> {
  if (isWritten) return followLease(stand);
  const { vacancy, stream, reference, sealed } = stand;
  if (isSigned(stand)) {
    const refusal = firstOf(
      () => refuseFuture('date_bail', on, at),
      () => refuseFormerLandlord(at),
      () => (isOtherLease(on, stand) ? refuseVacancyVerb(vacancy, 'lease') : undefined),
    );
    return refusal ?? followLease(stand);
  }
  const allocation = stream?.allocation ?? NOT_NAMED;
  const decision = letVacancy({ allocation, on }, vacancy, { ...at, numberIsTaken: stream?.lease !== undefined });
  if ('refused' in decision) return decision;
  const isOpened = reference !== undefined && sealed.has(accepted(vacancy)!.id);
  return isOpened ? decision : refuse('household-erased');
}

/** The lease stands in its stream. Nothing where the vacancy is over already, or where the lease was cancelled since. */
function followLease({ vacancy, stream, signed }: LeaseStand): Decision<VacancyEvent> {
  if (signed) return letByLease(signed, vacancy);
  const lease = stream?.lease;
  if (!lease) throw new Error('the lease is not in its stream');
  const { household, signedOn, cancelled } = lease.state.facts;
  if (cancelled === true) return [];
  return letByLease({ household, allocation: stream!.allocation, on: signedOn }, vacancy);
}

function refuseCorrection(
  { motive, changes }: Extract<LeaseAct, { readonly verb: 'lease/correction' }>,
  { vacancy, stream, numberIsTaken }: LeaseStand,
  at: Circumstances,
) {
  const { holder, signedOn = null } = changes;
  if (holder !== undefined && !at.holderOf(holder))
    return refuse('value-not-admitted', { field: 'code_reservataire', value: holder });
  const refusal =
    refuseLeaseCorrection({ motive, on: signedOn }, vacancy, { ...at, numberIsTaken }) ??
    refuseCommissionDay(changes.commissionOn ?? null, signedOn, { vacancy, stream });
  if (refusal) return refusal;
  return stream?.lease?.sealed ? undefined : refuse('household-erased');
}

/** The commission comes before the notice of the offer, and before the lease. */
function refuseCommissionDay(
  on: Day | null,
  signedOn: Day | null,
  { vacancy, stream }: Pick<LeaseStand, 'vacancy' | 'stream'>,
): Refusal | undefined {
  if (on === null) return undefined;
  const candidate = candidateOf(vacancy, vacancy.lease!.candidate);
  return firstOf(
    () => refuseAfter('date_caleol', on, candidate?.offer?.notifiedOn),
    () => refuseAfter('date_caleol', on, signedOn ?? stream?.lease?.state.facts.signedOn),
  );
}

/** Whether the lease that the command would sign stands already: the vacancy was let by it, or a file recorded it. */
export function isSigned(stand: LeaseStand): boolean {
  return isLetBy(stand) || isOfVacancy(stand);
}

function isLetBy({ vacancy, stream }: LeaseStand): boolean {
  return vacancy.standing === 'let' && vacancy.lease!.allocation === stream?.allocation;
}

/** A live lease under that number has another day: it is corrected by another command. One of a file is answered as it is. */
function isOtherLease(on: Day, { stream }: LeaseStand): boolean {
  const lease = stream?.lease?.state;
  return lease?.isLive === true && lease.facts.signedOn !== on;
}

/** A lease of a candidate of the open vacancy, in its dwelling. */
function isOfVacancy({ vacancy, stream, reference }: LeaseStand): boolean {
  const lease = stream?.lease;
  if (!isOpen(vacancy) || !lease?.sealed || lease.state.facts.cancelled === true) return false;
  const { residence, household } = lease.state.facts;
  const isOfDwelling = residence === vacancy.declared.residence && lease.sealed.dwellingReference === reference;
  return isOfDwelling && candidateFor(household, vacancy) !== undefined;
}

/** The candidate that accepted: it signs. */
export function accepted({ candidates }: Vacancy): Candidate | undefined {
  return candidates.find(({ status }) => status === 'accepted');
}

/** The day of the lease, as it was corrected. */
function signedOnOf({ vacancy, stream }: LeaseStand) {
  return stream?.lease?.state.facts.signedOn ?? vacancy.lease?.on ?? vacancy.declared.availableOn;
}
