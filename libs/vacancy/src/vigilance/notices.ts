import type { ClearHousehold } from '#allocation';
import type { FragilityNote } from '#fragility';
import { STATE_BASES, type Basis } from '../words';

/**
 * What whoever designates should know of this household in this residence. It informs, and forbids nothing (domain.md, 2).
 * `vigilance`: to be weighed; `asset`: in favour; `unknown`: a fact is missing.
 */
export type VigilanceKind = 'vigilance' | 'asset' | 'unknown';

export const VIGILANCE = {
  'precarious-dalo-in-qpv': 'vigilance',
  'first-quartile-in-fragile-qpv': 'vigilance',
  'priority-first-quartile': 'vigilance',
  'above-ceiling': 'vigilance',
  'in-work-where-fragile': 'asset',
  'priority-where-not-fragile': 'asset',
  'first-quartile-where-not-fragile': 'asset',
  'quartile-unknown': 'unknown',
} as const satisfies Readonly<Record<string, VigilanceKind>>;
export type VigilanceCode = keyof typeof VIGILANCE;

/** From this note on a residence is fragile (domain.md, 5). */
const FRAGILE_FROM = 4;

export interface Weighed {
  readonly facts: ClearHousehold;
  /** Sealed facts, where they are known. */
  readonly dalo: boolean;
  readonly precarious: boolean | null;
  readonly isAboveCeiling?: boolean;
  readonly basis: Basis;
  /** Whether the holder of the orientation is the State. */
  readonly isStateHolder: boolean;
  readonly isInDistrict: boolean;
  readonly note: FragilityNote | null;
}

/** The notices about a household in a residence, in the order of their weight. */
export function noticesOf(weighed: Weighed): readonly VigilanceCode[] {
  const { facts, isInDistrict, note } = weighed;
  const isFragile = note !== null && note >= FRAGILE_FROM;
  const isFirst = facts.quartile === 1;
  const isElsewhere = !isFragile && !isInDistrict;
  const holds: Readonly<Record<VigilanceCode, boolean>> = {
    // Circular of 18 December 2023 to the prefects.
    'precarious-dalo-in-qpv': isInDistrict && weighed.dalo && weighed.precarious === true && isOfState(weighed),
    'first-quartile-in-fragile-qpv': isFirst && isFragile && isInDistrict,
    'priority-first-quartile': isFirst && facts.priority && (isFragile || isInDistrict),
    'above-ceiling': weighed.isAboveCeiling === true,
    'in-work-where-fragile': isFragile && (facts.homeWork || facts.essentialWorker === true),
    'priority-where-not-fragile': isElsewhere && facts.priority,
    'first-quartile-where-not-fragile': isElsewhere && isFirst,
    'quartile-unknown': facts.quartile === null,
  };
  return (Object.keys(VIGILANCE) as VigilanceCode[]).filter((code) => holds[code]);
}

function isOfState({ basis, isStateHolder }: Weighed): boolean {
  return isStateHolder || STATE_BASES.includes(basis);
}
