import { EVERYTHING } from '#access';
import type { Uuid } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { OPEN, type AllocationDocument } from './projections/model';

/** A household rarely has more than one lease under one numéro unique. */
const PAGE = 20;

export interface LeaseOfHousehold {
  readonly allocation: Uuid;
  readonly isCancelled: boolean;
}

/** The leases of the household, as far as the projection is. */
export async function leasesOfHousehold(household: Uuid, model: ReadModel): Promise<readonly LeaseOfHousehold[]> {
  const leases: LeaseOfHousehold[] = [];
  const selection = { collection: 'allocations', scope: EVERYTHING, where: { household, to: OPEN }, limit: PAGE };
  await eachDocument<AllocationDocument>(model, selection, ({ body }) => {
    leases.push({ allocation: body.allocation as Uuid, isCancelled: body.cancelled === 1 });
    return true;
  });
  return leases;
}
