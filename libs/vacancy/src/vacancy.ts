import type { ClearHousehold } from '#allocation';
import type { RecordedAs } from '#event-store';
import { applyChanges, type Day, type Uuid } from '#kernel';
import type {
  CandidateFacts,
  CommissionFacts,
  DecidedCandidate,
  DeclaredFacts,
  OfferFacts,
  OrientedFacts,
  VacancyEvent,
} from './events';
import {
  BASES_WITHOUT_COMMISSION,
  LIVE_STATUSES,
  type Basis,
  type CandidateStatus,
  type DocumentKind,
  type VacancyStatus,
} from './words';

export interface Condition {
  readonly document: DocumentKind;
  readonly due: Day;
  readonly metOn: Day | null;
}

/** A household that was proposed or designated on the vacancy. */
export interface Candidate {
  readonly id: Uuid;
  readonly household: Uuid;
  readonly basis: Basis;
  readonly holder: string;
  readonly facts: ClearHousehold;
  readonly status: CandidateStatus;
  /** The coded motive of its last step; null where that step has none. */
  readonly reason: string | null;
  readonly endorsedOn: Day | null;
  readonly rank: number | null;
  readonly condition: Condition | null;
  /** The day of the commission that decided; null before, and where the State allocated. */
  readonly decidedOn: Day | null;
  readonly refusalNotifiedOn: Day | null;
  /** The last offer, also once it was answered. */
  readonly offer: OfferFacts | null;
  readonly answeredOn: Day | null;
  readonly lapsedBy: 'silence' | 'document' | null;
  /** How many offers and commissions the vacancy had when the candidate was last decided, offered or lapsed. */
  readonly seen: { readonly offers: number; readonly commissions: number };
}

/** A dwelling offered once, from its declaration to a lease or its closing. */
export interface Vacancy {
  readonly declared: DeclaredFacts;
  /** The status without regard to candidates. */
  readonly standing: 'declared' | 'oriented' | 'returned' | 'let' | 'closed';
  readonly orientation: OrientedFacts | null;
  /** In the order of their designation. */
  readonly candidates: readonly Candidate[];
  /** The last commission, as it was corrected. */
  readonly commission: CommissionFacts | null;
  /** Commissions held, and allocations of the State in the place of one. */
  readonly commissions: number;
  readonly offers: number;
  /** Whether an offer was made since the last commission. */
  readonly offeredSince: boolean;
  readonly lease: { readonly candidate: Uuid; readonly allocation: Uuid; readonly on: Day } | null;
}

/** The first of these that a candidate has gives the vacancy its status. */
const BY_CANDIDATE: readonly (readonly [CandidateStatus, VacancyStatus])[] = [
  ['accepted', 'accepted'],
  ['offered', 'offered'],
  ['allocated', 'decided'],
  ['designated', 'designated'],
  ['deferred', 'designated'],
  ['proposed', 'designated'],
];

/** The status of a vacancy, which follows from those of its candidates while it is open. */
export function statusOf({ standing, candidates }: Vacancy): VacancyStatus {
  if (standing === 'let' || standing === 'closed') return standing;
  return BY_CANDIDATE.find(([status]) => candidates.some((one) => one.status === status))?.[1] ?? standing;
}

export function isOpen({ standing }: Vacancy): boolean {
  return standing !== 'let' && standing !== 'closed';
}

export function isLive({ status }: Candidate): boolean {
  return LIVE_STATUSES.includes(status);
}

export function candidateOf({ candidates }: Vacancy, id: Uuid): Candidate | undefined {
  return candidates.find((one) => one.id === id);
}

/**
 * The vacancy of a whole stream; undefined where it was never declared. The first event is `VacancyDeclared`, or
 * `VacancyAbandoned` alone.
 */
export function vacancyAfter(events: readonly (RecordedAs<VacancyEvent> | VacancyEvent)[]): Vacancy | undefined {
  if (events[0]?.type === 'VacancyAbandoned') return undefined;
  return events.reduce<Vacancy | undefined>(evolve, undefined);
}

/** The vacancy after one more event. The first event must be `VacancyDeclared`. */
export function evolve(before: Vacancy | undefined, event: RecordedAs<VacancyEvent> | VacancyEvent): Vacancy {
  if (event.type === 'VacancyDeclared') return newVacancy(event.data);
  const vacancy = before!;
  switch (event.type) {
    case 'VacancyOriented':
    case 'VacancyReoriented':
      return { ...vacancy, standing: 'oriented', orientation: event.data };
    case 'VacancyReturned':
      return { ...vacancy, standing: 'returned' };
    case 'VacancyAbandoned':
      return vacancy;
    case 'VacancyClosed':
      return { ...vacancy, standing: 'closed' };
    case 'VacancyLet': {
      const { candidate, allocation, on } = event.data;
      return withStatus({ ...vacancy, standing: 'let', lease: { candidate, allocation, on } }, candidate, 'signed');
    }
    case 'CandidateProposed':
      return withCandidate(vacancy, event.data, 'proposed');
    case 'CandidateDesignated':
      return BASES_WITHOUT_COMMISSION.includes(event.data.basis)
        ? withCandidate({ ...vacancy, commissions: vacancy.commissions + 1 }, event.data, 'allocated')
        : withCandidate(vacancy, event.data, 'designated');
    case 'CommissionHeld':
      return afterCommission({ ...vacancy, commissions: vacancy.commissions + 1, offeredSince: false }, event.data);
    case 'CommissionCorrected':
      return afterCommission(vacancy, event.data);
    case 'OfferMade':
      return afterOffer({ ...vacancy, offers: vacancy.offers + 1, offeredSince: true }, event.data, null);
    case 'OfferCorrected':
      return afterOffer(vacancy, event.data, event.data.motive);
    default:
      return changed(vacancy, event.data.candidate, (candidate) => stepOf(candidate, event, vacancy));
  }
}

function newVacancy(declared: DeclaredFacts): Vacancy {
  return {
    declared,
    standing: 'declared',
    orientation: null,
    candidates: [],
    commission: null,
    commissions: 0,
    offers: 0,
    offeredSince: false,
    lease: null,
  };
}

type CandidateStep = Extract<
  VacancyEvent,
  {
    readonly type:
      | 'CandidateFactsCorrected'
      | 'OpinionGiven'
      | 'CandidateWithdrawn'
      | 'ProposalEndorsed'
      | 'DesignationDeferred'
      | 'ConditionMet'
      | 'ConditionLapsed'
      | 'RefusalNotified'
      | 'OfferAccepted'
      | 'OfferDeclined'
      | 'OfferLapsed'
      | 'LapseCorrected';
  }
>;

/** What an event about one candidate changes in it. */
function stepOf(candidate: Candidate, event: CandidateStep, { offers, commissions }: Vacancy): Partial<Candidate> {
  switch (event.type) {
    case 'CandidateFactsCorrected':
      return { facts: applyChanges(candidate.facts, event.data.changes) };
    case 'OpinionGiven':
      return {};
    case 'CandidateWithdrawn':
      return { status: 'withdrawn', reason: event.data.motive };
    case 'ProposalEndorsed':
      return { endorsedOn: event.data.on, reason: null };
    case 'DesignationDeferred':
      return { status: 'deferred', reason: event.data.motive };
    case 'ConditionMet':
      return {
        status: 'allocated',
        reason: null,
        lapsedBy: null,
        condition: { ...candidate.condition!, metOn: event.data.on },
      };
    case 'ConditionLapsed':
      return { status: 'lapsed', reason: 'dossier_incomplet', lapsedBy: 'document', seen: { offers, commissions } };
    case 'RefusalNotified':
      return { refusalNotifiedOn: event.data.on };
    case 'OfferAccepted':
      return { status: 'accepted', reason: null, answeredOn: event.data.on };
    case 'OfferDeclined':
      return { status: 'declined', reason: event.data.motive, answeredOn: event.data.on };
    case 'OfferLapsed':
      return { status: 'lapsed', reason: 'sans_reponse', lapsedBy: 'silence' };
    case 'LapseCorrected':
      return { status: 'offered', reason: null, lapsedBy: null };
  }
}

/** A candidate that was proposed before keeps its id and its place. */
function withCandidate(vacancy: Vacancy, data: CandidateFacts, status: CandidateStatus): Vacancy {
  const { candidate: id, household, basis, holder, on: _on, vigilance: _vigilance, ...facts } = data;
  const { offers, commissions } = vacancy;
  const rank = status === 'allocated' ? 1 : null;
  const designated = { basis, holder, facts, status, rank, reason: null, seen: { offers, commissions } };
  if (candidateOf(vacancy, id)) return changed(vacancy, id, () => designated);
  const added: Candidate = {
    ...designated,
    id,
    household,
    endorsedOn: null,
    condition: null,
    decidedOn: null,
    refusalNotifiedOn: null,
    offer: null,
    answeredOn: null,
    lapsedBy: null,
  };
  return { ...vacancy, candidates: [...vacancy.candidates, added] };
}

function afterCommission(vacancy: Vacancy, { on, decisions, ...facts }: CommissionFacts): Vacancy {
  const decided = decisions.reduce(
    (before, one) => changed(before, one.candidate, (candidate) => decidedAs(candidate, one, on, before)),
    vacancy,
  );
  return { ...decided, commission: { on, decisions, ...facts } };
}

function decidedAs(
  before: Candidate,
  { decision, rank, motive, document, documentDue }: DecidedCandidate,
  decidedOn: Day,
  { offers, commissions }: Vacancy,
): Partial<Candidate> {
  const common = { decidedOn, rank, reason: motive, lapsedBy: null, seen: { offers, commissions } };
  if (decision === 'non_attribution' || decision === 'irrecevabilite') {
    const status = decision === 'non_attribution' ? 'notAllocated' : 'inadmissible';
    // A correction that changes the refusal or its reason needs a notice of its own.
    const isAsNotified = before.status === status && before.reason === motive;
    return {
      ...common,
      status,
      condition: null,
      refusalNotifiedOn: isAsNotified ? before.refusalNotifiedOn : null,
    };
  }
  const needsDocument = decision === 'attribution_sous_condition';
  // A condition that was met before a correction stays met.
  const metOn = before.condition?.metOn ?? null;
  const condition = needsDocument ? { document: document!, due: documentDue!, metOn } : null;
  return { ...common, status: 'allocated', condition, refusalNotifiedOn: null };
}

function afterOffer(vacancy: Vacancy, offer: OfferFacts, reason: string | null): Vacancy {
  const { offers, commissions } = vacancy;
  const { candidate, notifiedOn, delay, lastDay, daloWarning } = offer;
  return changed(vacancy, candidate, () => ({
    status: 'offered',
    reason,
    lapsedBy: null,
    answeredOn: null,
    offer: { candidate, notifiedOn, delay, lastDay, daloWarning },
    seen: { offers, commissions },
  }));
}

function withStatus(vacancy: Vacancy, candidate: Uuid, status: CandidateStatus): Vacancy {
  return changed(vacancy, candidate, () => ({ status, reason: null }));
}

function changed(vacancy: Vacancy, id: Uuid, step: (candidate: Candidate) => Partial<Candidate>): Vacancy {
  const candidates = vacancy.candidates.map((one) => (one.id === id ? { ...one, ...step(one) } : one));
  return { ...vacancy, candidates };
}

/** The withdrawals of all live candidates but one, where a step of the vacancy ends them. */
export function withdrawalsOf(
  { candidates }: Vacancy,
  { on, motive, but }: { readonly on: Day; readonly motive: string; readonly but?: Uuid | undefined },
): readonly VacancyEvent[] {
  return candidates
    .filter((one) => isLive(one) && one.id !== but)
    .map(({ id }) => ({ type: 'CandidateWithdrawn', data: { candidate: id, on, motive, by: 'process' } }));
}
