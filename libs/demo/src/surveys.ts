import { PRINTED_SURVEY, type NoteRow } from './notes';
import type { Random } from './random';
import { isInReferential, type Residence } from './residences';

/** The five marks, 1 to 3: very low incomes, adults in work, single parents, large families, minors. */
type Marks = readonly [number, number, number, number, number];
/** The least and the greatest percentage of a mark. */
type Band = readonly [number, number];

/** The surveys, each with the day on which its results come. */
export const SURVEYS = [
  { year: 2020, recordedOn: '2021-06-30' },
  { year: 2022, recordedOn: '2023-06-30' },
  { year: 2024, recordedOn: '2025-06-30' },
] as const;

const VERY_LOW_INCOME: readonly Band[] = [
  [18, 31],
  [32, 42],
  [43, 60],
];
const ADULTS_IN_WORK: readonly Band[] = [
  [70, 82],
  [64, 69],
  [48, 63],
];
const SINGLE_PARENTS: readonly Band[] = [
  [10, 19],
  [20, 23],
  [24, 36],
];
const LARGE_FAMILIES: readonly Band[] = [
  [4, 12],
  [13, 17],
  [18, 30],
];
const MINORS: readonly Band[] = [
  [20, 29],
  [30, 32],
  [33, 45],
];
/** The weighted sum of the marks (very low incomes count twice) from which a statistical note is reached, by the cuts of the convention. */
const LEAST_SUM = [
  [5, 17],
  [4, 14],
  [3, 11],
  [2, 8],
  [1, 6],
] as const;
const ENOUGH_ANSWERS: Band = [62, 94];
const TOO_FEW_ANSWERS: Band = [31, 46];
const SMALLEST_SURVEYED = 11;

const MARKS_BY_NOTE = marksByNote();

/** The rows of each survey: the residences of the referential. The marks are the same in each survey; the percentages move within them. */
export function surveyRows(random: Random, residences: readonly Residence[], notes: readonly NoteRow[]) {
  const statistical = new Map(notes.map((row) => [row.residence, row.statistical]));
  const surveyed = residences.filter(isInReferential);
  const marked = surveyed.map((residence) => ({
    residence,
    marks: marksFor(random, residence.code, statistical.get(residence.code)),
    answers: residence.note === null && residence.dwellings >= SMALLEST_SURVEYED ? TOO_FEW_ANSWERS : ENOUGH_ANSWERS,
  }));
  return SURVEYS.map(({ year, recordedOn }) => ({
    recordedOn,
    rows: marked.map(({ residence, marks, answers }) => rowOf(random, year, residence, marks, answers)),
  }));
}

function rowOf(random: Random, year: number, residence: Residence, marks: Marks, answers: Band) {
  const [income, work, single, large, minors] = marks;
  const within = ([least, most]: Band) => random.between(least, most);
  return {
    code_residence: residence.code,
    annee: year,
    logements: residence.dwellings,
    taux_reponse: within(answers),
    part_moins_40_plus: within(VERY_LOW_INCOME[income - 1]!),
    taux_activite: within(ADULTS_IN_WORK[work - 1]!),
    part_familles_nombreuses: within(LARGE_FAMILIES[large - 1]!),
    part_monoparentales: within(SINGLE_PARENTS[single - 1]!),
    part_mineurs: within(MINORS[minors - 1]!),
    part_sous_occupation: random.between(5, 28),
    part_sur_occupation: random.between(2, 19),
  };
}

function marksFor(random: Random, residence: string, statistical: NoteRow['statistical'] | undefined): Marks {
  if (residence === PRINTED_SURVEY.residence) return PRINTED_SURVEY.marks;
  return random.pick(MARKS_BY_NOTE.get(Number(statistical) || 2)!);
}

/** All marks that give each statistical note. */
function marksByNote(): ReadonlyMap<number, readonly Marks[]> {
  const byNote = new Map<number, Marks[]>(LEAST_SUM.map(([note]) => [note, []]));
  const each = [1, 2, 3];
  for (const a of each)
    for (const b of each)
      for (const c of each)
        for (const d of each)
          for (const e of each) {
            const [note] = LEAST_SUM.find(([, least]) => 2 * a + b + c + d + e >= least)!;
            byNote.get(note)!.push([a, b, c, d, e]);
          }
  return byNote;
}
