import type { Lease } from '#allocation';

/** The columns of a lease that its correction may change: all but the household's number, the dwelling and the cancellation. */
export type LeaseChanges = Partial<
  Omit<Lease, 'householdNumber' | 'residence' | 'dwellingReference' | 'cancelled' | 'publics'>
>;

/** @param belongs by code of a public of the convention, whether the household belongs to it. The others stay */
export function correctedLease(
  before: Lease,
  changes: LeaseChanges,
  belongs: Readonly<Record<string, boolean>> = {},
): Lease {
  return { ...before, ...changes, publics: publicsAfter(before.publics, belongs) };
}

/** The publics to which a household belongs, after what was said of some. */
export function publicsAfter(before: readonly string[], belongs: Readonly<Record<string, boolean>>): readonly string[] {
  const kept = before.filter((code) => belongs[code] ?? true);
  const added = Object.keys(belongs).filter((code) => belongs[code] && !before.includes(code));
  return [...kept, ...added].sort();
}
