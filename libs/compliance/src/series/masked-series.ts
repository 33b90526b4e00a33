import type { Masking } from '#access';
import { codesOf, figureMasks, isMany, type FigureMasks, type MaskingSources } from '../masking/masked-report';
import type { PeriodDays } from './periods';
import type { SeriesHead, SeriesPoint, SeriesReport } from './series';

/** A point that may not be told: it has neither counts, nor rate, nor status. */
export interface MaskedPoint extends Pick<SeriesPoint, 'from' | 'to' | 'target' | 'unfinished'> {
  readonly numerator: null;
  readonly denominator: null;
  readonly rate: null;
  readonly status: null;
  readonly masked: true;
}

/** The series as its reader may see it. Without masking, it is the report. */
export interface ShownSeries extends SeriesHead {
  readonly series: readonly { readonly figure: string; readonly points: readonly (SeriesPoint | MaskedPoint)[] }[];
}

/**
 * The series with the points masked that their reader may not see. A year is told where the compliance report of that year tells it. Shorter
 * periods add up to years, and each is masked by itself in its own report, so that together they could give back what a year hides, and the
 * other way round: of them nothing is told.
 */
export async function maskedSeries(
  report: SeriesReport,
  masking: Masking,
  sources: MaskingSources,
): Promise<ShownSeries> {
  const { scope, by, position, series } = report;
  if (masking === 'residences' && scope.kind !== 'residence') return report;
  const told = series.map((): (SeriesPoint | MaskedPoint)[] => []);
  for (let at = 0; at < (series[0]?.points.length ?? 0); at++) {
    const points = series.map(({ points: all }) => all[at]!);
    const masks = by === 'year' && points.some(mayBeTold) ? await masksOfYear(points[0]!) : null;
    series.forEach(({ figure }, index) => {
      const point = points[index]!;
      const isTold = masks?.isTold({ code: figure, scope, ...point }) ?? false;
      told[index]!.push(isTold ? point : maskedPoint(point));
    });
  }
  return { ...report, series: series.map(({ figure }, index) => ({ figure, points: told[index]! })) };

  function masksOfYear({ from, to }: PeriodDays): Promise<FigureMasks> {
    return figureMasks({ from, to, position }, codesOf(sources), masking, sources);
  }
}

/** Whether it is worth to look at all the groups of the year: a small denominator is masked in any case. */
function mayBeTold({ denominator }: SeriesPoint): boolean {
  return isMany(denominator);
}

function maskedPoint({ from, to, target, unfinished }: SeriesPoint): MaskedPoint {
  const nothing = { numerator: null, denominator: null, rate: null, target, status: null } as const;
  return { from, to, ...nothing, ...(unfinished && { unfinished }), masked: true };
}
