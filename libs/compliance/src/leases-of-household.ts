import { EVERYTHING } from '#access';
import type { Uuid } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { OPEN, type AllocationDocument } from './projections/model';

/** A household rarely has more than one lease under one numéro unique. */
const PAGE = 20;

/**
 * Whether a lease of the household is recorded and not cancelled, as far as the projection is.
 * @param but a lease that does not count
 */
export async function isHoused(household: Uuid, model: ReadModel, but?: Uuid): Promise<boolean> {
  let housed = false;
  const leases = { collection: 'allocations', scope: EVERYTHING, where: { household, to: OPEN }, limit: PAGE };
  await eachDocument<AllocationDocument>(model, leases, ({ body }) => {
    housed ||= body.cancelled !== 1 && body.allocation !== but;
    return !housed;
  });
  return housed;
}
