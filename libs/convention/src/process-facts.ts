import type { Day } from '#kernel';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** By whom, and for what, a motive of the live process may be given. */
export const MOTIVE_LISTS = [
  'household',
  'nonAllocation',
  'inadmissibility',
  'withdrawal',
  'returning',
  'deferral',
  'correction',
] as const;
export type MotiveList = (typeof MOTIVE_LISTS)[number];

/** A coded motive of the territory, with the lists that admit it from its first day to its last. */
export interface Motive extends NamedCode {
  readonly lists: readonly MotiveList[];
  /** Null: it has always been admitted. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** Who votes in a landlord's commission: its six members, the mayor, the prefect, the president of the EPCI (L441-2). */
export const VOTERS = ['members', 'mayor', 'prefect', 'epci'] as const;
export type Voter = (typeof VOTERS)[number];

/** What a landlord sets for its commission. */
export interface CommissionRules {
  /** The landlord's. */
  readonly code: string;
  /** The least number of voting members present; null where it sets none. */
  readonly quorum: number | null;
  readonly voters: readonly Voter[];
}
