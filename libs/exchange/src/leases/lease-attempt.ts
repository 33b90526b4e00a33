import { covers } from '#access';
import { allocationStream } from '#allocation';
import type { RecordedEvent, StreamBatch } from '#event-store';
import { withCorrelation, isRefusal, refuse, type Uuid } from '#kernel';
import type { VaultSession } from '#people';
import { readWholeStream } from '../importing/streams';
import { householdsIn, readRecorded, recordedAfter } from '../people-rows/history';
import { planRow } from '../people-rows/plan-rows';
import { LEASE_HISTORY, leaseKind, type RecordedLease } from './lease-kind';
import { placeOf } from './lease-place';
import { planRevision } from './plan-revisions';
import { claimOf, earlierReceipt, outcomeOf, unchangedAt, type LeaseReceipt } from './receipt';
import type { LeaseAnswer, LeaseStores, Telling } from './telling';
import { tryAgain } from './try-again';

/** The lease that bears the number, where something of it is recorded. */
interface FoundLease {
  readonly allocation: Uuid;
  readonly events: readonly RecordedEvent[];
  readonly recorded: RecordedLease;
}

/** What a telling comes to, before anything is written. */
type Decided =
  | { readonly answer: LeaseAnswer; readonly isRepeat?: boolean }
  | { readonly allocation: Uuid; readonly batch: StreamBatch };

const REVISING_ATTEMPTS = 10;

/** Load, fold, decide, append: once, for tellings of different leases. */
export class LeaseAttempt {
  private readonly session: VaultSession;
  private readonly kind: ReturnType<typeof leaseKind>;
  private readonly answers = new Map<Telling, LeaseAnswer>();
  private readonly failures = new Map<Telling, unknown>();
  /** Of the bounds and communes by which was decided. */
  private derivationVersion = 0;

  constructor(
    private readonly stores: LeaseStores,
    private readonly tellings: readonly Telling[],
  ) {
    this.session = stores.vault.session();
    this.kind = leaseKind(stores.territory.derivation);
  }

  /** @throws CodedError `vault-conflict`, and then nothing was written */
  async run(): Promise<void> {
    await this.prepare();
    const found = await this.look();
    this.takeNumbers(found);
    const [, decided] = await Promise.all([this.session.commit(), this.decideMeanwhile(found)]);
    // What the decisions took themselves: the household of a lease that changed hands, say.
    await this.session.commit();
    await Promise.all(decided.map(([telling, decision]) => this.conclude(telling, decision)));
  }

  answerOf(telling: Telling): LeaseAnswer | undefined {
    return this.answers.get(telling);
  }

  /** Why it has no answer. */
  failureOf(telling: Telling): unknown {
    return this.failures.get(telling);
  }

  private async prepare(): Promise<void> {
    await this.session.prepare({
      allocations: this.tellings.map(({ told }) => told.row.allocationNumber),
      households: this.tellings.map(({ told }) => told.row.householdNumber),
      requests: this.tellings.flatMap(({ request }) => (request ? [request] : [])),
    });
  }

  private async look(): Promise<ReadonlyMap<Telling, FoundLease>> {
    const { store, vault } = this.stores;
    const histories = new Map<Telling, readonly [Uuid, readonly RecordedEvent[]]>();
    for (const telling of this.tellings) {
      const allocation = this.session.find('allocation', telling.told.row.allocationNumber);
      const events = allocation ? await readWholeStream(store, allocationStream(allocation)) : [];
      if (allocation && events.length > 0) histories.set(telling, [allocation, events]);
    }
    if (histories.size === 0) return new Map();
    const keys = await vault.keysOf([...histories.values()].flatMap(([, events]) => householdsIn(events)));
    return new Map(
      [...histories].map(([telling, [allocation, events]]) => [
        telling,
        { allocation, events, recorded: recordedAfter(LEASE_HISTORY, events, keys) },
      ]),
    );
  }

  /** Of the leases that nothing is recorded of: nothing refuses them any more. */
  private takeNumbers(found: ReadonlyMap<Telling, FoundLease>): void {
    const { session } = this;
    for (const telling of this.tellings) {
      const { told, request } = telling;
      if (found.has(telling) || (request && session.claimed(request.key) !== undefined)) continue;
      session.allocation(told.row.allocationNumber);
      session.household(told.row.householdNumber);
      if (request) session.claim(request.key, claimOf(told.rowDigest, -1));
    }
  }

  /** Once the numbers are on their way to the disk: deciding and sealing are done while they are written. */
  private async decideMeanwhile(
    found: ReadonlyMap<Telling, FoundLease>,
  ): Promise<readonly (readonly [Telling, Decided])[]> {
    await new Promise((resolve) => setImmediate(resolve));
    this.derivationVersion = this.stores.territory.derivationVersion;
    return this.tellings.flatMap((telling) => this.attempted(telling, () => this.decide(telling, found)));
  }

  /** An error is that telling's alone. */
  private attempted<Result>(telling: Telling, work: () => Result): readonly (readonly [Telling, Result])[] {
    try {
      return [[telling, work()]];
    } catch (error) {
      this.failures.set(telling, error);
      return [];
    }
  }

  private decide(telling: Telling, all: ReadonlyMap<Telling, FoundLease>): Decided {
    const { told, actor, request, correlation } = telling;
    const { territory } = this.stores;
    const found = all.get(telling);
    if (found && !covers(actor.scope, placeOf(found.recorded.state.facts, territory)))
      return { answer: refuse('scope-not-allowed') };
    const claim = request && this.session.claimed(request.key);
    const earlier = claim === undefined ? undefined : earlierReceipt(claim, told.rowDigest, found);
    if (earlier) return { answer: earlier, isRepeat: !isRefusal(earlier) };

    const last = found?.events[found.events.length - 1];
    const isKnown = found?.recorded.state.rowDigest === told.rowDigest;
    const metadata = { actor: actor.id, role: actor.role, ...correlation };
    const planning = { session: this.session, metadata };
    const plan = isKnown ? undefined : planRow(this.kind, told, found?.recorded, planning);
    if (plan?.kind === 'erased') return { answer: refuse('household-erased') };
    // Also where nothing changes: the same request, later, must not undo what others write meanwhile.
    if (request && claim === undefined)
      this.session.claim(request.key, claimOf(told.rowDigest, last ? last.revision : -1));
    return plan?.kind === 'changed'
      ? { allocation: plan.id, batch: plan.batch }
      : { answer: unchangedAt(found!.allocation, last!) };
  }

  private async conclude(telling: Telling, decided: Decided): Promise<void> {
    try {
      const answer = await withCorrelation(telling.within, () => this.write(telling, decided));
      this.answers.set(telling, answer);
    } catch (error) {
      this.failures.set(telling, error);
    }
  }

  private async write(telling: Telling, decided: Decided): Promise<LeaseAnswer> {
    if ('answer' in decided)
      return decided.isRepeat ? this.upToDate(telling, decided.answer as LeaseReceipt) : decided.answer;
    const { territory } = this.stores;
    const receipt = await this.append(decided);
    await territory.reach(receipt.position);
    return territory.derivationVersion === this.derivationVersion ? receipt : this.upToDate(telling, receipt);
  }

  private async append({ allocation, batch }: { allocation: Uuid; batch: StreamBatch }): Promise<LeaseReceipt> {
    const { revision, position } = await this.stores.store.append(batch);
    return { allocation, outcome: outcomeOf(batch.events[0]!.type), revision, position };
  }

  /**
   * Bounds or communes may have been recorded between the decision and its append, by an import that could not see this lease: what
   * they change of it is then recorded as that import would have.
   */
  private upToDate({ actor, correlation }: Telling, receipt: LeaseReceipt): Promise<LeaseReceipt> {
    const { allocation, outcome } = receipt;
    const metadata = { actor: actor.id, role: actor.role, ...correlation };
    return tryAgain(REVISING_ATTEMPTS, async () => {
      const recorded = (await readRecorded(LEASE_HISTORY, [allocation], this.stores)).get(allocation)!;
      const { derivation } = this.stores.territory;
      const batch = planRevision(allocation, recorded, { derivation, metadata });
      return batch ? { ...(await this.append({ allocation, batch })), outcome } : receipt;
    });
  }
}
