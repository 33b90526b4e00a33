import { covers, type Actor } from '#access';
import { allocationStream, type Lease } from '#allocation';
import type { EventStore, RecordedEvent, StreamBatch } from '#event-store';
import { isRefusal, refuse, type Refusal, type Uuid } from '#kernel';
import type { RequestKey, Vault, VaultSession } from '#people';
import type { ImportMetadata } from '../importing/plan-record';
import { readWholeStream } from '../importing/streams';
import { householdsIn, readRecorded, recordedAfter } from '../people-rows/history';
import { planRow, type DigestedRow, type RowPlan } from '../people-rows/plan-rows';
import { LEASE_HISTORY, leaseKind, type RecordedLease } from './lease-kind';
import { placeOf } from './lease-place';
import { planRevision } from './plan-revisions';
import { claimOf, earlierReceipt, outcomeOf, unchangedAt, type LeaseReceipt } from './receipt';
import type { RecordedTerritory } from './recorded-territory';

/** One telling of a lease, once it was read and holds. */
export interface Telling {
  readonly told: DigestedRow<Lease>;
  readonly actor: Actor;
  readonly request: RequestKey | undefined;
  readonly metadata: ImportMetadata;
}

export interface AttemptStores {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly territory: RecordedTerritory;
}

/** The lease that bears the number, where something of it is recorded. */
interface FoundLease {
  readonly allocation: Uuid;
  readonly events: readonly RecordedEvent[];
  readonly recorded: RecordedLease;
}

/**
 * Load, fold, decide, append: once. Where somebody else wrote meanwhile it throws the conflict, and another attempt begins anew.
 */
export class LeaseAttempt {
  private readonly session: VaultSession;

  constructor(
    private readonly stores: AttemptStores,
    private readonly telling: Telling,
  ) {
    this.session = stores.vault.session();
  }

  /** @throws WrongRevision, CodedError `vault-conflict` */
  async run(): Promise<LeaseReceipt | Refusal> {
    const { told, actor, request } = this.telling;
    const { allocationNumber, householdNumber } = told.row;
    await this.session.prepare({ allocations: [allocationNumber], households: [householdNumber], request });
    const found = await this.look();
    if (found && !covers(actor.scope, placeOf(found.recorded.state.facts, this.stores.territory)))
      return refuse('scope-not-allowed');
    const earlier = this.earlier(found);
    if (earlier) return isRefusal(earlier) ? earlier : this.upToDate(earlier);
    return this.tell(found);
  }

  private async look(): Promise<FoundLease | undefined> {
    const { store, vault } = this.stores;
    const allocation = this.session.find('allocation', this.telling.told.row.allocationNumber);
    const events = allocation ? await readWholeStream(store, allocationStream(allocation)) : [];
    if (!allocation || events.length === 0) return undefined;
    const keys = await vault.keysOf(householdsIn(events));
    return { allocation, events, recorded: recordedAfter(LEASE_HISTORY, events, keys) };
  }

  private earlier(found: FoundLease | undefined): LeaseReceipt | Refusal | undefined {
    const { told, request } = this.telling;
    const claim = request && this.session.claimed();
    return claim === undefined ? undefined : earlierReceipt(claim, told.rowDigest, found);
  }

  private async tell(found: FoundLease | undefined): Promise<LeaseReceipt | Refusal> {
    const { territory } = this.stores;
    const version = territory.derivationVersion;
    const plan = this.plan(found);
    if (plan.kind === 'erased') return refuse('household-erased');
    this.claim(found);
    await this.session.commit();
    // Its key is taken all the same: the same request, later, must not undo what others write meanwhile.
    if (plan.kind === 'unchanged') return unchangedAt(plan.id, lastOf(found!));
    const receipt = await this.append(plan.id, plan.batch);
    await territory.reach(receipt.position);
    return territory.derivationVersion === version ? receipt : this.upToDate(receipt);
  }

  private plan(found: FoundLease | undefined): RowPlan {
    const { told, metadata } = this.telling;
    const { territory } = this.stores;
    if (found && found.recorded.state.rowDigest === told.rowDigest) return { kind: 'unchanged', id: found.allocation };
    return planRow(leaseKind(territory.derivation), told, found?.recorded, { session: this.session, metadata });
  }

  private claim(found: FoundLease | undefined): void {
    if (!this.telling.request || this.session.claimed() !== undefined) return;
    this.session.claim(claimOf(this.telling.told.rowDigest, found ? lastOf(found).revision : -1));
  }

  private async append(allocation: Uuid, batch: StreamBatch): Promise<LeaseReceipt> {
    const { revision, position } = await this.stores.store.append(batch);
    return { allocation, outcome: outcomeOf(batch.events[0]!.type), revision, position };
  }

  /**
   * Bounds or communes may have been recorded between the decision and its append, by an import that could not see this lease: what
   * they change of it is then recorded as that import would have.
   */
  private async upToDate(receipt: LeaseReceipt): Promise<LeaseReceipt> {
    const { allocation, outcome } = receipt;
    const recorded = (await readRecorded(LEASE_HISTORY, [allocation], this.stores)).get(allocation)!;
    const { derivation } = this.stores.territory;
    const batch = planRevision(allocation, recorded, { derivation, metadata: this.telling.metadata });
    return batch ? { ...(await this.append(allocation, batch)), outcome } : receipt;
  }
}

function lastOf({ events }: FoundLease): RecordedEvent {
  return events[events.length - 1]!;
}
