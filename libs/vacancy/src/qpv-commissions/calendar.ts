import { movedByMonths, type Day } from '#kernel';
import type { QpvCommissionFacts } from './qpv-commission';

/* When the rules of procedure of a QPV commission are due, and their review (process.md). */

const MONTHS_TO_ADOPT = 3;
const MONTHS_TO_REVIEW = 12;

/** Something that the commission must do by a day. */
export interface Due {
  /** Null where it is not known yet. */
  readonly due: Day | null;
  /** Null while it is not done. */
  readonly doneOn: Day | null;
  readonly late: boolean;
}

/** The rules of procedure are due three months after the convention's approval. */
export function rulesDue({ rulesAdoptedOn }: QpvCommissionFacts, approvedOn: Day | null, today: Day): Due {
  const due = approvedOn && movedByMonths(approvedOn, MONTHS_TO_ADOPT);
  return { due, doneOn: rulesAdoptedOn, late: isLate(due, rulesAdoptedOn, today) };
}

/**
 * The review of the rules is due a year after the commission began: it is done once rules were adopted again since.
 * @param adoptions the days of adoption, in the order of their recording
 */
export function reviewDue({ from }: QpvCommissionFacts, adoptions: readonly Day[], today: Day): Due {
  const due = movedByMonths(from, MONTHS_TO_REVIEW);
  const doneOn = adoptions.slice(1).findLast((day) => day > from) ?? null;
  return { due, doneOn, late: isLate(due, doneOn, today) };
}

function isLate(due: Day | null, doneOn: Day | null, today: Day): boolean {
  return due !== null && doneOn === null && today > due;
}
