import type { DomainEvent, StreamDefinition } from '#event-store';
import { refuse, type Decision, type Uuid } from '#kernel';
import type { VaultSession } from '#people';
import type { DecidedEvent } from './handling';
import type { Recorded, SealedHistory } from './sealed-history';

/** How the rows of a file about people become events: one stream a row, sealed with the key of the row's household. */
export interface RowKind<
  Row extends { readonly householdNumber: string },
  State extends { readonly revision: number },
  Sealed extends object,
  Event extends DomainEvent,
> extends SealedHistory<State, Sealed> {
  readonly events: StreamDefinition<Event>;
  /** What the row's own number identifies. */
  readonly numbers: 'allocation' | 'rehousing';
  numberOf(row: Row): string;
  /** What the row adds to what is recorded. */
  decide(row: Row, household: Uuid, recorded: Recorded<State, Sealed> | undefined): Decision<DecidedEvent<Event>>;
}

/** A row, and the keyed digest of its canonical text. */
export interface DigestedRow<Row> {
  readonly row: Row;
  readonly rowDigest: string;
}

/**
 * What a row adds to what is recorded, where something is. Its household's number is prepared in the session.
 * Refused: `household-erased`, and as the kind decides.
 */
export function decideRow<
  Row extends { readonly householdNumber: string },
  State extends { readonly revision: number },
  Sealed extends object,
  Event extends DomainEvent,
>(
  kind: RowKind<Row, State, Sealed, Event>,
  row: Row,
  recorded: Recorded<State, Sealed> | undefined,
  session: VaultSession,
): Decision<DecidedEvent<Event>> {
  if (recorded && !recorded.sealed) return refuse('household-erased');
  return kind.decide(row, session.household(row.householdNumber), recorded);
}
