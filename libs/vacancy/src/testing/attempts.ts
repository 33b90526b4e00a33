import { day, type Decision } from '#kernel';
import type { Circumstances } from '../circumstances';
import type { VacancyEvent } from '../events';
import type { OfCandidate } from '../of-candidate';
import type { CandidateVerb, VacancyVerb } from '../transitions';
import type { Vacancy } from '../vacancy';
import { acceptOffer } from '../verbs/accept-offer/accept-offer';
import { cancelLease } from '../verbs/cancel-lease/cancel-lease';
import { closeVacancy } from '../verbs/close/close-vacancy';
import { correctCommission } from '../verbs/correct-commission/correct-commission';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import { refuseLeaseCorrection } from '../verbs/correct-lease/correct-lease';
import { correctOffer } from '../verbs/correct-offer/correct-offer';
import { declineOffer } from '../verbs/decline-offer/decline-offer';
import { deferDesignation } from '../verbs/defer/defer';
import { designateCandidate } from '../verbs/designate/designate';
import { endorseProposal } from '../verbs/endorse/endorse';
import { giveOpinion } from '../verbs/give-opinion/give-opinion';
import { holdCommission } from '../verbs/hold-commission/hold-commission';
import { lapseCondition, lapseOffer } from '../verbs/lapse/lapse';
import { letVacancy } from '../verbs/let/let-vacancy';
import { makeOffer } from '../verbs/make-offer/make-offer';
import { meetCondition } from '../verbs/meet-condition/meet-condition';
import { notifyRefusal } from '../verbs/notify-refusal/notify-refusal';
import { orientVacancy } from '../verbs/orient/orient';
import { returnVacancy } from '../verbs/return/return-vacancy';
import { withdrawCandidate } from '../verbs/withdraw/withdraw';
import { ACCORDS } from '../words';
import { ALLOCATION, commission, householdOf, HOUSEHOLD, idOf, notAllocated } from './builders';
import { HOLDERS, TODAY } from './circumstances';

/* Each verb tried with a body that is right by itself, so that only the vacancy can refuse it. */

type Attempt<About> = (about: About, at: Circumstances) => Decision<VacancyEvent>;

export const VACANCY_ATTEMPTS: Readonly<Record<VacancyVerb, Attempt<Vacancy>>> = {
  orientation: (vacancy, at) => {
    const holder = { holder: HOLDERS.town, lastDay: null, forOneTurn: false, outsideFlow: null, delegatedTo: null };
    return orientVacancy({ ...holder, ground: 'erreur' }, vacancy, at);
  },
  return: (vacancy, at) => returnVacancy({ motive: 'erreur' }, vacancy, at),
  candidates: (vacancy, at) => {
    const petit = { candidate: idOf('petit'), household: householdOf('petit'), facts: HOUSEHOLD };
    return designateCandidate({ ...petit, basis: 'reservation', holder: null }, vacancy, at);
  },
  commission: (vacancy, at) => holdCommission(commission([notAllocated('martin')]), vacancy, at),
  'commission/correction': (vacancy, at) =>
    correctCommission({ ...commission([notAllocated('martin')]), motive: 'erreur' }, vacancy, at),
  lease: (vacancy, at) => letVacancy({ allocation: ALLOCATION, on: TODAY }, vacancy, at),
  'lease/correction': (vacancy, at) => refuseLeaseCorrection({ motive: 'erreur', on: TODAY }, vacancy, at) ?? [],
  'lease/cancellation': (vacancy, at) =>
    cancelLease({ on: TODAY, motive: 'erreur', signedOn: day('2026-04-07') }, vacancy, at),
  closing: (vacancy, at) => closeVacancy({ on: TODAY, motive: 'autre' }, vacancy, at),
};

export const CANDIDATE_ATTEMPTS: Readonly<Record<CandidateVerb, Attempt<OfCandidate>>> = {
  facts: (about, at) =>
    correctFacts({ motive: 'erreur', facts: { ...HOUSEHOLD, quartile: 4 }, sealedFactsDiffer: false }, about, at),
  opinion: (about, at) => giveOpinion({ on: TODAY, by: 'commune', opinion: 'favorable', motive: null }, about, at),
  withdrawal: (about, at) => withdrawCandidate({ by: 'bailleur', motive: 'erreur' }, about, at),
  endorsement: (about, at) => endorseProposal({ on: TODAY, accords: ACCORDS }, about, at),
  deferral: (about, at) => deferDesignation({ on: TODAY, motive: 'equilibre' }, about, at),
  condition: (about, at) => meetCondition({ on: day('2026-03-30') }, about, at),
  'condition lapses': (about) => lapseCondition(about, TODAY),
  notice: (about, at) => notifyRefusal({ on: TODAY }, about, at),
  offer: (about, at) => makeOffer({ notifiedOn: TODAY, delay: 10 }, about, at),
  acceptance: (about, at) => acceptOffer({ on: day('2026-03-30') }, about, at),
  refusal: (about, at) => declineOffer({ on: day('2026-03-30'), motive: 'loyer' }, about, at),
  'offer/correction': (about, at) => correctOffer({ notifiedOn: day('2026-03-24') }, about, at),
  'offer lapses': (about) => lapseOffer(about, TODAY),
};
