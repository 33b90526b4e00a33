import { LEAST_SHOWN } from '#compliance';
import { recentOf, totalProgress, type Progress } from '../figures/progress';
import { figuresOf, type RehousingFigure, type RehousingFigureCode } from '../figures/rehousing-figure';
import type { OperationState, RehousingReport } from '../report/reported';
import { maskedLines, type MaskedLines } from './masked-lines';

/** Progress as its reader may see it: what is masked is null. What is planned is never masked: everybody may know it. */
export interface ShownProgress extends Pick<Progress, 'planned' | 'forecastEnd'> {
  readonly completed: number | null;
  readonly temporary: number | null;
  readonly remaining: number | null;
  readonly pacePerMonth: number | null;
  /** Present where one of the counts is masked. */
  readonly masked?: true;
}

export interface ShownRehousingFigure extends Pick<RehousingFigure, 'code' | 'rate'> {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly masked?: true;
}

export interface ShownOperation extends ShownProgress, Pick<OperationState, 'id' | 'label'> {
  readonly figures: readonly ShownRehousingFigure[];
}

/** The report as its reader may see it. Without masking, it is the report. */
export interface ShownRehousing extends Omit<RehousingReport, 'operations' | 'total' | 'figures'> {
  readonly operations: readonly ShownOperation[];
  readonly total: ShownProgress;
  readonly figures: readonly ShownRehousingFigure[];
}

type State = Pick<OperationState, 'completed' | 'figures'>;
type ShareOf = (code: RehousingFigureCode) => RehousingFigure;

/** Figures that divide the same households: one of them, less another, is a count too. They are masked together. */
interface Family {
  readonly codes: readonly RehousingFigureCode[];
  /** The completed rehousings, in parts that figures tell, or differences of figures. */
  readonly partsOf: (of: ShareOf, completed: number) => readonly number[];
}

const FAMILIES: readonly Family[] = [
  {
    codes: ['REHOUSED_OUTSIDE_QPV'],
    partsOf: (of, completed) => splitOf(of('REHOUSED_OUTSIDE_QPV').numerator, completed),
  },
  {
    codes: ['REHOUSED_NEW_OR_UNDER_5_YEARS', 'REHOUSED_NEW'],
    partsOf: (of, completed) => {
      const [recent, built] = [of('REHOUSED_NEW_OR_UNDER_5_YEARS').numerator, of('REHOUSED_NEW').numerator];
      return [...splitOf(built, recent), completed - recent];
    },
  },
  {
    codes: ['COST_CONSTANT_UNDER_40', 'COST_CONSTANT_UNDER_40_PER_M2', 'COST_RISE_WITH_IMPROVEMENT_40_100'],
    partsOf: (of, completed) => {
      const [under, measured] = [of('COST_CONSTANT_UNDER_40'), of('COST_CONSTANT_UNDER_40_PER_M2')];
      const middle = of('COST_RISE_WITH_IMPROVEMENT_40_100');
      return [
        ...splitOf(under.numerator, under.denominator),
        ...splitOf(measured.numerator, measured.denominator),
        under.denominator - measured.denominator,
        ...splitOf(middle.numerator, middle.denominator),
        completed - under.denominator - middle.denominator,
      ];
    },
  },
];

/** What is masked of each kind of count. */
interface Masks {
  readonly completed: MaskedLines;
  readonly temporary: MaskedLines;
  readonly pace: MaskedLines;
  readonly figures: ReadonlyMap<RehousingFigureCode, MaskedLines>;
}

/** The report of all operations with every count under 11 masked, and others so that neither the total nor a difference gives one of them back. */
export function maskedRehousing(report: RehousingReport): ShownRehousing {
  const masks = masksOf(report.operations);
  const shown = report.operations.map((operation, at) => ({
    ...shownProgress(operation, at, masks),
    figures: shownFigures(operation.figures, at, masks),
  }));
  const total = shownProgress(report.total, 'total', masks);
  return {
    ...report,
    operations: shown,
    total: shown.every(isEndKnown) ? total : { ...total, forecastEnd: null },
    figures: shownFigures(report.figures, 'total', masks),
  };
}

/** The last end is that of one operation, so it tells of those whose end is masked; not of those that all may see have ended. */
function isEndKnown({ planned, completed, remaining, pacePerMonth }: ShownProgress): boolean {
  return completed !== null && (completed >= planned || (remaining !== null && pacePerMonth !== null));
}

/** The masked report of one operation: it is masked as it is among all of them, which are told too. */
export function narrowedToOperation(report: ShownRehousing, operation: string): ShownRehousing {
  const found = report.operations.find(({ id }) => id === operation);
  if (!found) {
    const nothing = { ...report, operations: [], total: totalProgress([]), figures: figuresOf([]) };
    return maskedRehousing(nothing);
  }
  const { id: _id, label: _label, figures, ...total } = found;
  return { ...report, operations: [found], total, figures };
}

function masksOf(operations: readonly OperationState[]): Masks {
  // What is planned is known, and is the sum of the two where no more households were rehoused.
  const completed = maskedLines({
    lines: operations.map((one) => [one.completed, one.remaining]),
    wholes: operations.map(({ planned }) => planned),
  });
  const within = (partsOf: (operation: OperationState) => readonly number[]): MaskedLines =>
    maskedLines({ lines: operations.map(partsOf), also: completed });
  const families = FAMILIES.map(({ codes, partsOf }) => {
    const masked = within((one) => partsOf(shareOf(one), one.completed));
    return codes.map((code) => [code, masked] as const);
  });
  return {
    completed,
    temporary: maskedLines({ lines: operations.map(({ temporary }) => [temporary]) }),
    pace: within((one) => splitOf(recentOf(one), one.completed)),
    figures: new Map(families.flat()),
  };
}

function shareOf({ figures }: State): ShareOf {
  return (code) => figures.find((figure) => figure.code === code)!;
}

function splitOf(part: number, whole: number): readonly [number, number] {
  return [part, whole - part];
}

function shownProgress<Of extends Progress>(progress: Of, at: number | 'total', masks: Masks) {
  const told = (count: number, masked: MaskedLines): number | null => (isTold(count, at, masked) ? count : null);
  const completed = told(progress.completed, masks.completed);
  const remaining = told(progress.remaining, masks.completed);
  const temporary = told(progress.temporary, masks.temporary);
  const pacePerMonth = isTold(recentOf(progress), at, masks.pace) ? progress.pacePerMonth : null;
  const forecastEnd = remaining === null || pacePerMonth === null ? null : progress.forecastEnd;
  const counts = { completed, temporary, remaining, pacePerMonth };
  const isMasked = Object.values(counts).includes(null);
  return { ...progress, ...counts, forecastEnd, ...(isMasked && { masked: true as const }) };
}

function shownFigures(
  figures: readonly RehousingFigure[],
  at: number | 'total',
  masks: Masks,
): readonly ShownRehousingFigure[] {
  return figures.map((figure) => {
    const { code, numerator, denominator } = figure;
    const masked = masks.figures.get(code)!;
    if (isTold(numerator, at, masked) && isTold(denominator, at, masked)) return figure;
    return { code, numerator: null, denominator: null, rate: null, masked: true };
  });
}

function isTold(count: number, at: number | 'total', masked: MaskedLines): boolean {
  return count >= LEAST_SHOWN && !masked.has(at);
}
