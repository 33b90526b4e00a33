import { Query } from '@nestjs/cqrs';
import type { Position } from '#event-store';
import type { Day } from '#kernel';
import type { CountedRehousings } from '../objectives/rehousing-counts';

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
