import fc from 'fast-check';
import { addDays, type Day, type Decision, type Uuid } from '#kernel';
import type { Circumstances } from '../circumstances';
import type { CommissionFacts, DecidedCandidate, VacancyEvent } from '../events';
import type { OfCandidate } from '../of-candidate';
import {
  CANDIDATE_VERBS,
  FROM_FOR_STATE_ALLOCATION,
  startsFor,
  VACANCY_VERBS,
  type CandidateVerb,
  type VacancyVerb,
} from '../transitions';
import { candidateOf, statusOf, type Vacancy } from '../vacancy';
import { acceptOffer } from '../verbs/accept-offer/accept-offer';
import { cancelLease } from '../verbs/cancel-lease/cancel-lease';
import { closeVacancy } from '../verbs/close/close-vacancy';
import { correctCommission } from '../verbs/correct-commission/correct-commission';
import { correctFacts } from '../verbs/correct-facts/correct-facts';
import { correctOffer } from '../verbs/correct-offer/correct-offer';
import { declineOffer } from '../verbs/decline-offer/decline-offer';
import { deferDesignation } from '../verbs/defer/defer';
import { designateCandidate } from '../verbs/designate/designate';
import { endorseProposal } from '../verbs/endorse/endorse';
import { giveOpinion } from '../verbs/give-opinion/give-opinion';
import { holdCommission } from '../verbs/hold-commission/hold-commission';
import { lapseCondition, lapseOffer } from '../verbs/lapse/lapse';
import { letByLease } from '../verbs/let/let-by-lease';
import { letVacancy } from '../verbs/let/let-vacancy';
import { makeOffer } from '../verbs/make-offer/make-offer';
import { meetCondition } from '../verbs/meet-condition/meet-condition';
import { notifyRefusal } from '../verbs/notify-refusal/notify-refusal';
import { orientVacancy } from '../verbs/orient/orient';
import { returnVacancy } from '../verbs/return/return-vacancy';
import { withdrawByProcess } from '../verbs/withdraw/withdraw-by-process';
import { withdrawCandidate } from '../verbs/withdraw/withdraw';
import { ACCORDS, BASES, type VacancyStatus } from '../words';
import { ALLOCATION, commission, HOUSEHOLD, householdOf, WHO } from './builders';
import { circumstances, HOLDERS, PARTIES } from './circumstances';

/* Steps that somebody might take with a vacancy, right or wrong. Small numbers choose among what is possible then. */

type CandidateStep = CandidateVerb | 'menage_loge';
type VacancyStep = Exclude<VacancyVerb, 'lease/correction'> | 'lease from a file';

const CANDIDATE_STEPS: readonly CandidateStep[] = [...(Object.keys(CANDIDATE_VERBS) as CandidateVerb[]), 'menage_loge'];
const VACANCY_STEPS: readonly VacancyStep[] = [
  'orientation',
  'return',
  'candidates',
  'commission',
  'commission/correction',
  'lease',
  'lease/cancellation',
  'closing',
  'lease from a file',
];

/** Steps that say little, or lead back. They are taken once where the others are taken five times. */
const RARE: readonly (VacancyStep | CandidateStep)[] = [
  'orientation',
  'return',
  'facts',
  'opinion',
  'deferral',
  'withdrawal',
  'menage_loge',
  'commission/correction',
  'offer/correction',
];
/** Steps that end a story. They are taken once in ten times that they are chosen. */
const ENDS: readonly VacancyStep[] = ['closing', 'lease', 'lease from a file'];

const randomStep = fc.record({
  /** Which step, among all or among those that start from the present status. */
  step: fc.nat(999),
  fits: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  /** Days that pass before the step. */
  passing: fc.nat(4),
  /** The day that the step names is so many days before the present one. */
  daysAgo: fc.nat(3),
  /** Which choice, wherever the step leaves one. */
  choices: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
  qpvCommission: fc.constantFrom(false, false, false, true),
  /** The household is housed, or its application ended. */
  affairs: fc.constantFrom(...Array<'none'>(14).fill('none'), 'housed', 'ended'),
});
export type RandomStep = typeof randomStep extends fc.Arbitrary<infer Step> ? Step : never;

/** The steps of one story. Without the usual bias to small numbers, which would choose the same steps again and again. */
export const randomSteps = fc.noBias(fc.array(randomStep, { minLength: 40, maxLength: 40 }));

/** What the step leads to. `index` gives new candidates their id. */
export function decideStep(step: RandomStep, vacancy: Vacancy, today: Day, index: number): Decision<VacancyEvent> {
  const at = circumstances({
    today,
    party: PARTIES.administrator,
    residence: { hasQpvCommission: step.qpvCommission },
    household: { isHoused: step.affairs === 'housed', hasEnded: step.affairs === 'ended', wasRefusedToPrefect: true },
    substitutionIsOpen: true,
    isListedOn: () => true,
  });
  const ofVacancy = VACANCY_STEPS.filter((one) => !step.fits || mayStart(one, vacancy)).flatMap((verb) =>
    weighted(verb, () => (isTaken(verb, step) ? aboutVacancy(verb, step, vacancy, at, index) : [])),
  );
  const ofCandidates = vacancy.candidates.flatMap((candidate) =>
    CANDIDATE_STEPS.filter((one) => !step.fits || mayStartFor(one, { vacancy, candidate })).flatMap((verb) =>
      weighted(verb, () => aboutCandidate(verb, step, { vacancy, candidate }, at)),
    ),
  );
  const possible = [...ofVacancy, ...ofCandidates];
  return possible.length > 0 ? pick(possible, step.step)() : [];
}

function weighted<Act>(step: VacancyStep | CandidateStep, act: Act): readonly Act[] {
  return [...RARE, ...ENDS].includes(step) ? [act] : Array<Act>(5).fill(act);
}

function isTaken(verb: VacancyStep, { choices }: RandomStep): boolean {
  return !ENDS.includes(verb) || choices[0] === 9;
}

function mayStart(step: VacancyStep, vacancy: Vacancy): boolean {
  if (step === 'lease from a file') return vacancy.standing !== 'let' && vacancy.standing !== 'closed';
  const from: readonly VacancyStatus[] = step === 'candidates' ? FROM_FOR_STATE_ALLOCATION : VACANCY_VERBS[step];
  return from.includes(statusOf(vacancy));
}

function mayStartFor(step: CandidateStep, { candidate, vacancy }: OfCandidate): boolean {
  return startsFor(candidate, vacancy, step === 'menage_loge' ? 'withdrawal' : step);
}

function aboutVacancy(
  step: VacancyStep,
  { daysAgo, choices }: RandomStep,
  vacancy: Vacancy,
  at: Circumstances,
  index: number,
): Decision<VacancyEvent> {
  const on = addDays(at.today, -daysAgo);
  const household = householdOf(pick(WHO, choices[2]));
  switch (step) {
    case 'orientation': {
      const holder = pick([HOLDERS.town, HOLDERS.action], choices[0]);
      const facts = { lastDay: null, outsideFlow: null, delegatedTo: null, ground: 'nouveau_delai' } as const;
      return orientVacancy({ holder, forOneTurn: choices[1]! > 7, ...facts }, vacancy, at);
    }
    case 'candidates': {
      const basis = choices[0]! < 8 ? 'reservation' : pick(BASES, choices[1]);
      const candidate = `candidate-${index}` as Uuid;
      return designateCandidate({ candidate, household, basis, holder: HOLDERS.state, facts: HOUSEHOLD }, vacancy, at);
    }
    case 'commission': {
      const designated = vacancy.candidates.filter(({ status }) => status === 'designated');
      return holdCommission(randomCommission(designated, on, choices), vacancy, at);
    }
    case 'commission/correction': {
      const examined = vacancy.commission?.decisions.map(({ candidate }) => candidateOf(vacancy, candidate)!) ?? [];
      const still = examined.filter(({ status }) => status !== 'withdrawn');
      return correctCommission({ ...randomCommission(still, on, choices), motive: 'erreur' }, vacancy, at);
    }
    case 'lease':
      return letVacancy({ allocation: ALLOCATION, on }, vacancy, at);
    case 'lease from a file':
      return letByLease({ household, allocation: ALLOCATION, on }, vacancy);
    case 'lease/cancellation':
      return cancelLease({ on, motive: 'erreur', signedOn: vacancy.lease?.on ?? on }, vacancy, at);
    case 'return':
      return returnVacancy({ motive: 'sans_candidat' }, vacancy, at);
    case 'closing':
      return closeVacancy({ on, motive: 'travaux' }, vacancy, at);
  }
}

function aboutCandidate(
  step: CandidateStep,
  { daysAgo, choices }: RandomStep,
  about: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const on = addDays(at.today, -daysAgo);
  switch (step) {
    case 'endorsement':
      return endorseProposal({ on, accords: ACCORDS }, about, at);
    case 'deferral':
      return deferDesignation({ on, motive: 'equilibre' }, about, at);
    case 'opinion':
      return giveOpinion({ on, by: 'epci', opinion: 'reserve', motive: null }, about, at);
    case 'offer':
      return makeOffer({ notifiedOn: on, delay: 10 + choices[0]! }, about, at);
    case 'acceptance':
      return acceptOffer({ on }, about, at);
    case 'refusal':
      return declineOffer({ on, motive: pick(at.motives.household, choices[0]) }, about, at);
    // The timer may find what a step of the next days would have prevented: it acts on what is recorded.
    case 'offer lapses':
      return lapseOffer(about, addDays(at.today, 15));
    case 'condition lapses':
      return lapseCondition(about, addDays(at.today, 10));
    case 'condition':
      return meetCondition({ on }, about, at);
    case 'withdrawal':
      return withdrawCandidate({ by: 'reservataire', motive: 'injoignable' }, about, at);
    case 'menage_loge':
      return withdrawByProcess({ on: at.today, motive: 'menage_loge' }, about);
    case 'offer/correction':
      return correctOffer({ notifiedOn: choices[0]! > 4 ? on : null }, about, at);
    case 'facts': {
      const facts = { ...HOUSEHOLD, priority: choices[0]! > 4 };
      return correctFacts({ motive: 'erreur', facts, sealedFactsDiffer: false }, about, at);
    }
    case 'notice':
      return notifyRefusal({ on }, about, at);
  }
}

/** Each candidate is allocated, allocated under condition or refused; ranks run in some order. */
function randomCommission(candidates: Vacancy['candidates'], on: Day, choices: readonly number[]): CommissionFacts {
  const ordered = choices[0]! > 4 ? candidates : [...candidates].reverse();
  let rank = 0;
  const decisions = ordered.map(({ id }, index): DecidedCandidate => {
    const none = { candidate: id, rank: null, motive: null, document: null, documentDue: null, votes: null };
    switch (choices[1 + (index % 7)]!) {
      case 0:
        return { ...none, decision: 'non_attribution', motive: 'fragilite' };
      case 1:
        return { ...none, decision: 'irrecevabilite', motive: 'plafond' };
      case 2:
      case 3: {
        const document = { document: 'ressources', documentDue: addDays(on, 8) } as const;
        return { ...none, decision: 'attribution_sous_condition', rank: ++rank, ...document };
      }
      default:
        return { ...none, decision: 'attribution_rang', rank: ++rank };
    }
  });
  return commission(decisions, { on, exception: 'd331_25_1' });
}

function pick<Choice>(among: readonly Choice[], number: number | undefined): Choice {
  return among[(number ?? 0) % among.length]!;
}
