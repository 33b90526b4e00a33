import {
  readWholeStream,
  type DomainEvent,
  type EventStore,
  type RecordedEvent,
  type StreamDefinition,
} from '#event-store';
import { refuse, type Changes, type Decision, type Json, type Uuid } from '#kernel';
import type { KeyRing, Vault, VaultSession } from '#people';
import type { DecidedEvent } from './handling';

/** How the rows of a file about people become events: one stream a row, sealed with the key of the row's household. */
export interface RowKind<
  Row extends { readonly householdNumber: string },
  State extends { readonly revision: number },
  Sealed extends object,
  Event extends DomainEvent,
> extends SealedHistory<State, Sealed> {
  readonly events: StreamDefinition<Event>;
  /** The kind of number that identifies the row. */
  readonly numbers: 'allocation' | 'rehousing';
  numberOf(row: Row): string;
  /** The events that the row adds to what is recorded. */
  decide(row: Row, household: Uuid, recorded: Recorded<State, Sealed> | undefined): Decision<DecidedEvent<Event>>;
}

/** A row, and the keyed digest of its canonical text. */
export interface DigestedRow<Row> {
  readonly row: Row;
  readonly rowDigest: string;
}

/**
 * The events that a row adds to what is recorded, if anything is. The session must have looked up the household's number.
 * Refused: `household-erased`, and the refusals of the kind.
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

/** How to fold the stream of one lease or one rehousing, whose facts are partly in clear and partly sealed. */
export interface SealedHistory<State, Sealed extends object> {
  stream(id: Uuid): string;
  /** The clear facts after one more event; undefined where the stream still tells of no lease or rehousing. */
  evolve(state: State | undefined, event: RecordedEvent): State | undefined;
  /** The content of an opened box: all the sealed facts, or changes to them. */
  unpack(box: Json): Sealed | { readonly changes: Changes<Sealed> };
  evolveSealed(sealed: Sealed | undefined, opened: Sealed | { readonly changes: Changes<Sealed> }): Sealed;
}

/** A lease or a rehousing, folded. */
export interface Recorded<State, Sealed> {
  readonly state: State;
  /** Undefined once the household was erased. */
  readonly sealed: Sealed | undefined;
}

/** Reads these streams and opens their boxes; those that tell of nothing are left out. The keys of all of them are loaded at once. */
export async function readRecorded<State, Sealed extends object>(
  history: SealedHistory<State, Sealed>,
  ids: readonly Uuid[],
  { store, vault }: { readonly store: EventStore; readonly vault: Vault },
): Promise<ReadonlyMap<Uuid, Recorded<State, Sealed>>> {
  const histories = new Map<Uuid, readonly RecordedEvent[]>();
  for (const id of ids) histories.set(id, await readWholeStream(store, history.stream(id)));
  const keys = await vault.keysOf([...histories.values()].flatMap(householdsIn));
  return new Map(
    [...histories].flatMap(([id, events]) => {
      const recorded = recordedAfter(history, events, keys);
      return recorded ? [[id, recorded] as const] : [];
    }),
  );
}

/** The households whose keys open these events. */
export function householdsIn(events: readonly RecordedEvent[]): readonly Uuid[] {
  return events.flatMap(({ people }) => (people ? [people.household] : []));
}

/** Undefined where the stream tells of nothing. @param events of one stream, from the first on */
export function recordedAfter<State, Sealed extends object>(
  history: SealedHistory<State, Sealed>,
  events: readonly RecordedEvent[],
  keys: KeyRing,
): Recorded<State, Sealed> | undefined {
  let state: State | undefined;
  let sealed: Sealed | undefined;
  for (const event of events) {
    state = history.evolve(state, event);
    if (event.people) sealed = sealedAfter(history, sealed, event, keys);
  }
  return state && { state, sealed };
}

/** Undefined from the first box that no longer opens: the facts of a partly erased history are not guessed. */
function sealedAfter<State, Sealed extends object>(
  history: SealedHistory<State, Sealed>,
  sealed: Sealed | undefined,
  event: RecordedEvent,
  keys: KeyRing,
): Sealed | undefined {
  const box = keys.open<Json>(event.people!, event.id);
  if (box === undefined) return undefined;
  const opened = history.unpack(box);
  return 'changes' in opened && !sealed ? undefined : history.evolveSealed(sealed, opened);
}
