import type { Position } from '#event-store';
import type { Day, Instant, Uuid } from '#kernel';
import type { DecidedCandidate } from '../events';
import type { Vacancy } from '../vacancy';
import type { CommissionForm, Exception } from '../words';
import { numberOf } from './agenda';
import { commissionsIn, type CommissionCorrection, type RecordedCommission } from './commissions';
import {
  type Named,
  type PaperReference,
  shownDwelling,
  type ShownDwelling,
  type VacancyOnPaper,
} from './shown-dwelling';
import { isCastByMayor } from './words';

/** What the commission decided of one candidate. */
export interface MinutesDecision extends DecidedCandidate {
  readonly number: number;
  /** As many votes for as against, and the mayor's carried the decision (R441-9). */
  readonly castByMayor: boolean;
  /** The day on which the awaited document came; null where none is awaited, or it has not come. */
  readonly documentMetOn: Day | null;
}

export interface MinutesCorrection extends Pick<CommissionCorrection, 'recordedAt' | 'motive' | 'on'> {
  readonly replaced: readonly { readonly from: MinutesDecision; readonly to: MinutesDecision }[];
}

/** One commission over one dwelling, as its last correction leaves it. */
export interface MinutesCommission {
  readonly on: Day;
  readonly sitting: Uuid | null;
  readonly form: CommissionForm | null;
  /** Voting members present. */
  readonly present: number | null;
  /** Why fewer than three applications were examined; null where three were. */
  readonly exception: Exception | null;
  readonly attested: boolean | null;
  /** The allocated by rank, then the refused. */
  readonly decisions: readonly MinutesDecision[];
  readonly corrections: readonly MinutesCorrection[];
}

export interface MinutesVacancy extends ShownDwelling {
  readonly commissions: readonly MinutesCommission[];
}

/** What a landlord's commission decided. */
export interface Minutes {
  readonly landlord: Named;
  /** Null where these are the minutes of one vacancy alone. */
  readonly sitting: Uuid | null;
  /** Of the sitting; null where these are the minutes of one vacancy alone. */
  readonly on: Day | null;
  readonly form: CommissionForm | null;
  readonly present: number | null;
  /** The least number of voting members that the landlord requires; null: it requires none. */
  readonly quorum: number | null;
  /** The last event of the history that they show. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly vacancies: readonly MinutesVacancy[];
}

/**
 * One vacancy in the minutes: the commissions of the sitting; all of them where none is named. Undefined where there is
 * none. The residence is described as on the day of the last.
 */
export function minutesVacancy(
  read: VacancyOnPaper,
  { sitting, reference }: { readonly sitting: Uuid | null; readonly reference: PaperReference },
): MinutesVacancy | undefined {
  const held = commissionsIn(read.events).filter((one) => sitting === null || one.sitting === sitting);
  const last = held.at(-1);
  if (!last) return undefined;
  const commissions = held.map((one) => minutesCommission(one, read.vacancy));
  return { ...shownDwelling(read, last.on, reference), commissions };
}

function minutesCommission(
  { on, sitting, form, present, exception, attested, decisions, corrections }: RecordedCommission,
  vacancy: Vacancy,
): MinutesCommission {
  const shown = (one: DecidedCandidate): MinutesDecision => minutesDecision(one, vacancy);
  return {
    on,
    sitting,
    form,
    present,
    exception,
    attested,
    decisions: decisions.map(shown).sort(byRank),
    corrections: corrections.map(({ replaced, ...correction }) => ({
      ...correction,
      replaced: replaced.map(({ from, to }) => ({ from: shown(from), to: shown(to) })),
    })),
  };
}

function minutesDecision(decided: DecidedCandidate, vacancy: Vacancy): MinutesDecision {
  const { condition } = vacancy.candidates.find(({ id }) => id === decided.candidate)!;
  const documentMetOn = decided.document === null ? null : (condition?.metOn ?? null);
  const number = numberOf(vacancy, decided.candidate);
  return { ...decided, number, castByMayor: isCastByMayor(decided), documentMetOn };
}

function byRank(one: MinutesDecision, other: MinutesDecision): number {
  return (one.rank ?? Infinity) - (other.rank ?? Infinity) || one.number - other.number;
}
