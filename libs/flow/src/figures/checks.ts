import { compareShares, rateOf, type Share } from '#kernel';
import type { Contingent } from '#territory';
import { WHOLE } from '../events';
import { sum, type Tally } from './tally';

/** What the law lets the State have of a landlord's flow (R441-5-2), in millionths. */
export const STATE_LIMITS = [
  { code: 'STATE', contingents: ['etat', 'etat_fonctionnaires'], limit: 300_000 },
  { code: 'STATE_AGENTS', contingents: ['etat_fonctionnaires'], limit: 50_000 },
] as const satisfies readonly { code: string; contingents: readonly Contingent[]; limit: number }[];
export type FlowCheckCode = (typeof STATE_LIMITS)[number]['code'];

/** A limit held against what is agreed and against what was given. */
export interface FlowCheck {
  readonly code: FlowCheckCode;
  readonly limit: number;
  /** Agreed, as a fraction; null, and `shareMet` too, where no share is agreed. */
  readonly share: number | null;
  readonly shareMet: boolean | null;
  readonly given: number;
  /** Null, and `givenMet` too, where the flow is empty. */
  readonly givenShare: number | null;
  readonly givenMet: boolean | null;
}

/**
 * The limits of the State.
 * @param agreed the part of the flow that is agreed with the holders of these tallies; null where nothing is agreed
 */
export function checksOf(
  tallies: readonly Tally[],
  dwellings: number,
  contingentOf: (holder: string) => Contingent | null,
  agreed: (tallies: readonly Tally[]) => Share | null,
): readonly FlowCheck[] {
  return STATE_LIMITS.map(({ code, contingents, limit }) => {
    const own = tallies.filter(({ holder }) =>
      (contingents as readonly (Contingent | null)[]).includes(contingentOf(holder)),
    );
    const given = { numerator: sum(own.map(({ counts }) => counts.given)), denominator: dwellings };
    const share = agreed(own);
    return {
      code,
      limit: limit / WHOLE,
      share: share && rateOf(share),
      shareMet: isWithin(share, limit),
      given: given.numerator,
      givenShare: rateOf(given),
      givenMet: isWithin(given, limit),
    };
  });
}

function isWithin(share: Share | null, limit: number): boolean | null {
  if (share === null || share.denominator === 0) return null;
  return compareShares(share, { numerator: limit, denominator: WHOLE }) <= 0;
}
