import { refuse, type Decision } from '#kernel';
import type { DwellingFacts } from '#territory';
import type { Circumstances } from '../circumstances';
import type { VacancyEvent } from '../events';
import type { OfCandidate } from '../of-candidate';
import type { Vacancy } from '../vacancy';
import { acceptOffer } from '../verbs/accept-offer/accept-offer';
import { closeByCancelledLease } from '../verbs/cancel-lease/cancel-lease';
import { closeVacancy } from '../verbs/close/close-vacancy';
import { correctCommission } from '../verbs/correct-commission/correct-commission';
import { correctOffer } from '../verbs/correct-offer/correct-offer';
import { declareVacancy, type DeclareVacancy } from '../verbs/declare/declare';
import { declineOffer } from '../verbs/decline-offer/decline-offer';
import { deferDesignation } from '../verbs/defer/defer';
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
import type { CandidateAct, LeaseAct, VacancyAct } from './vacancy-command';

/* From the name of a verb to its rule. */

/** A designation is decided where the vault is, since it may make a new household; what is about a lease, beside that lease. */
type PlainVacancyAct = Exclude<VacancyAct, { readonly verb: 'candidates' } | LeaseAct>;
type PlainCandidateAct = Exclude<CandidateAct, { readonly verb: 'facts' }>;

/**
 * @param vacancy undefined before its declaration
 * @param dwelling at a declaration: the dwelling, where a file named it
 */
export function decideOnVacancy(
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

export function decideOnCandidate(act: PlainCandidateAct, of: OfCandidate, at: Circumstances): Decision<VacancyEvent> {
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
