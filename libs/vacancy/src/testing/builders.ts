import type { ClearHousehold } from '#allocation';
import { day, type Uuid } from '#kernel';
import type {
  CandidateFacts,
  CommissionFacts,
  DecidedCandidate,
  DeclaredFacts,
  OrientedFacts,
  VacancyEvent,
} from '../events';
import { ACCORDS } from '../words';
import { HOLDERS, LANDLORD } from './circumstances';

/* The events of the stories, each with its ordinary day of spring 2026. */

/** The candidates of the stories, by the household's name. The id of the household is its own. */
export const WHO = ['martin', 'diallo', 'nguyen', 'petit'] as const;
export type Who = (typeof WHO)[number];

export function idOf(who: Who): Uuid {
  return `candidate-${who}` as Uuid;
}

export function householdOf(who: Who): Uuid {
  return `household-${who}` as Uuid;
}

export const ALLOCATION = 'allocation-1' as Uuid;

export const HOUSEHOLD: ClearHousehold = {
  transfer: false,
  quartile: 2,
  priority: false,
  homeWork: false,
  essentialWorker: null,
  rehoused: false,
  composition: 'couple',
  publics: [],
};

export const DECLARED_FACTS: DeclaredFacts = {
  residence: 'CEDRES',
  landlord: LANDLORD,
  districts: [],
  note: null,
  availableOn: day('2026-06-01'),
  ground: 'depart',
  dwellingType: 'T3',
  financing: 'PLUS',
  surface: 6200,
  rent: 45_000,
  charges: 9_000,
  firstLetting: false,
  stockHolder: null,
};

export function declared(facts: Partial<DeclaredFacts> = {}): VacancyEvent {
  return { type: 'VacancyDeclared', data: { ...DECLARED_FACTS, ...facts } };
}

export function orientation(facts: Partial<OrientedFacts> = {}): OrientedFacts {
  return {
    holder: HOLDERS.town,
    on: day('2026-03-02'),
    lastDay: day('2026-04-01'),
    forOneTurn: false,
    outsideFlow: null,
    delegatedTo: null,
    ground: null,
    ...facts,
  };
}

export function oriented(facts: Partial<OrientedFacts> = {}): VacancyEvent {
  return { type: 'VacancyOriented', data: orientation(facts) };
}

export function reoriented(facts: Partial<OrientedFacts> = {}): VacancyEvent {
  return { type: 'VacancyReoriented', data: orientation(facts) };
}

export function returned(on = '2026-03-05', motive = 'sans_candidat'): VacancyEvent {
  return { type: 'VacancyReturned', data: { on: day(on), motive } };
}

export function candidacy(who: Who, facts: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    ...HOUSEHOLD,
    candidate: idOf(who),
    household: householdOf(who),
    basis: 'reservation',
    holder: HOLDERS.town,
    on: day('2026-03-09'),
    ...facts,
  };
}

export function designated(who: Who, facts: Partial<CandidateFacts> = {}): VacancyEvent {
  return { type: 'CandidateDesignated', data: candidacy(who, facts) };
}

export function proposed(who: Who, facts: Partial<CandidateFacts> = {}): VacancyEvent {
  return { type: 'CandidateProposed', data: candidacy(who, facts) };
}

export function deferred(who: Who, on = '2026-03-12', motive = 'equilibre'): VacancyEvent {
  return { type: 'DesignationDeferred', data: { candidate: idOf(who), on: day(on), motive } };
}

/** The QPV commission endorses, which designates. */
export function endorsed(who: Who, on = '2026-03-12'): readonly VacancyEvent[] {
  return [
    { type: 'ProposalEndorsed', data: { candidate: idOf(who), on: day(on), accords: ACCORDS } },
    designated(who, { on: day(on) }),
  ];
}

export function withdrawn(
  who: Who,
  motive: string,
  on = '2026-05-04',
  by: 'menage' | 'reservataire' | 'bailleur' | 'process' = 'process',
): VacancyEvent {
  return { type: 'CandidateWithdrawn', data: { candidate: idOf(who), on: day(on), motive, by } };
}

function decision(who: Who, facts: Partial<DecidedCandidate>): DecidedCandidate {
  return {
    candidate: idOf(who),
    decision: 'attribution_rang',
    rank: null,
    motive: null,
    document: null,
    documentDue: null,
    votes: null,
    ...facts,
  };
}

export const ranked = (who: Who, rank: number, facts: Partial<DecidedCandidate> = {}): DecidedCandidate =>
  decision(who, { rank, ...facts });

export const onCondition = (who: Who, rank: number, due = '2026-04-10'): DecidedCandidate =>
  decision(who, { decision: 'attribution_sous_condition', rank, document: 'ressources', documentDue: day(due) });

export const notAllocated = (who: Who, motive: string | null = 'equilibre'): DecidedCandidate =>
  decision(who, { decision: 'non_attribution', motive });

export const inadmissible = (who: Who, motive: string | null = 'plafond'): DecidedCandidate =>
  decision(who, { decision: 'irrecevabilite', motive });

export function commission(
  decisions: readonly DecidedCandidate[],
  facts: Partial<CommissionFacts> = {},
): CommissionFacts {
  return {
    on: day('2026-03-19'),
    sitting: null,
    present: null,
    form: null,
    exception: null,
    attested: null,
    decisions,
    ...facts,
  };
}

export function commissionHeld(
  decisions: readonly DecidedCandidate[],
  facts: Partial<CommissionFacts> = {},
): VacancyEvent {
  return { type: 'CommissionHeld', data: commission(decisions, facts) };
}

export function commissionCorrected(
  decisions: readonly DecidedCandidate[],
  facts: Partial<CommissionFacts> & { readonly motive?: string } = {},
): VacancyEvent {
  return { type: 'CommissionCorrected', data: { motive: 'erreur', ...commission(decisions, facts) } };
}

type OnOneDay = 'ConditionMet' | 'ConditionLapsed' | 'RefusalNotified' | 'OfferAccepted' | 'OfferLapsed';

const onDay =
  (type: OnOneDay, usual: string) =>
  (who: Who, on: string = usual): VacancyEvent => ({ type, data: { candidate: idOf(who), on: day(on) } });

export const conditionMet = onDay('ConditionMet', '2026-03-30');
export const conditionLapsed = onDay('ConditionLapsed', '2026-04-11');
export const refusalNotified = onDay('RefusalNotified', '2026-03-24');
export const accepted = onDay('OfferAccepted', '2026-03-30');
export const offerLapsed = onDay('OfferLapsed', '2026-04-02');

export function lapseCorrected(who: Who): VacancyEvent {
  return { type: 'LapseCorrected', data: { candidate: idOf(who) } };
}

/** Notified on Monday 23 March: the last of the ten days is Thursday 2 April. */
export function offered(
  who: Who,
  { notifiedOn = '2026-03-23', lastDay = '2026-04-02', delay = 10, daloWarning = false } = {},
): VacancyEvent {
  const days = { notifiedOn: day(notifiedOn), lastDay: day(lastDay) };
  return { type: 'OfferMade', data: { candidate: idOf(who), ...days, delay, daloWarning } };
}

export function declined(who: Who, on = '2026-03-31', motive = 'loyer'): VacancyEvent {
  return { type: 'OfferDeclined', data: { candidate: idOf(who), on: day(on), motive } };
}

export function letTo(who: Who, on = '2026-04-07'): VacancyEvent {
  return { type: 'VacancyLet', data: { candidate: idOf(who), on: day(on), allocation: ALLOCATION } };
}

export function closed(motive = 'travaux', on = '2026-05-04'): VacancyEvent {
  return { type: 'VacancyClosed', data: { on: day(on), motive } };
}

/** How far an ordinary vacancy has come: Martin is the first, Diallo the second, Nguyen is refused. */
const ORIENTED = [declared(), oriented()];
const DESIGNATED = [...ORIENTED, designated('martin'), designated('diallo'), designated('nguyen')];
const DECIDED = [...DESIGNATED, commissionHeld([ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen')])];
const OFFERED = [...DECIDED, offered('martin')];
const ACCEPTED = [...OFFERED, accepted('martin')];

export const STORY = {
  declared: [declared()],
  oriented: ORIENTED,
  returned: [...ORIENTED, returned()],
  /** Martin, Diallo and Nguyen are designated. */
  designated: DESIGNATED,
  decided: DECIDED,
  /** As decided, but Martin must still bring a proof of income by 10 April. */
  onCondition: [...DESIGNATED, commissionHeld([onCondition('martin', 1), ranked('diallo', 2), notAllocated('nguyen')])],
  /** To Martin. */
  offered: OFFERED,
  accepted: ACCEPTED,
  let: [...ACCEPTED, withdrawn('diallo', 'logement_attribue', '2026-04-07'), letTo('martin')],
  closed: [declared(), closed()],
} as const satisfies Readonly<Record<string, readonly VacancyEvent[]>>;
