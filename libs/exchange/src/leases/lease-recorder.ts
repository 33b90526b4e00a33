import { covers, may, type Actor } from '#access';
import type { Lease } from '#allocation';
import type { EventStore } from '#event-store';
import { CodedError, currentCourse, isRefusal, refuse, type Clock, type Refusal } from '#kernel';
import type { Vault } from '#people';
import { ALLOCATIONS } from '../files';
import { doubtsOfLease } from '../importing/semantic-warnings';
import type { CellNotice } from '../reading/fault';
import { JsonRowReader } from '../reading/json-row';
import { LeaseAttempt, type Telling } from './lease-attempt';
import { unknownCodes } from './lease-faults';
import { placeOf } from './lease-place';
import type { LeaseReceipt } from './receipt';
import { RecordedTerritory } from './recorded-territory';
import { isConflict, tryAgain } from './try-again';
import { TurnsByKey } from './turns-by-key';

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

const READER = new JsonRowReader<Lease>(ALLOCATIONS);
/** At each attempt one of those who write of the same lease has its turn: as many processes would have to be at it at once. */
const ATTEMPTS = 10;

/** Records one lease as an import of its row would: the same faults and warnings, the same event under the same id. */
export class LeaseRecorder {
  private readonly territory: RecordedTerritory;
  /** Here those who tell the same lease wait for each other: only other processes are met by surprise. */
  private readonly turns = new TurnsByKey();

  constructor(private readonly stores: LeaseRecorderStores) {
    this.territory = new RecordedTerritory(stores.store);
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed`, `household-erased`, `idempotency-key-reused`.
   * @throws CodedError `lease-conflict` where others wrote of this lease at each attempt
   */
  async record({ fields, requestKey }: ToldLease, actor: Actor): Promise<LeaseReport | Refusal> {
    if (!may(actor, 'record-lease')) return refuse('not-allowed', { right: 'record-lease' });
    const { territory } = this;
    const vault = await this.stores.vault();
    await territory.reachHead();
    const read = READER.read(fields);
    const faults = [...read.faults, ...unknownCodes(read.row, territory)];
    if (!read.valid || faults.length > 0) return { recorded: false, faults, warnings: read.warnings };
    const lease = read.row;
    if (!covers(actor.scope, placeOf(lease, territory))) return refuse('scope-not-allowed');
    const doubts = doubtsOfLease(lease, territory.residence(lease.residence), territory.derivation);
    const told = { row: lease, rowDigest: vault.digest(`${ALLOCATIONS.file}\n${read.cells}`) };
    const request = requestKey === undefined ? undefined : { key: requestKey, at: this.stores.clock.now() };
    const metadata = { actor: actor.id, role: actor.role, ...currentCourse() };
    const receipt = await this.inTurn({ told, actor, request, metadata }, vault);
    return isRefusal(receipt) ? receipt : { recorded: true, warnings: [...read.warnings, ...doubts], receipt };
  }

  private async inTurn(telling: Telling, vault: Vault): Promise<LeaseReceipt | Refusal> {
    const stores = { store: this.stores.store, vault, territory: this.territory };
    try {
      return await this.turns.run(telling.told.row.allocationNumber, () =>
        tryAgain(ATTEMPTS, () => new LeaseAttempt(stores, telling).run()),
      );
    } catch (error) {
      if (!isConflict(error)) throw error;
      throw new CodedError('lease-conflict', 'others wrote of this lease at each attempt', {}, { cause: error });
    }
  }
}
