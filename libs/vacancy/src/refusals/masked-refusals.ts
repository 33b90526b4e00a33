import type { Masking } from '#access';
import { LEAST_SHOWN, suppressed, type Sum } from '#compliance';
import { STAGES, type Stage } from './candidacy';
import { DIMENSIONS, type Dimension, type RefusalFigure } from './refusal-counts';

/** A count that may not be told. */
export interface MaskedRefusalFigure extends Omit<RefusalFigure, 'numerator' | 'denominator' | 'rate' | 'mean'> {
  readonly numerator: null;
  readonly denominator: null;
  readonly rate: null;
  readonly mean: null;
  readonly masked: true;
}

export type ShownRefusalFigure = RefusalFigure | MaskedRefusalFigure;

/**
 * The figures with the counts masked that their reader may not see. `counts`: every small count, and which refusals a group of candidates met: groups
 * and kinds of refusals together would give too much back. `residences`: groups of a residence with few candidates.
 */
export function maskedRefusals(
  figures: readonly RefusalFigure[],
  masking: Masking | null,
): readonly ShownRefusalFigure[] {
  if (masking === null) return figures;
  const masked = new Set(STAGES.flatMap((stage) => [...maskedIn(stage, figures, masking)]));
  const isMasked = (figure: RefusalFigure): boolean => masked.has(figure) || !isTold(figure, masking);
  const toldMean = new Set(figures.filter((one) => one.dimension === 'all' && !isMasked(one)).map(meanKeyOf));
  return figures.map((figure) => {
    if (isMasked(figure)) return maskedFigure(figure);
    return masking === 'residences' || toldMean.has(meanKeyOf(figure)) ? figure : { ...figure, mean: null };
  });
}

function maskedFigure(figure: RefusalFigure): MaskedRefusalFigure {
  return { ...figure, numerator: null, denominator: null, rate: null, mean: null, masked: true };
}

function meanKeyOf({ stage, refusal }: RefusalFigure): string {
  return `${stage}|${refusal ?? ''}`;
}

function isTold({ dimension, refusal, numerator, denominator }: RefusalFigure, masking: Masking): boolean {
  if (masking === 'residences') return dimension !== 'residence' || denominator >= LEAST_SHOWN;
  const isGroup = dimension !== 'all' && dimension !== 'motive';
  return numerator >= LEAST_SHOWN && denominator >= LEAST_SHOWN && !(isGroup && refusal !== null);
}

function maskedIn(stage: Stage, all: readonly RefusalFigure[], masking: Masking): ReadonlySet<RefusalFigure> {
  const own = all.filter((one) => one.stage === stage);
  const of = (dimension: Dimension): readonly RefusalFigure[] => own.filter((one) => one.dimension === dimension);
  if (masking === 'residences') return groupsWithFew(of('residence'));
  return smallCounts(own, of);
}

/** A residence with few candidates is masked whole, and another with it, so that the whole gives neither back. */
function groupsWithFew(residences: readonly RefusalFigure[]): ReadonlySet<RefusalFigure> {
  const wholes = residences.filter(({ refusal }) => refusal === null);
  const counts = wholes.map(({ denominator }) => denominator);
  const masked = suppressed(counts, [{ parts: counts.map((_, at) => at) }]);
  const ids = new Set([...masked].map((at) => wholes[at]!.id));
  return new Set(residences.filter(({ id }) => ids.has(id)));
}

/**
 * Refused candidates and those who were not are each counted over the groups of a dimension, and over kinds and motives in the whole; all of these sums
 * are looked at together. A figure whose refused or other candidates are masked is masked.
 */
function smallCounts(
  own: readonly RefusalFigure[],
  of: (dimension: Dimension) => readonly RefusalFigure[],
): ReadonlySet<RefusalFigure> {
  const [whole] = of('all').filter(({ refusal }) => refusal === null);
  if (!whole) return new Set();
  const cells = new Cells();
  const total = (figure: RefusalFigure): number => cells.of(figure, 'denominator');
  const refused = (figure: RefusalFigure): number => cells.of(figure, 'numerator');
  const others = (figure: RefusalFigure): number => cells.of(figure, 'others');
  const kinds = of('all').filter(({ refusal }) => refusal !== null);
  const sums: Sum[] = [
    { parts: [refused(whole), others(whole)], total: total(whole) },
    { parts: kinds.map(refused), total: refused(whole) },
    ...[...kinds, ...of('motive')].map((one) => ({ parts: [refused(one), others(one)], total: total(whole) })),
    ...kinds.map((kind) => ({
      parts: of('motive')
        .filter(({ refusal }) => refusal === kind.refusal)
        .map(refused),
      total: refused(kind),
    })),
  ];
  const groupDimensions = DIMENSIONS.filter((one) => one !== 'all' && one !== 'motive');
  for (const dimension of groupDimensions) {
    const groups = of(dimension).filter(({ refusal }) => refusal === null);
    for (const group of groups) sums.push({ parts: [refused(group), others(group)], total: total(group) });
    sums.push({ parts: groups.map(refused), total: refused(whole) });
    sums.push({ parts: groups.map(others), total: others(whole) });
    sums.push({ parts: groups.map(total), total: total(whole) });
  }
  const masked = suppressed(cells.counts, sums);
  return new Set(own.filter((figure) => cells.someOf(figure, masked)));
}

/** A cell for each count, by its figure. */
class Cells {
  readonly counts: number[] = [];
  private readonly cells = new Map<RefusalFigure, Map<string, number>>();

  of(figure: RefusalFigure, part: 'numerator' | 'denominator' | 'others'): number {
    const own = this.cells.get(figure) ?? new Map<string, number>();
    this.cells.set(figure, own);
    const known = own.get(part);
    if (known !== undefined) return known;
    const { numerator, denominator } = figure;
    const cell = this.counts.push({ numerator, denominator, others: denominator - numerator }[part]) - 1;
    own.set(part, cell);
    return cell;
  }

  someOf(figure: RefusalFigure, cells: ReadonlySet<number>): boolean {
    return [...(this.cells.get(figure)?.values() ?? [])].some((cell) => cells.has(cell));
  }
}
