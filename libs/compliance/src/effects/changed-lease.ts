import type { SignedFacts } from '#allocation';
import { EVERYTHING } from '#access';
import type { Day } from '#kernel';
import type { ReadModel } from '#read-store';
import { changedFacts, type AllocationFact } from '../figures/allocation-fact';
import { EntityRegister } from '../projections/entity-register';
import { OPEN, type AllocationDocument } from '../projections/model';
import { joinedWith, placeAt } from '../projections/places';

/** Where a lease stands: the store finds it by its residence and its day. */
export interface LeaseSource {
  readonly allocation: string;
  readonly residence: string;
  readonly day: Day;
}

/** The lease as figures count it now, and as they would after a change of its clear facts. */
export interface ChangedLease {
  readonly before: AllocationFact;
  readonly after: AllocationFact;
}

/** Undefined where the read model does not show the lease. @param changes the new values of the facts that change */
export async function changedLease(
  { allocation, residence, day }: LeaseSource,
  changes: Partial<SignedFacts>,
  model: ReadModel,
): Promise<ChangedLease | undefined> {
  const where = { residence, day, allocation, to: OPEN };
  const found = await model.find<AllocationDocument>({
    collection: 'allocations',
    scope: EVERYTHING,
    where,
    limit: 1,
  });
  const before = found.documents[0]?.body;
  return before && { before, after: await joinedAgain({ ...before, ...changedFacts(changes) }, model) };
}

/** Another day, or another holder, gives the lease another place. */
async function joinedAgain(fact: AllocationDocument, model: ReadModel): Promise<AllocationFact> {
  const entities = new EntityRegister(model);
  const timeline = await entities.timeline(fact.residence, OPEN);
  const holder = await entities.entity('holder', fact.holder, OPEN);
  return { ...fact, ...joinedWith(placeAt(timeline, fact.day)!, holder?.facts.contingent ?? fact.contingent) };
}
