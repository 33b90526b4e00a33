import { cell, dayCell, hundredthsCell, wholeCell, yesCell, type Import, type Row } from './cells';
import { Knowledge } from './knowledge';
import { districtsOn } from './lease';

export interface NaiveRehousingQuery {
  /** The day of the instant in the territory, `AAAA-MM-JJ`. */
  readonly day: string;
  readonly operation?: string;
}

export interface NaiveShare {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

export interface NaiveProgress {
  readonly planned: number;
  readonly completed: number;
  readonly temporary: number;
  readonly remaining: number;
  readonly pacePerMonth: number;
  readonly forecastEnd: string | null;
}

export interface NaiveOperation extends NaiveProgress {
  readonly id: string;
  readonly label: string;
  readonly figures: readonly NaiveShare[];
}

export interface NaiveRehousing {
  readonly operations: readonly NaiveOperation[];
  readonly figures: readonly NaiveShare[];
}

type Test = (row: Row) => boolean;

/**
 * Recomputes `report rehousing` from the files alone, as simply as possible. The imports are valid and in order. The
 * report as of an earlier instant is that of the imports made up to then, on the day of the instant.
 */
export function naiveRehousing(imports: readonly Import[], { day, operation }: NaiveRehousingQuery): NaiveRehousing {
  const known = new Knowledge(imports);
  const asked = known.all('operations.csv').filter((row) => !operation || cell(row, 'code_operation') === operation);
  const codes = asked.map((row) => cell(row, 'code_operation')).sort();
  const completed = (code: string) =>
    casesOf(known, code).filter((row) => isMade(row, day) && yesCell(row, 'definitif'));
  return {
    operations: codes.map((code) => operationState(known, code, day, completed(code))),
    figures: figuresOf(known, codes.flatMap(completed)),
  };
}

function operationState(known: Knowledge, code: string, day: string, completed: readonly Row[]): NaiveOperation {
  const row = known.one('operations.csv', code);
  const planned = wholeCell(row, 'menages_a_reloger')!;
  const temporary = casesOf(known, code).filter((each) => isMade(each, day) && !yesCell(each, 'definitif'));
  const months = sixMonthsBefore(day.slice(0, 7));
  const recent = completed.filter((each) => months.includes(dayCell(each, 'date_relogement').slice(0, 7))).length;
  const remaining = planned > completed.length ? planned - completed.length : 0;
  return {
    id: code,
    label: cell(row, 'nom'),
    planned,
    completed: completed.length,
    temporary: temporary.length,
    remaining,
    pacePerMonth: recent / 6,
    forecastEnd: recent === 0 ? null : monthWithoutHouseholds(day.slice(0, 7), remaining, recent),
    figures: figuresOf(known, completed),
  };
}

function casesOf(known: Knowledge, operation: string): Row[] {
  return known.where('relogements.csv', 'code_operation', operation);
}

function isMade(row: Row, day: string): boolean {
  const moved = dayCell(row, 'date_relogement');
  return moved !== '' && moved <= day;
}

function figuresOf(known: Knowledge, completed: readonly Row[]): NaiveShare[] {
  const outside: Test = (row) => {
    const residence = cell(row, 'code_residence');
    return residence !== '' && districtsOn(known, residence, dayCell(row, 'date_relogement')).length === 0;
  };
  const all: Test = () => true;
  const stock =
    (...words: readonly string[]): Test =>
    (row) =>
      words.includes(cell(row, 'parc'));
  const figures: readonly (readonly [string, Test, Test])[] = [
    ['REHOUSED_OUTSIDE_QPV', outside, all],
    ['REHOUSED_NEW_OR_UNDER_5_YEARS', stock('neuf', 'moins_5_ans'), all],
    ['REHOUSED_NEW', stock('neuf'), all],
    ['COST_CONSTANT_UNDER_40', costConstant, under40],
    ['COST_CONSTANT_UNDER_40_PER_M2', costConstantPerM2, (row) => under40(row) && surfacesKnown(row)],
    ['COST_RISE_WITH_IMPROVEMENT_40_100', (row) => costConstant(row) || yesCell(row, 'amelioration'), from40To100],
  ];
  return figures.map(([code, counted, among]) => {
    const denominator = completed.filter(among).length;
    const numerator = completed.filter((row) => among(row) && counted(row)).length;
    return { code, numerator, denominator, rate: denominator === 0 ? null : numerator / denominator };
  });
}

const under40: Test = (row) => {
  const share = hundredthsCell(row, 'ressources_pct_plafond');
  return share !== null && share < 4000n;
};

const from40To100: Test = (row) => {
  const share = hundredthsCell(row, 'ressources_pct_plafond');
  return share !== null && share >= 4000n && share <= 10000n;
};

const surfacesKnown: Test = (row) => cell(row, 'surface_avant') !== '' && cell(row, 'surface_apres') !== '';

const costConstant: Test = (row) => {
  const before = hundredthsCell(row, 'reste_a_charge_avant');
  const after = hundredthsCell(row, 'reste_a_charge_apres');
  return before !== null && after !== null && after <= before;
};

/** after / surface after ≤ before / surface before, without dividing. */
const costConstantPerM2: Test = (row) => {
  const before = hundredthsCell(row, 'reste_a_charge_avant');
  const after = hundredthsCell(row, 'reste_a_charge_apres');
  if (before === null || after === null || !surfacesKnown(row)) return false;
  return after * hundredthsCell(row, 'surface_avant')! <= before * hundredthsCell(row, 'surface_apres')!;
};

/** The months before this one, the nearest first. */
function sixMonthsBefore(month: string): string[] {
  const months: string[] = [];
  let at = month;
  while (months.length < 6) {
    at = monthBefore(at);
    months.push(at);
  }
  return months;
}

/** Counts month by month: each month, a sixth of the households of the last six months leave. */
function monthWithoutHouseholds(month: string, remaining: number, recent: number): string {
  let at = month;
  let sixths = remaining * 6;
  while (sixths > 0) {
    at = monthAfter(at);
    sixths -= recent;
  }
  return at;
}

function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 1 ? `${year! - 1}-12` : `${year}-${String(number! - 1).padStart(2, '0')}`;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, '0')}`;
}
