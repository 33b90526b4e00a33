import { covers, type Actor } from '#access';
import { allocationStream } from '#allocation';
import type { EventStore, RecordedEvent, StreamBatch } from '#event-store';
import { isRefusal, refuse, type Refusal, type Uuid } from '#kernel';
import type { RequestKey, Vault, VaultSession } from '#people';
import type { ImportMetadata } from '../importing/plan-record';
import { readWholeStream } from '../importing/streams';
import { placeOf } from './lease-place';
import { planLease, type LeasePlan, type LeaseRow } from './plan-leases';
import { planRevision } from './plan-revisions';
import { claimOf, earlierReceipt, outcomeOf, unchangedAt, type LeaseReceipt } from './receipt';
import { householdsIn, leaseAfter, readLeases, type RecordedLease } from './recorded-lease';
import type { RecordedTerritory } from './recorded-territory';

/** One telling of a lease, once it was read and holds. */
export interface Telling {
  readonly row: LeaseRow;
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
    const { row, actor, request } = this.telling;
    const { allocationNumber, householdNumber } = row.lease;
    await this.session.prepare({ allocations: [allocationNumber], households: [householdNumber], request });
    const found = await this.look();
    if (found && !covers(actor.scope, placeOf(found.recorded.allocation.facts, this.stores.territory)))
      return refuse('scope-not-allowed');
    const earlier = this.earlier(found);
    if (earlier) return isRefusal(earlier) ? earlier : this.upToDate(earlier);
    return this.tell(found);
  }

  private async look(): Promise<FoundLease | undefined> {
    const { store, vault } = this.stores;
    const allocation = this.session.find('allocation', this.telling.row.lease.allocationNumber);
    const events = allocation ? await readWholeStream(store, allocationStream(allocation)) : [];
    if (!allocation || events.length === 0) return undefined;
    const keys = await vault.keysOf(householdsIn(events));
    return { allocation, events, recorded: leaseAfter(events, keys) };
  }

  private earlier(found: FoundLease | undefined): LeaseReceipt | Refusal | undefined {
    const { row, request } = this.telling;
    const claim = request && this.session.claimed();
    return claim === undefined ? undefined : earlierReceipt(claim, row.rowDigest, found);
  }

  private async tell(found: FoundLease | undefined): Promise<LeaseReceipt | Refusal> {
    const { territory } = this.stores;
    const version = territory.derivationVersion;
    const plan = this.plan(found);
    if (plan.kind === 'erased') return refuse('household-erased');
    this.claim(found);
    await this.session.commit();
    // Its key is taken all the same: the same request, later, must not undo what others write meanwhile.
    if (plan.kind === 'unchanged') return unchangedAt(plan.allocation, lastOf(found!));
    const receipt = await this.append(plan.allocation, plan.batch);
    await territory.reach(receipt.position);
    return territory.derivationVersion === version ? receipt : this.upToDate(receipt);
  }

  private plan(found: FoundLease | undefined): LeasePlan {
    const { row, metadata } = this.telling;
    const { store, vault, territory } = this.stores;
    if (found && found.recorded.allocation.rowDigest === row.rowDigest)
      return { kind: 'unchanged', allocation: found.allocation };
    const planning = { store, vault, session: this.session, derivation: territory.derivation, metadata };
    return planLease(row, found?.recorded, planning);
  }

  private claim(found: FoundLease | undefined): void {
    if (!this.telling.request || this.session.claimed() !== undefined) return;
    this.session.claim(claimOf(this.telling.row.rowDigest, found ? lastOf(found).revision : -1));
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
    const recorded = (await readLeases([allocation], this.stores)).get(allocation)!;
    const { derivation } = this.stores.territory;
    const batch = planRevision(allocation, recorded, { derivation, metadata: this.telling.metadata });
    return batch ? { ...(await this.append(allocation, batch)), outcome } : receipt;
  }
}

function lastOf({ events }: FoundLease): RecordedEvent {
  return events[events.length - 1]!;
}
