import { EVERYTHING } from '#access';
import type { Day } from '#kernel';
import type { ReadModel } from '#read-store';
import type { AllocationDocument } from './model';

/**
 * For each residence, the last day on which it has a lease, or a later day. A change that takes effect after this day
 * concerns no lease, so the leases need not be searched. Most notes are such changes.
 */
export class LatestDays {
  /** The days of the leases recorded since this run began, which the store may not hold yet, and of those found in the store. */
  private readonly days = new Map<string, Day>();
  private readonly asked = new Set<string>();

  constructor(private readonly model: ReadModel) {}

  /** To be called for every version of a lease. */
  add(residence: string, day: Day): void {
    const known = this.days.get(residence);
    if (known === undefined || day > known) this.days.set(residence, day);
  }

  /** Undefined where the residence has no lease. */
  async of(residence: string): Promise<Day | undefined> {
    if (!this.asked.has(residence)) {
      const page = await this.model.find<AllocationDocument>({
        collection: 'allocations',
        scope: EVERYTHING,
        where: { residence },
        sort: [{ column: 'day', direction: 'desc' }],
        limit: 1,
      });
      for (const { body } of page.documents) this.add(residence, body.day);
      this.asked.add(residence);
    }
    return this.days.get(residence);
  }
}
