import { ALLOCATION_STREAMS, type AllocationFacts } from '#allocation';
import { FragilityHistory } from '#fragility/testing';
import { day, uuidV5, type JsonObject } from '#kernel';

export const aLease = (facts: Partial<AllocationFacts> & { readonly household?: string } = {}): JsonObject => ({
  household: uuidV5('household'),
  commissionOn: null,
  residence: 'R1',
  dwellingType: null,
  financing: null,
  firstLetting: null,
  cancelled: null,
  holder: 'H1',
  transfer: false,
  quartile: null,
  priority: false,
  homeWork: false,
  essentialWorker: null,
  rehoused: false,
  composition: null,
  signedOn: day('2024-03-05'),
  ...facts,
});

/** A history in which leases are also signed. */
export class History extends FragilityHistory {
  async lease(name: string, facts: JsonObject): Promise<void> {
    await this.row(
      ALLOCATION_STREAMS.name(uuidV5(name)),
      'AllocationSigned',
      facts['cancelled'] ? 'AllocationCancelled' : 'AllocationCorrected',
      facts,
      { publics: [] },
    );
  }
}
