import type { Day, Decision, Json } from '#kernel';
import type { Uuid } from '#kernel';
import type { Recorded, SealedHistory } from './history';

/** An event before it is sealed: `people` is in clear, and goes no further than the vault. */
export interface PeopleEvent {
  readonly type: string;
  readonly data: object;
  readonly people: Json;
}

/** How the rows of a file about people become events: one stream a row, sealed with the key of the row's household. */
export interface PeopleKind<
  Row extends { readonly householdNumber: string },
  State extends { readonly revision: number },
  Sealed extends object,
> extends SealedHistory<State, Sealed> {
  /** What the row's own number identifies. */
  readonly numbers: 'allocation' | 'rehousing';
  numberOf(row: Row): string;
  /** The day on which what the row tells happened. */
  effectiveDay(row: Row): Day | undefined;
  /** What the row adds to what is recorded: one event, or nothing. */
  decide(row: Row, household: Uuid, recorded: Recorded<State, Sealed> | undefined): Decision<PeopleEvent>;
}
