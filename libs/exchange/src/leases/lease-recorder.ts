import { covers, may, type Actor } from '#access';
import type { Lease } from '#allocation';
import { publicsOf, type RecordedConvention } from '#convention';
import type { EventStore } from '#event-store';
import {
  activeCorrelation,
  currentCorrelation,
  isRefusal,
  refuse,
  type Clock,
  type Correlation,
  type Refusal,
} from '#kernel';
import type { Vault } from '#people';
import { ALLOCATIONS, allocationsFile } from '../files';
import { doubtsOfCategory, doubtsOfLease } from '../importing/semantic-warnings';
import type { CellNotice } from '../reading/fault';
import { JsonRowReader } from '../reading/json-row';
import { unknownCodes } from './lease-faults';
import { placeOf } from './lease-place';
import { tellLeases } from './lease-round';
import type { LeaseReceipt } from './receipt';
import { RecordedTerritory } from './recorded-territory';
import { Rounds } from './rounds';
import type { LeaseAnswer, Telling } from './telling';

export interface LeaseRecorderStores {
  readonly store: EventStore;
  /** Opened once, when it is first needed. */
  readonly vault: () => Promise<Vault>;
  readonly clock: Clock;
}

/** A lease as it is told: the columns of attributions.csv, by their names. */
export interface ToldLease {
  readonly fields: Readonly<Record<string, unknown>>;
  /** By which whoever tells it may tell it again. */
  readonly requestKey?: string;
}

/** What was wrong, and then nothing was written; or what it came to. */
export type LeaseReport = { readonly warnings: readonly CellNotice[] } & (
  | { readonly recorded: false; readonly faults: readonly CellNotice[] }
  | { readonly recorded: true; readonly receipt: LeaseReceipt }
);

/** Records one lease as an import of its row would: the same faults and warnings, the same event under the same id. */
export class LeaseRecorder {
  private readonly territory: RecordedTerritory;
  /** Here those who tell the same lease wait for each other: only other processes are met by surprise. */
  private reader: { readonly convention: RecordedConvention | null; readonly rows: JsonRowReader<Lease> };
  private readonly rounds: Rounds<Telling, LeaseAnswer>;

  constructor(private readonly stores: LeaseRecorderStores) {
    const territory = new RecordedTerritory(stores.store);
    this.territory = territory;
    this.reader = { convention: null, rows: new JsonRowReader<Lease>(ALLOCATIONS) };
    this.rounds = new Rounds(
      ({ told }) => told.row.allocationNumber,
      async (tellings) => tellLeases(tellings, { store: stores.store, vault: await stores.vault(), territory }),
    );
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed`, `household-erased`, `idempotency-key-reused`.
   * @throws CodedError `lease-conflict` where others wrote of this lease at each attempt
   */
  async record(
    { fields, requestKey }: ToldLease,
    actor: Actor,
    correlation?: Correlation,
  ): Promise<LeaseReport | Refusal> {
    if (!may(actor, 'record-lease')) return refuse('not-allowed', { right: 'record-lease' });
    const { territory } = this;
    const vault = await this.stores.vault();
    await territory.reachHead();
    const read = this.rows().read(fields);
    const faults = [...read.faults, ...unknownCodes(read.row, territory)];
    if (!read.valid || faults.length > 0) return { recorded: false, faults, warnings: read.warnings };
    const lease = read.row;
    if (!covers(actor.scope, placeOf(lease, territory))) return refuse('scope-not-allowed');
    const doubts = [
      ...doubtsOfLease(lease, territory.residence(lease.residence), territory.derivation),
      ...doubtsOfCategory(lease, territory.convention),
    ];
    const told = { row: lease, rowDigest: vault.digest(`${ALLOCATIONS.file}\n${read.cells}`) };
    const request = requestKey === undefined ? undefined : { key: requestKey, at: this.stores.clock.now() };
    const receipt = await this.rounds.ask({
      told,
      actor,
      request,
      correlation: currentCorrelation(correlation),
      within: activeCorrelation(),
    });
    return isRefusal(receipt) ? receipt : { recorded: true, warnings: [...read.warnings, ...doubts], receipt };
  }

  /** What reads a lease's columns, those of the convention's publics included: made anew where the convention is another. */
  private rows(): JsonRowReader<Lease> {
    const { convention } = this.territory;
    if (convention !== this.reader.convention)
      this.reader = { convention, rows: new JsonRowReader(allocationsFile(publicsOf(convention))) };
    return this.reader.rows;
  }
}
