import { tooManyIn, type Admission } from '#criteria';
import type { DwellingType } from '#territory';

/** The dwelling that is offered. */
export interface OfferedDwelling {
  readonly type: DwellingType | null;
  /** Hundredths of a square metre; null where it is not known. */
  readonly surface: number | null;
}

/** Square metres asked for so many persons, from two on (R822-25). */
const LEAST_SURFACES = [16, 25, 34] as const;
const MORE_A_PERSON = 9;
const MOST_ASKED = 70;

/**
 * Whether a dwelling suits a household of so many persons: not a room too many (L621-2), not over-occupied, large
 * enough where the surface is known, and under a ceiling that admits it where that is known. A dwelling of unknown type suits nobody:
 * nothing shows that it does.
 */
export function suits(
  persons: number,
  { type, surface }: OfferedDwelling,
  admitted: Admission['admitted'] = null,
): boolean {
  if (type === null || admitted === false) return false;
  const rooms = Number(type.slice(1));
  if (rooms > persons + 1 || persons >= tooManyIn(rooms)) return false;
  return surface === null || surface >= 100 * leastSurface(persons);
}

/** The square metres that so many persons need. One person alone needs none in particular. */
export function leastSurface(persons: number): number {
  if (persons < 2) return 0;
  const known = LEAST_SURFACES.length + 1;
  const least = LEAST_SURFACES[persons - 2] ?? LEAST_SURFACES[known - 2]! + MORE_A_PERSON * (persons - known);
  return Math.min(least, MOST_ASKED);
}
