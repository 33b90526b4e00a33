import type { Actor } from '#access';
import type { Lease } from '#allocation';
import type { EventStore } from '#event-store';
import type { Correlation, Refusal } from '#kernel';
import type { RequestKey, Vault } from '#people';
import type { DigestedRow } from '../people-rows/plan-rows';
import type { LeaseReceipt } from './receipt';
import type { RecordedTerritory } from './recorded-territory';

/** One telling of a lease, once it was read and holds. */
export interface Telling {
  readonly told: DigestedRow<Lease>;
  readonly actor: Actor;
  readonly request: RequestKey | undefined;
  readonly correlation: Correlation;
  /** The correlation that whoever tells it is in, where it is traced. */
  readonly within: Correlation | undefined;
}

/** Refused: `scope-not-allowed`, `household-erased`, `idempotency-key-reused`. */
export type LeaseAnswer = LeaseReceipt | Refusal;

/** What tellings are held against and written to. */
export interface LeaseStores {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly territory: RecordedTerritory;
}
