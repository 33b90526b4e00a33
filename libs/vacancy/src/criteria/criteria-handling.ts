import type { CommandHandling, DecidedEvent, Loaded, PipelineStores, Receipt, Sent, Targeted } from '#deciding';
import {
  criteriaAfter,
  CRITERIA_STREAMS,
  sayOfCriterion,
  type CriterionAct,
  type CriterionCircumstances,
  type CriterionEvent,
  type HouseholdCriteria,
  type SealedCriterion,
} from '#criteria';
import { readWholeStream, type RecordedEvent } from '#event-store';
import {
  canonicalJson,
  isRefusal,
  refuse,
  type Decision,
  type Json,
  type JsonObject,
  type Refusal,
  type Uuid,
} from '#kernel';
import type { KeyRing } from '#people';

/** A finding about a household, or one that is taken back. The circumstances are those of the moment: they are no part of what was asked. */
export interface CriterionCommand {
  readonly household: Uuid;
  readonly act: CriterionAct;
  readonly at: CriterionCircumstances;
}

/** How the pipeline handles criteria: one stream a household, whose events seal what they say with its key. */
export class CriteriaHandling implements CommandHandling<CriterionCommand, HouseholdCriteria, CriterionEvent> {
  readonly events = CRITERIA_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(private readonly stores: Pick<PipelineStores, 'store' | 'vault'>) {}

  keyOf({ household }: CriterionCommand): string {
    return household;
  }

  contentOf({ household, act }: CriterionCommand): string {
    return canonicalJson({ household, act } as unknown as JsonObject);
  }

  streamOf({ household }: CriterionCommand): string {
    return CRITERIA_STREAMS.name(household);
  }

  async load(
    targets: readonly Targeted<CriterionCommand>[],
  ): Promise<ReadonlyMap<Sent<CriterionCommand>, Loaded<HouseholdCriteria> | Refusal>> {
    const loaded = targets.map(async ({ sent }) => [sent, await this.loadOne(sent.command.household)] as const);
    return new Map(await Promise.all(loaded));
  }

  /** Refused: `household-erased`. */
  async loadOne(household: Uuid): Promise<Loaded<HouseholdCriteria> | Refusal> {
    const keys = await (await this.stores.vault()).keysOf([household]);
    if (!keys.canOpen(household)) return refuse('household-erased');
    const stream = CRITERIA_STREAMS.name(household);
    const events = await readWholeStream(this.stores.store, stream);
    return { stream, revision: events.length - 1, events, state: criteriaAfter(events, openingWith(keys)), keys };
  }

  decide(
    { command: { household, act, at } }: Sent<CriterionCommand>,
    { state }: Loaded<HouseholdCriteria>,
  ): Decision<DecidedEvent<CriterionEvent>> {
    const decision = sayOfCriterion(act, state, at);
    if (isRefusal(decision)) return decision;
    return decision.map(({ sealed, ...event }) => ({
      ...event,
      effectiveDay: event.data.on,
      people: sealed && { household, facts: sealed as unknown as Json },
    }));
  }

  async settle(_: Sent<CriterionCommand>, receipt: Receipt, { revision }: Loaded<HouseholdCriteria>): Promise<Receipt> {
    return { ...receipt, isNew: receipt.revision > revision } as Receipt;
  }
}

function openingWith(keys: KeyRing): (event: RecordedEvent) => SealedCriterion | undefined {
  return ({ people, id }) => people && keys.open<SealedCriterion>(people, id);
}
