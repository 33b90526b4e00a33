import { covers, refusalOf } from '#access';
import {
  CommandPipeline,
  decideRow,
  householdsIn,
  readRecorded,
  recordedAfter,
  retryOnConflict,
  rowEventId,
  type CommandHandling,
  type DecidedEvent,
  type Loaded,
  type PipelineStores,
  type Receipt,
  type Sending,
  type Sent,
  type Targeted,
} from '#deciding';
import { readWholeStream, type Position, type RecordedEvent } from '#event-store';
import { isRefusal, refuse, type Decision, type Refusal, type Uuid } from '#kernel';
import type { VaultSession, Wanted } from '#people';
import { ALLOCATION_STREAMS, type AllocationEvent } from '../events';
import { comesBack } from '../verbs/live-lease';
import type { Lease } from '../derived-facts';
import { LEASE_HISTORY, leaseKind, type RecordedLease } from './lease-kind';
import { LeaseReference } from './lease-reference';
import { planRevision } from './plan-revisions';

/** A signed lease, whole: it is recorded where it is new, and corrected where it differs from what is recorded. */
export interface RecordLease {
  readonly lease: Lease;
  /** Its canonical row, with the name of its file: the same row imported is the same event. */
  readonly content: string;
}

/** What recording a lease did, and how its stream stood afterwards. */
export interface LeaseReceipt {
  readonly allocation: Uuid;
  readonly outcome: LeaseOutcome;
  readonly revision: number;
  readonly position: Position;
}

export const LEASE_OUTCOMES = ['signed', 'corrected', 'cancelled', 'unchanged'] as const;
export type LeaseOutcome = (typeof LEASE_OUTCOMES)[number];

/** The outcome, by the type of the first event that recording a lease makes. */
export const LEASE_OUTCOMES_BY_TYPE: Readonly<Record<string, LeaseOutcome>> = {
  AllocationSigned: 'signed',
  AllocationCorrected: 'corrected',
  AllocationCancelled: 'cancelled',
};

export function leaseReceiptOf({ stream, types, revision, position }: Receipt): LeaseReceipt {
  const [first] = types;
  const outcome = first === undefined ? 'unchanged' : LEASE_OUTCOMES_BY_TYPE[first];
  return { allocation: idOf(stream), outcome: outcome ?? 'unchanged', revision, position };
}

/** Whether the household or the dwelling of a cancelled lease has another one by now. */
export type HasMovedOn = (allocation: Uuid, lease: RecordedLease) => Promise<boolean>;

const REVISING_ATTEMPTS = 10;

/** Records leases one by one, as an import of their rows would. */
export class LeaseHandling implements CommandHandling<RecordLease, RecordedLease | undefined, AllocationEvent> {
  readonly events = ALLOCATION_STREAMS;
  readonly conflict = 'lease-conflict';
  /** The version of the bounds and communes that each lease was decided with. */
  private readonly decidedBy = new WeakMap<Sent<RecordLease>, number>();

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: LeaseReference,
    private readonly hasMovedOn: HasMovedOn,
  ) {}

  keyOf({ lease }: RecordLease): string {
    return lease.allocationNumber;
  }

  contentOf({ content }: RecordLease): string {
    return content;
  }

  wanted({ lease }: RecordLease): Wanted {
    return { allocations: [lease.allocationNumber], households: [lease.householdNumber] };
  }

  streamOf({ lease }: RecordLease, session: VaultSession): string | undefined {
    const allocation = session.find('allocation', lease.allocationNumber);
    return allocation && ALLOCATION_STREAMS.name(allocation);
  }

  async load(
    targets: readonly Targeted<RecordLease>[],
  ): Promise<ReadonlyMap<Sent<RecordLease>, Loaded<RecordedLease | undefined> | Refusal>> {
    const { store, vault } = this.stores;
    const streams = await Promise.all(
      targets.map(async ({ stream }) => (stream === undefined ? [] : readWholeStream(store, stream))),
    );
    const keys = await (await vault()).keysOf(streams.flatMap(householdsIn));
    const loaded = targets.map(async ({ sent, stream = '' }, index) => {
      const events = streams[index]!;
      const state = recordedAfter(LEASE_HISTORY, events, keys);
      const isOvertaken = state !== undefined && (await this.isOvertaken(sent.command.lease, stream, state));
      const one = { stream, revision: events.length - 1, state, events };
      return [sent, isOvertaken ? refuse('cancelled-lease-overtaken') : one] as const;
    });
    return new Map(await Promise.all(loaded));
  }

  /** A lease that was cancelled does not come back where somebody has moved on. */
  private async isOvertaken(row: Lease, stream: string, recorded: RecordedLease): Promise<boolean> {
    return comesBack(row, recorded) && this.hasMovedOn(idOf(stream), recorded);
  }

  /** An actor who may not see the lease does not learn whether the row repeats it. */
  forbids({ actor }: Sent<RecordLease>, { state }: Loaded<RecordedLease | undefined>): Refusal | undefined {
    if (!state || covers(actor.scope, this.reference.placeOf(state.state.facts))) return undefined;
    return refuse('scope-not-allowed');
  }

  reserve({ lease }: RecordLease, session: VaultSession): void {
    session.allocation(lease.allocationNumber);
    session.household(lease.householdNumber);
  }

  decide(
    sent: Sent<RecordLease>,
    { state }: Loaded<RecordedLease | undefined>,
    session: VaultSession,
  ): Decision<DecidedEvent<AllocationEvent>> {
    const { derivation, derivationVersion } = this.reference;
    this.decidedBy.set(sent, derivationVersion);
    if (state?.state.rowDigest === sent.digest) return [];
    return decideRow(leaseKind(derivation), sent.command.lease, state, session);
  }

  eventIdOf(
    { digest }: Sent<RecordLease>,
    { stream, revision }: Loaded<RecordedLease | undefined>,
    index: number,
  ): Uuid {
    return rowEventId(stream, revision + index, digest);
  }

  metadataOf({ digest }: Sent<RecordLease>): { readonly rowDigest: string } {
    return { rowDigest: digest };
  }

  wrote({ digest }: Sent<RecordLease>, { type, metadata }: RecordedEvent): boolean {
    return type in LEASE_OUTCOMES_BY_TYPE && metadata.rowDigest === digest;
  }

  /**
   * An import may have recorded bounds or communes between the decision and its append, without seeing this lease. What they change in
   * the lease is then recorded here, as that import would have recorded it.
   */
  async settle(sent: Sent<RecordLease>, receipt: Receipt, loaded: Loaded<RecordedLease | undefined>): Promise<Receipt> {
    const wroteBefore = receipt.revision <= loaded.revision;
    if (!wroteBefore) {
      await this.reference.reach(receipt.position);
      if (this.reference.derivationVersion === this.decidedBy.get(sent)) return receipt;
    }
    let known = wroteBefore ? loaded.state : undefined;
    return retryOnConflict(REVISING_ATTEMPTS, async () => {
      const recorded = known ?? (await this.recorded(receipt.stream));
      known = undefined;
      return this.revise(sent, receipt, recorded);
    });
  }

  private async revise(sent: Sent<RecordLease>, receipt: Receipt, recorded: RecordedLease): Promise<Receipt> {
    const { derivation } = this.reference;
    const metadata = { actor: sent.actor.id, role: sent.actor.role, ...sent.correlation };
    const batch = planRevision(idOf(receipt.stream), recorded, { derivation, metadata });
    if (!batch) return receipt;
    const { revision, position } = await this.stores.store.append(batch);
    return { ...receipt, types: [...receipt.types, ...batch.events.map(({ type }) => type)], revision, position };
  }

  private async recorded(stream: string): Promise<RecordedLease> {
    const { store, vault } = this.stores;
    const id = idOf(stream);
    return (await readRecorded(LEASE_HISTORY, [id], { store, vault: await vault() })).get(id)!;
  }
}

function idOf(stream: string): Uuid {
  return ALLOCATION_STREAMS.idOf(stream) as Uuid;
}

/** Records leases one by one. Commands that wait at the same time are decided together. */
export class LeaseRecorder {
  /** The territory, bounds and convention that leases are checked against. */
  readonly reference: LeaseReference;
  private readonly pipeline: CommandPipeline<RecordLease, RecordedLease | undefined, AllocationEvent>;

  constructor(stores: PipelineStores, hasMovedOn: HasMovedOn = async () => false) {
    this.reference = new LeaseReference(stores.store);
    this.pipeline = new CommandPipeline(new LeaseHandling(stores, this.reference, hasMovedOn), stores);
  }

  /** Resolves once leases can be decided. */
  ready(): Promise<void> {
    return this.reference.ready();
  }

  /**
   * To be called once `ready` has resolved. Refused: `not-allowed`, `scope-not-allowed`, `household-erased`, `idempotency-key-reused`,
   * `cancelled-lease-overtaken`, and as `recordLease`.
   * @throws CodedError `lease-conflict` where others wrote to this lease at each attempt
   */
  async record(command: RecordLease, sending: Sending): Promise<LeaseReceipt | Refusal> {
    const refusal = await this.refuse(sending.actor, command.lease);
    if (refusal) return refusal;
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : leaseReceiptOf(receipt);
  }

  /** Where the actor may not, it is judged again with all that is recorded: the residence may just have changed hands. */
  private async refuse(actor: Sending['actor'], lease: Lease): Promise<Refusal | undefined> {
    const judge = () => refusalOf(actor, 'record-lease', this.reference.placeOf(lease));
    if (!judge()) return undefined;
    await this.reference.reachHead();
    return judge();
  }
}
