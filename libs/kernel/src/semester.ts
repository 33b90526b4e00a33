import { dayOf, type Day } from './day';

/** A half of a calendar year, `AAAA-S1` or `AAAA-S2`: semesters compare as strings. */
export type Semester = string & { readonly __semester: true };

const SEMESTER = /^([1-9]\d{3})-S([12])$/;

/** The semester that the text names; undefined where the text is no semester. */
export function parseSemester(text: string): Semester | undefined {
  return SEMESTER.test(text) ? (text as Semester) : undefined;
}

/** The first and the last day of the semester, both included: 1 January to 30 June, or 1 July to 31 December. */
export function daysOfSemester(semester: Semester): { readonly from: Day; readonly to: Day } {
  const year = Number(semester.slice(0, 4));
  return semester.endsWith('S1')
    ? { from: dayOf(year, 1, 1)!, to: dayOf(year, 6, 30)! }
    : { from: dayOf(year, 7, 1)!, to: dayOf(year, 12, 31)! };
}
