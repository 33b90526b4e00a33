import type { Masking } from '#access';
import { REPORT_SCOPES, type ReportScope } from '../figures/figure';
import { codesOf, figureMasks, type FigureMasks, type MaskingSources } from '../masking/masked-report';
import type { Contribution } from './contributions';
import type { ObjectiveLine } from './line';
import type { ObjectivesReport } from './reported';

/** The report as its reader may see it. Without masking, it is the report. */
export interface ShownObjectives extends Omit<ObjectivesReport, 'unknownQuartile' | 'partialQuartile'> {
  /** Null where they are masked. */
  readonly unknownQuartile: number | null;
  readonly partialQuartile: number | null;
}

/**
 * The lines with the counts masked that their reader may not see. A figure of a group is told where the compliance report tells it; what no such report
 * protects (two entities at once, figures that no report prints, the year before) is not told at all.
 */
export async function maskedObjectives(
  report: ObjectivesReport,
  masking: Masking,
  sources: MaskingSources,
): Promise<ShownObjectives> {
  const masks = await figureMasks(report, codesOf(sources), masking, sources);
  return {
    ...report,
    unknownQuartile: masks.total('unknownQuartile', report.unknownQuartile),
    partialQuartile: masks.total('partialQuartile', report.partialQuartile),
    objectives: maskedLines(report.objectives, masking, masks),
  };
}

export function maskedLines(
  lines: readonly ObjectiveLine[],
  masking: Masking,
  masks: FigureMasks,
): readonly ObjectiveLine[] {
  const isOpen = ({ scope }: ObjectiveLine): boolean => masking === 'residences' && scope.kind !== 'residence';
  return lines.map((line) => (isOpen(line) ? line : withoutYearBefore(line, isTold(line, masks))));
}

/** A part that may not be told. */
export interface MaskedContribution extends Pick<Contribution, 'scope'> {
  readonly numerator: null;
  readonly denominator: null;
  readonly rate: null;
  readonly pull: null;
  readonly gap: null;
  readonly masked: true;
}

export type ShownContribution = Contribution | MaskedContribution;

/**
 * A part as its reader may see it. A part of the whole territory is a group of the compliance report, and is told where that report tells it; a
 * part of another entity is of two entities at once, which nothing protects. Without the whole, its pull would give the whole back.
 */
export function maskedContribution(
  part: ShownContribution,
  {
    line,
    masking,
    masks,
    isWholeTold,
  }: {
    readonly line: ObjectiveLine;
    readonly masking: Masking;
    readonly masks: FigureMasks;
    readonly isWholeTold: boolean;
  },
): ShownContribution {
  const { scope, numerator, denominator } = part;
  const isOfResidence = scope.kind === 'residence' || line.scope.kind === 'residence';
  if (masking === 'residences' && !isOfResidence) return part;
  const isOfTerritory = line.scope.kind === 'epci' && !line.actor;
  const of = scopeOf(scope);
  if (isOfTerritory && of && masks.isTold({ code: line.figure, scope: of, numerator, denominator }))
    return isWholeTold || 'masked' in part ? part : { ...part, pull: null };
  return { scope, ...NOTHING, pull: null, gap: null, masked: true };
}

function isTold({ figure, scope, actor, measure, numerator, denominator }: ObjectiveLine, masks: FigureMasks): boolean {
  if (actor || measure === 'count') return false;
  const of = scopeOf(scope);
  return of !== undefined && masks.isTold({ code: figure, scope: of, numerator, denominator });
}

/** The scope under which the compliance report has the group; undefined where it has none. */
function scopeOf({ kind, id, label }: ObjectiveLine['scope']) {
  if (kind === 'contingent') return { kind: 'reservataire', id: `contingent:${id}`, label } as const;
  const scope = REPORT_SCOPES.find((one): one is ReportScope => one === kind);
  return scope && { kind: scope, id, label };
}

const NOTHING = { numerator: null, denominator: null, rate: null } as const;

function withoutYearBefore(line: ObjectiveLine, isShown: boolean): ObjectiveLine {
  const before = { previous: { ...line.previous, ...NOTHING }, change: null, trend: null };
  if (isShown) return { ...line, ...before };
  return { ...line, ...NOTHING, ...before, status: null, missing: null, distance: null, masked: true };
}
