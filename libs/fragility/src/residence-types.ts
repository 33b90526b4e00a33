import type { Decimal } from '#kernel';
import type { SurveyFacts } from './events';
import { explainStatisticalNote, type Mark } from './statistical-note';
import type { SurveyIndicator, SurveyScale } from './survey-scale';

/** 1 under-occupied, 2 very low incomes, 3 single parents and minors, 4 large families and over-occupied. */
export type ResidenceType = 1 | 2 | 3 | 4;
export const RESIDENCE_TYPES: readonly ResidenceType[] = [1, 2, 3, 4];

export type OccupancyShare = 'underOccupied' | 'overOccupied';

/** A residence is of the type where all conditions of the rule hold. */
export interface TypeRule {
  readonly type: ResidenceType;
  /** The least mark of each of these indicators. */
  readonly marks?: Partial<Readonly<Record<SurveyIndicator, Mark>>>;
  /** This share is above the territory's average. */
  readonly above?: OccupancyShare;
  /** The survey does not give this share. */
  readonly unknown?: OccupancyShare;
}

/** Our own rules: conventions name the types, but do not say how to find those of a residence (docs/decisions/0062). */
export const DEFAULT_TYPE_RULES: readonly TypeRule[] = [
  { type: 1, above: 'underOccupied' },
  { type: 2, marks: { veryLowIncome: 3 } },
  { type: 3, marks: { singleParents: 3, minors: 2 } },
  { type: 3, marks: { singleParents: 2, minors: 3 } },
  { type: 4, marks: { largeFamilies: 2 }, above: 'overOccupied' },
  { type: 4, marks: { largeFamilies: 3 }, unknown: 'overOccupied' },
];

/** A weighted average of percentages, exact: total over weight, in units of 10^-decimals. */
interface Average {
  readonly total: bigint;
  readonly weight: bigint;
  readonly decimals: number;
}

/** The average of each share in the territory, by the newest survey of each residence. */
export type Occupancy = Readonly<Record<OccupancyShare, Average>>;

/** The average of each share over the surveys that give it. A survey weighs as much as it has dwellings. */
export function occupancyOf(surveys: readonly SurveyFacts[]): Occupancy {
  return { underOccupied: averageOf(surveys, 'underOccupied'), overOccupied: averageOf(surveys, 'overOccupied') };
}

/** The types of a residence by its survey, in their order; none where the survey is left out. */
export function typesOf(
  survey: SurveyFacts | null,
  scale: SurveyScale,
  occupancy: Occupancy,
  rules: readonly TypeRule[] = DEFAULT_TYPE_RULES,
): readonly ResidenceType[] {
  if (!survey) return [];
  const { indicators, exclusions } = explainStatisticalNote(survey, scale);
  if (exclusions.length > 0) return [];
  const marks = new Map(indicators.map(({ indicator, mark }) => [indicator, mark]));
  const holds = ({ marks: least = {}, above, unknown }: TypeRule): boolean =>
    Object.entries(least).every(([indicator, mark]) => (marks.get(indicator as SurveyIndicator) ?? 0) >= mark) &&
    (above === undefined || isAbove(survey[above] ?? null, occupancy[above])) &&
    (unknown === undefined || (survey[unknown] ?? null) === null);
  return RESIDENCE_TYPES.filter((type) => rules.some((rule) => rule.type === type && holds(rule)));
}

function averageOf(surveys: readonly SurveyFacts[], name: OccupancyShare): Average {
  const known = surveys.flatMap(({ dwellings, [name]: share }) => (share ? [{ dwellings, share }] : []));
  const decimals = Math.max(0, ...known.map(({ share }) => decimalsOf(share)));
  let total = 0n;
  let weight = 0n;
  for (const { dwellings, share } of known) {
    total += unitsOf(share, decimals) * BigInt(dwellings);
    weight += BigInt(dwellings);
  }
  return { total, weight, decimals };
}

/** share > total / weight, without dividing. */
function isAbove(share: Decimal | null, { total, weight, decimals }: Average): boolean {
  if (share === null) return false;
  const finest = Math.max(decimals, decimalsOf(share));
  return unitsOf(share, finest) * weight > total * 10n ** BigInt(finest - decimals);
}

function decimalsOf(share: Decimal): number {
  return share.split('.')[1]?.length ?? 0;
}

function unitsOf(share: Decimal, decimals: number): bigint {
  const [whole = '', fraction = ''] = share.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}
