import type { ClearHousehold } from '#allocation';
import type { Public } from '#convention';
import type { Position } from '#event-store';
import type { Day, Instant, Uuid } from '#kernel';
import { isStateContingent } from '../checks';
import type { ShownVigilance } from '../events';
import { candidateOf, type Candidate, type Vacancy } from '../vacancy';
import { noticesOf as vigilanceOf, type VigilanceCode } from '../vigilance/notices';
import type { Basis, CandidateStatus, CommissionForm, Opinion } from '../words';
import { commissionOfSitting } from './commissions';
import {
  type Named,
  type PaperEvent,
  type PaperReference,
  shownDwelling,
  type ShownDwelling,
  shownHolder,
  type ShownHolder,
  type VacancyOnPaper,
} from './shown-dwelling';

export interface GivenOpinion {
  readonly on: Day;
  readonly by: 'epci' | 'commune';
  readonly opinion: Opinion;
  readonly motive: string | null;
}

/** A candidate as the commission sees it: no number and no name. */
export interface AgendaCandidate extends Omit<ClearHousehold, 'publics'> {
  readonly candidate: Uuid;
  /** Its place among the candidates of the vacancy, from 1. All papers of the vacancy give it the same. */
  readonly number: number;
  readonly status: CandidateStatus;
  readonly basis: Basis;
  readonly holder: ShownHolder;
  /** Publics of the convention, but those that are sensitive. */
  readonly publics: readonly Named[];
  readonly opinions: readonly GivenOpinion[];
  /** What the vigilance says from clear facts alone: it informs the commission, and forbids nothing. */
  readonly notices: readonly VigilanceCode[];
  /** What its lease would move, as it was shown when it was designated; the weightiest first. */
  readonly objectives: readonly MovedObjective[];
}

export interface MovedObjective extends Named {
  readonly bearing: 'closer' | 'farther';
}

export interface AgendaVacancy extends ShownDwelling {
  /** In the order of their designation. */
  readonly candidates: readonly AgendaCandidate[];
  /** Candidates that are only proposed or deferred: the commission leaves them out. */
  readonly waiting: number;
}

/** What a commission is about to examine, or has examined. */
export interface Agenda {
  readonly landlord: Named;
  /** Null where it is the agenda of one vacancy alone. */
  readonly sitting: Uuid | null;
  /** The day of the sitting; null where it is not known yet. */
  readonly on: Day | null;
  readonly form: CommissionForm | null;
  /** The last event of the history that it shows. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly vacancies: readonly AgendaVacancy[];
}

/** The applications that a commission of the landlord examines for one dwelling at least (R441-3). */
export const LEAST_EXAMINED = 3;

interface AgendaSetting {
  /** The sitting whose agenda it is; null where it is the agenda of the vacancy alone. */
  readonly sitting: Uuid | null;
  /** The day on which the residence is described. */
  readonly on: Day;
  readonly reference: PaperReference;
  readonly publics: readonly Public[];
  /** The name of an objective of the convention; its code where it has none. */
  readonly objectiveName: (code: string) => string;
}

/** One vacancy on an agenda. */
export function agendaVacancy(
  read: VacancyOnPaper,
  { sitting, on, reference, publics, objectiveName }: AgendaSetting,
): AgendaVacancy {
  const { vacancy, events } = read;
  const dwelling = shownDwelling(read, on, reference);
  const shown = new Map(publics.filter(({ sensitive }) => !sensitive).map(({ code, name }) => [code, { code, name }]));
  const candidates = examinedIn(read, sitting).map(({ id, status, basis, holder, facts }): AgendaCandidate => ({
    ...facts,
    candidate: id,
    number: numberOf(vacancy, id),
    status,
    basis,
    holder: shownHolder(holder, reference),
    publics: facts.publics.flatMap((code) => shown.get(code) ?? []),
    opinions: opinionsOn(id, events),
    notices: noticesOn({ basis, facts, holder }, dwelling, reference),
    objectives: objectivesOf(id, events).map(({ objective, bearing }) => ({
      code: objective,
      name: objectiveName(objective),
      bearing,
    })),
  }));
  const waiting = vacancy.candidates.filter(({ status }) => status === 'proposed' || status === 'deferred').length;
  return { ...dwelling, candidates, waiting };
}

/** The place of a candidate among those of the vacancy, from 1. */
export function numberOf({ candidates }: Vacancy, candidate: Uuid): number {
  return candidates.findIndex(({ id }) => id === candidate) + 1;
}

/** Whether a candidate waits for a commission. */
export function hasDesignated({ candidates }: Vacancy): boolean {
  return candidates.some(({ status }) => status === 'designated');
}

/**
 * Whom the sitting has decided; else the designated, who wait for a commission; else whom the last commission has decided.
 */
function examinedIn({ vacancy, events }: VacancyOnPaper, sitting: Uuid | null): readonly Candidate[] {
  const held = sitting === null ? undefined : commissionOfSitting(sitting, events);
  if (!held && hasDesignated(vacancy)) return vacancy.candidates.filter(({ status }) => status === 'designated');
  const decided = (held ?? vacancy.commission)?.decisions ?? [];
  return decided.map(({ candidate }) => candidateOf(vacancy, candidate)!);
}

function opinionsOn(candidate: Uuid, events: readonly PaperEvent[]): readonly GivenOpinion[] {
  return events.flatMap((event) => {
    if (event.type !== 'OpinionGiven' || event.data.candidate !== candidate) return [];
    const { on, by, opinion, motive } = event.data;
    return [{ on, by, opinion, motive }];
  });
}

/** The facts under seal stay there: whether a DALO household is precarious is not told. */
function noticesOn(
  { basis, facts, holder }: Pick<Candidate, 'basis' | 'facts' | 'holder'>,
  { districts, note }: ShownDwelling,
  reference: PaperReference,
): readonly VigilanceCode[] {
  const isStateHolder = isStateContingent(reference.holder(holder)?.contingent);
  const isInDistrict = districts.length > 0;
  return vigilanceOf({ facts, dalo: false, precarious: null, basis, isStateHolder, isInDistrict, note });
}

function objectivesOf(candidate: Uuid, events: readonly PaperEvent[]): ShownVigilance['effects'] {
  const designation = events.findLast(
    (event) => event.type === 'CandidateDesignated' && event.data.candidate === candidate,
  );
  return designation?.type === 'CandidateDesignated' ? (designation.data.vigilance?.effects ?? []) : [];
}
