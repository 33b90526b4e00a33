import type { EventStore } from '#event-store';
import type { Instant } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import type { ReadModel } from '#read-store';
import { complianceProjection } from '../projections/compliance-projection';

/** How many times the live counters are read again while the projection writes them. */
const ATTEMPTS = 3;

/**
 * Reads everything as of one moment. `read` gives null where a live counter is already beyond the moment; the counters are then tried
 * again, and at last the facts are counted.
 * @param asOf the newest moment where absent
 */
export async function steadyReading<Value>(
  { events, model, asOf }: { readonly events: EventStore; readonly model: ReadModel; readonly asOf?: Instant },
  read: (moment: Moment, live: boolean) => Promise<Value | null>,
): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    const moment = await (asOf === undefined
      ? newestMoment(complianceProjection, events, model)
      : momentAt(complianceProjection, events, model, asOf));
    const value = await read(moment, asOf === undefined && attempt < ATTEMPTS);
    if (value !== null) return value;
  }
}
