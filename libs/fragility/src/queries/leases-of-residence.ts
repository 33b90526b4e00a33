import { Query } from '@nestjs/cqrs';
import type { Day, AsOf } from '#kernel';

/** One share of the leases signed in a residence: a figure of the convention, by its code. */
export interface LeaseFigure {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

/** The codes that a sheet shows, in their order. */
export const LEASE_FIGURE_CODES = ['ALLOCATIONS', 'Q1', 'Q2', 'Q34', 'PRIORITY', 'HOME_WORK', 'TRANSFERS'] as const;

/**
 * The port through which a sheet asks for the leases signed in a residence from a day to another, both included. This library knows no
 * lease: the library that counts leases handles the query. The sheet has already checked that the actor may see the residence.
 */
export class LeasesOfResidence extends Query<readonly LeaseFigure[]> {
  constructor(
    readonly residence: string,
    readonly from: Day,
    readonly to: Day,
    /** Counts what was recorded up to then; up to the head of the history where absent. */
    readonly asOf?: AsOf,
  ) {
    super();
  }
}
