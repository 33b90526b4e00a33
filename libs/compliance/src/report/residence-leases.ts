import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { Day } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { countersOf } from '../figures/counters';
import { emptyVector, type Vector } from '../figures/vector';
import type { AllocationDocument } from '../projections/model';

const PAGE = 1_000;

/** The counts of one residence over days, both included, from the facts that held at the position. */
export async function countsOfResidence(
  model: ReadModel,
  { residence, from, to }: { readonly residence: string; readonly from: Day; readonly to: Day },
  position: Position,
): Promise<Vector> {
  const counts = emptyVector();
  const facts = {
    collection: 'allocations',
    scope: EVERYTHING,
    where: { residence, day: { gte: from, lte: to }, from: { lte: position }, to: { gt: position } },
    limit: PAGE,
  };
  await eachDocument<AllocationDocument>(model, facts, ({ body }) => {
    for (const counter of countersOf(body)) counts[counter]! += 1;
    return true;
  });
  return counts;
}
