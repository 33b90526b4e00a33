import { Query } from '@nestjs/cqrs';
import type { RehousingObjectiveFigure } from '#convention';
import type { Position } from '#event-store';
import type { Day, Share } from '#kernel';

export type RehousingShares = Readonly<Record<RehousingObjectiveFigure, Share>>;

/** The figures of rehousing on a day: of all the operations together, and of each one in the order of their codes. */
export interface CountedRehousings {
  readonly total: RehousingShares;
  readonly operations: readonly { readonly id: string; readonly label: string; readonly figures: RehousingShares }[];
}

/**
 * The port through which objectives ask for the figures of rehousing, from the first day of the operations up to a day.
 * This library knows no rehousing: the library that counts them handles the query.
 */
export class CountRehousings extends Query<CountedRehousings> {
  constructor(
    readonly day: Day,
    /** Counts what was recorded up to this position. */
    readonly position: Position,
  ) {
    super();
  }
}
