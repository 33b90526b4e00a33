import { EVERYTHING } from '#access';
import type { Day } from '#kernel';
import type { ReadModel } from '#read-store';
import type { AllocationDocument } from './model';

/**
 * The last day on which a residence has a lease, or a later one: what changes about the residence only after it concerns no lease, and the
 * leases need not be searched. Notes are mostly of this kind.
 */
export class LatestDays {
  /** Of the leases recorded since this run began, which the store may not hold yet; and of those found in the store. */
  private readonly days = new Map<string, Day>();
  private readonly asked = new Set<string>();

  constructor(private readonly model: ReadModel) {}

  /** To be called for every version of a lease. */
  saw(residence: string, day: Day): void {
    const known = this.days.get(residence);
    if (known === undefined || day > known) this.days.set(residence, day);
  }

  /** Undefined where the residence has none. */
  async of(residence: string): Promise<Day | undefined> {
    if (!this.asked.has(residence)) {
      const page = await this.model.find<AllocationDocument>({
        collection: 'allocations',
        scope: EVERYTHING,
        where: { residence },
        sort: [{ column: 'day', direction: 'desc' }],
        limit: 1,
      });
      for (const { body } of page.documents) this.saw(residence, body.day);
      this.asked.add(residence);
    }
    return this.days.get(residence);
  }
}
