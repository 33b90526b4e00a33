import { covers, refusalOf, type Actor } from '#access';
import {
  ALLOCATION_STREAMS,
  LEASE_HISTORY,
  packSealed,
  type AllocationEvent,
  type LiveLeases,
  type RecordedLease,
} from '#allocation';
import { motivesKnownOn } from '#convention';
import {
  householdsIn,
  recordedAfter,
  retryOnConflict,
  type CommandHandling,
  type DecidedEvent,
  type Loaded,
  type PipelineStores,
  type Receipt,
  type Sent,
  type Targeted,
} from '#deciding';
import { readWholeStream } from '#event-store';
import {
  canonicalJson,
  dayAt,
  isRefusal,
  refuse,
  type Decision,
  type JsonObject,
  type Refusal,
  type Uuid,
} from '#kernel';
import { motivesOn } from '../motives';
import type { ProcessReference } from '../recording/process-reference';
import {
  changedBy,
  changeLease,
  dayOfChange,
  refuseChange,
  type ChangeAct,
  type ChangeCircumstances,
} from './change-lease';

export interface ChangeLease {
  readonly allocation: Uuid;
  readonly act: ChangeAct;
  /** Where it is given and the lease has moved on, nothing is written. */
  readonly expectedRevision?: number | undefined;
}

export interface ChangeState {
  readonly lease: RecordedLease;
  readonly at: ChangeCircumstances;
  /** Of the bounds and communes that it is decided with. */
  readonly derivationVersion: number;
}

/** Refused: as `refuseChange`, `lease-changed` where the lease is not at the revision expected, and as `changeLease`. */
export function decideChange(
  { act, expectedRevision }: ChangeLease,
  { state: { lease, at }, revision }: Loaded<ChangeState>,
): ReturnType<typeof changeLease> {
  const refusal = refuseChange(act, at);
  if (refusal) return refusal;
  if (expectedRevision !== undefined && expectedRevision !== revision) return refuse('lease-changed', { revision });
  return changeLease(act, lease, at);
}

/** The receipt of a change, and whether this execution wrote it. */
export type ChangeReceipt = Receipt & { readonly isNew?: boolean };

const ATTEMPTS = 10;

/** Corrects and cancels leases that no vacancy leads to, in their own streams. */
export class LeaseChangeHandling implements CommandHandling<ChangeLease, ChangeState, AllocationEvent> {
  readonly events = ALLOCATION_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
    private readonly leases: LiveLeases,
  ) {}

  keyOf({ allocation }: ChangeLease): string {
    return allocation;
  }

  contentOf({ allocation, act }: ChangeLease): string {
    return canonicalJson({ allocation, ...act } as unknown as JsonObject);
  }

  streamOf({ allocation }: ChangeLease): string {
    return ALLOCATION_STREAMS.name(allocation);
  }

  async load(
    targets: readonly Targeted<ChangeLease>[],
  ): Promise<ReadonlyMap<Sent<ChangeLease>, Loaded<ChangeState> | Refusal>> {
    await this.reference.reachHead();
    return new Map(
      await Promise.all(targets.map(async ({ sent }) => [sent, await this.loadOne(sent.command)] as const)),
    );
  }

  /** Refused: `unknown-allocation`. */
  async loadOne({ allocation, act }: ChangeLease): Promise<Loaded<ChangeState> | Refusal> {
    const { store, vault } = this.stores;
    const stream = ALLOCATION_STREAMS.name(allocation);
    const events = await readWholeStream(store, stream);
    const keys = await (await vault()).keysOf(householdsIn(events));
    const lease = recordedAfter(LEASE_HISTORY, events, keys);
    if (!lease) return refuse('unknown-allocation');
    const at = await this.circumstancesOf(allocation, act);
    const { derivationVersion } = this.reference;
    return { stream, revision: events.length - 1, events, keys, state: { lease, at, derivationVersion } };
  }

  private async circumstancesOf(allocation: Uuid, act: ChangeAct): Promise<ChangeCircumstances> {
    const { reference } = this;
    const today = dayAt(this.stores.clock.now(), reference.timeZone);
    const number = act.verb === 'lease/correction' ? act.changes.allocationNumber : undefined;
    const named = number === undefined ? undefined : await this.leases.find(number);
    const isOther = named !== undefined && named !== allocation;
    return {
      today,
      motives: motivesOn(today, motivesKnownOn(reference.recordedConvention, today)),
      derivation: reference.derivation,
      isHolder: (code) => reference.holder(code) !== undefined,
      numberIsTaken: isOther && (await this.leases.read(named)).lease !== undefined,
    };
  }

  /** Who may record a lease there may change it, as it stands and as it would stand. */
  forbids(
    { actor, command: { act } }: Sent<ChangeLease>,
    { state: { lease, at } }: Loaded<ChangeState>,
  ): Refusal | undefined {
    const { facts } = lease.state;
    const refusal = this.refusalAt(actor, facts);
    if (refusal) return refusal;
    return this.refusalAt(actor, { ...facts, ...changedBy(changeLease(act, lease, at)) });
  }

  private refusalAt(
    actor: Actor,
    { residence, signedOn, holder }: RecordedLease['state']['facts'],
  ): Refusal | undefined {
    const known = this.reference.residenceOn(residence, signedOn);
    const place = { landlord: known?.landlord ?? '', commune: known?.commune ?? '', holder };
    const refusal = refusalOf(actor, 'record-lease', place);
    return refusal ?? (covers(actor.scope, place) ? undefined : refuse('scope-not-allowed'));
  }

  decide({ command }: Sent<ChangeLease>, loaded: Loaded<ChangeState>): Decision<DecidedEvent<AllocationEvent>> {
    const { act } = command;
    const { lease } = loaded.state;
    const decision = decideChange(command, loaded);
    if (isRefusal(decision)) return decision;
    const effectiveDay = dayOfChange(act, lease);
    return decision.map((event) => {
      const { type, data } = event as AllocationEvent & { readonly type: 'AllocationCorrected' };
      const people = 'people' in event ? { household: event.household, facts: packSealed(event.people) } : undefined;
      return { type, data, effectiveDay, ...(people && { people }) } as DecidedEvent<AllocationEvent>;
    });
  }

  /** An import may have recorded bounds or communes meanwhile, without seeing the corrected lease. */
  async settle(
    { actor, correlation, command: { allocation } }: Sent<ChangeLease>,
    receipt: Receipt,
    { revision, state }: Loaded<ChangeState>,
  ): Promise<ChangeReceipt> {
    const isNew = receipt.revision > revision;
    const { reference } = this;
    await reference.reach(receipt.position);
    if (reference.derivationVersion === state.derivationVersion) return { ...receipt, isNew };
    const revising = () => this.leases.revise(allocation, reference.derivation, { actor, correlation });
    return { ...receipt, ...(await retryOnConflict(ATTEMPTS, revising)), isNew };
  }
}
