import type { PipelineStores, Sending } from '#deciding';
import type { Established } from '#criteria';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import type { NamedListReads } from '#readings';
import { namesOfActors } from '#tokens';
import type { CriteriaRecorder } from './criteria-recorder';

/** A criterion that holds, and who saw its proofs. */
export interface ShownCriterion extends Established {
  /** Null where the token that acted has no name. */
  readonly actorName: string | null;
}

/** Reads the criteria of a household: each reading is recorded first, for they may tell of violence, health or disability. */
export class CriteriaReader {
  constructor(
    private readonly stores: PipelineStores,
    private readonly recorder: CriteriaRecorder,
    private readonly reads: NamedListReads,
  ) {}

  /** Refused: `household-erased`, `reading-not-recorded`. */
  async read(
    { household, householdNumber }: { readonly household: Uuid; readonly householdNumber: string },
    sending: Sending,
  ): Promise<readonly ShownCriterion[] | Refusal> {
    const criteria = await this.recorder.of(household);
    if (isRefusal(criteria)) return criteria;
    const filter = { kind: 'household', value: householdNumber } as const;
    const reading = { household, count: criteria.size, filter, ids: [household] };
    const unrecorded = await this.reads.record('household-criteria', [reading], sending);
    if (unrecorded) return unrecorded;
    const names = await namesOfActors(
      [...criteria.values()].map(({ actor }) => actor),
      this.stores,
    );
    return [...criteria.values()].map((one) => ({ ...one, actorName: names.get(one.actor) ?? null }));
  }
}
