import { clearHouseholdOf } from '#allocation';
import { refuse, yearOf, type Decision, type Uuid } from '#kernel';
import type { VaultSession } from '#people';
import type { DwellingFacts } from '#territory';
import { refuseFuture } from '../checks';
import type { Circumstances } from '../circumstances';
import type { VacancyEvent } from '../events';
import type { OfCandidate } from '../of-candidate';
import { sealedCandidateOf, sealedChanges, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, type Vacancy } from '../vacancy';
import { acceptOffer } from '../verbs/accept-offer/accept-offer';
import { closeByCancelledLease } from '../verbs/cancel-lease/cancel-lease';
import { closeVacancy } from '../verbs/close/close-vacancy';
import { correctCommission } from '../verbs/correct-commission/correct-commission';
import { correctOffer } from '../verbs/correct-offer/correct-offer';
import { declareVacancy, type DeclareVacancy } from '../verbs/declare/declare';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import { declineOffer } from '../verbs/decline-offer/decline-offer';
import { deferDesignation } from '../verbs/defer/defer';
import { designateCandidate } from '../verbs/designate/designate';
import { endorseProposal } from '../verbs/endorse/endorse';
import { giveOpinion } from '../verbs/give-opinion/give-opinion';
import { holdCommission } from '../verbs/hold-commission/hold-commission';
import { lapseCondition, lapseOffer } from '../verbs/lapse/lapse';
import { letByLease } from '../verbs/let/let-by-lease';
import { makeOffer } from '../verbs/make-offer/make-offer';
import { meetCondition } from '../verbs/meet-condition/meet-condition';
import { notifyRefusal } from '../verbs/notify-refusal/notify-refusal';
import { orientVacancy } from '../verbs/orient/orient';
import { returnVacancy } from '../verbs/return/return-vacancy';
import { withdrawByProcess } from '../verbs/withdraw/withdraw-by-process';
import { withdrawCandidate } from '../verbs/withdraw/withdraw';
import type { RecordingCircumstances } from './circumstances-source';
import { correctedHousehold } from './event-people';
import type { CandidateAct, LeaseAct, VacancyAct } from './vacancy-command';

/* From the name of a verb to its rule. */

/** A designation may make a new household, so it needs the vault; what is about a lease is decided beside that lease. */
type PlainVacancyAct = Exclude<VacancyAct, { readonly verb: 'candidates' } | LeaseAct>;
type PlainCandidateAct = Exclude<CandidateAct, { readonly verb: 'facts' }>;

/** What a command is decided on, where no lease is in it. */
interface Deciding {
  readonly vacancy: Vacancy | undefined;
  /** Of each candidate whose household was not erased. */
  readonly sealed: ReadonlyMap<Uuid, SealedCandidate>;
  readonly at: RecordingCircumstances;
  readonly dwelling?: DwellingFacts | undefined;
  readonly session: VaultSession;
}

export function decideAct(act: Exclude<VacancyAct, LeaseAct> | CandidateAct, state: Deciding): Decision<VacancyEvent> {
  const { vacancy, sealed, at, session } = state;
  const { derivation } = at;
  if (act.verb === 'candidates') {
    const { appliedOn } = act.household;
    const refusal = appliedOn === null ? undefined : refuseFuture('date_demande', appliedOn, at);
    if (refusal) return refusal;
    const household = session.household(act.household.householdNumber);
    const facts = clearHouseholdOf(act.household, derivation, yearOf(at.today));
    return designateCandidate({ ...act.given, candidate: act.newId, household, facts }, vacancy!, at);
  }
  if (!('candidate' in act)) return decideOnVacancy(act, vacancy, at, state.dwelling);
  const candidate = candidateOf(vacancy!, act.candidate)!;
  if (act.verb !== 'facts') return decideOnCandidate(act, { vacancy: vacancy!, candidate }, at);
  const before = sealed.get(candidate.id);
  if (!before) return refuse('household-erased');
  const after = correctedHousehold(act, candidate, before);
  const command = {
    motive: act.motive,
    facts: clearHouseholdOf(after, derivation, yearOf(at.today)),
    sealedFactsDiffer: sealedChanges(before, sealedCandidateOf(after)) !== undefined,
  };
  return correctFacts(command, { vacancy: vacancy!, candidate }, at);
}

/**
 * @param vacancy undefined before its declaration
 * @param dwelling at a declaration: the dwelling, where a file named it
 */
function decideOnVacancy(
  act: PlainVacancyAct,
  vacancy: Vacancy | undefined,
  at: RecordingCircumstances,
  dwelling: DwellingFacts | undefined,
): Decision<VacancyEvent> {
  if (act.verb === 'declaration') {
    if (vacancy) return refuse('vacancy-already-open');
    return declareVacancy(declared(act, at, dwelling), at);
  }
  switch (act.verb) {
    case 'orientation':
      return orientVacancy(act.given, vacancy!, at);
    case 'return':
      return returnVacancy(act.given, vacancy!, at);
    case 'closing':
      return closeVacancy(act.given, vacancy!, at);
    case 'lease recorded':
      return letByLease(act.given, vacancy!);
    case 'lease cancelled':
      return closeByCancelledLease({ allocation: act.allocation, on: act.on ?? at.today }, vacancy!);
    case 'commission':
      return holdCommission(act.given, vacancy!, at);
    case 'commission/correction':
      return correctCommission(act.given, vacancy!, at);
  }
}

function decideOnCandidate(act: PlainCandidateAct, of: OfCandidate, at: Circumstances): Decision<VacancyEvent> {
  switch (act.verb) {
    case 'withdrawn by process':
      return withdrawByProcess(act.given, of);
    case 'opinion':
      return giveOpinion(act.given, of, at);
    case 'withdrawal':
      return withdrawCandidate(act.given, of, at);
    case 'endorsement':
      return endorseProposal(act.given, of, at);
    case 'deferral':
      return deferDesignation(act.given, of, at);
    case 'condition':
      return meetCondition(act.given, of, at);
    case 'notice':
      return notifyRefusal(act.given, of, at);
    case 'offer':
      return makeOffer(act.given, of, at);
    case 'acceptance':
      return acceptOffer(act.given, of, at);
    case 'refusal':
      return declineOffer(act.given, of, at);
    case 'offer/correction':
      return correctOffer(act.given, of, at);
    case 'offer lapses':
      return act.lastDay === of.candidate.offer?.lastDay ? lapseOffer(of, at.today) : [];
    case 'condition lapses':
      return act.lastDay === of.candidate.condition?.due ? lapseCondition(of, at.today) : [];
  }
}

/** What the landlord leaves out is taken from the dwelling. */
function declared(
  { given, dwelling: { residence } }: Extract<VacancyAct, { readonly verb: 'declaration' }>,
  { residence: { districts, note } }: RecordingCircumstances,
  dwelling: DwellingFacts | undefined,
): DeclareVacancy {
  return {
    ...given,
    residence,
    districts,
    note,
    dwellingType: given.dwellingType ?? dwelling?.type ?? null,
    financing: given.financing ?? dwelling?.financing ?? null,
    surface: given.surface ?? dwelling?.surface ?? null,
    rent: given.rent ?? dwelling?.rent ?? null,
    charges: given.charges ?? dwelling?.charges ?? null,
    stockHolder: dwelling?.holder ?? null,
  };
}
