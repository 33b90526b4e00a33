import type { Period } from './period';
import { civilPeriod } from './period';

/** The half-year that `day` (`AAAA-MM-JJ`) is in, as the API names it: `2025-S1`. */
export function semesterOf(day: string): string {
  return `${day.slice(0, 4)}-S${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** The one before. */
export function semesterBefore(semester: string): string {
  const { year, part } = partsOf(semester);
  return part === 2 ? `${year}-S1` : `${year - 1}-S2`;
}

/** Half-years that are over at `day`, the latest first. */
export function semestersOver(day: string, count: number): readonly string[] {
  const semesters = [semesterBefore(semesterOf(day))];
  while (semesters.length < count) semesters.push(semesterBefore(semesters.at(-1)!));
  return semesters;
}

export function periodOfSemester(semester: string): Period {
  const { year, part } = partsOf(semester);
  return civilPeriod('semester', year, part);
}

/** « 2e semestre 2025 ». */
export function semesterLabel(semester: string): string {
  const { year, part } = partsOf(semester);
  return `${part === 1 ? '1er' : '2e'} semestre ${year}`;
}

/** Whether an address names a half-year: `2025-S1`. */
export const isSemester = (text: string): boolean => /^\d{4}-S[12]$/.test(text);

const partsOf = (semester: string) => ({ year: Number(semester.slice(0, 4)), part: Number(semester.slice(6)) });
