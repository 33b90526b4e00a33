import { readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import type { Changes, Json, Uuid } from '#kernel';
import type { KeyRing, Vault } from '#people';

/** How the events of a stream say what is known of one lease or one rehousing, part in clear and part under seal. */
export interface SealedHistory<State, Sealed extends object> {
  stream(id: Uuid): string;
  /** The clear facts after one more event. */
  evolve(state: State | undefined, event: RecordedEvent): State;
  /** What an opened box held: all the sealed facts, or changes to them. */
  unpack(box: Json): Sealed | { readonly changes: Changes<Sealed> };
  evolveSealed(sealed: Sealed | undefined, opened: Sealed | { readonly changes: Changes<Sealed> }): Sealed;
}

/** A lease or a rehousing as its events leave it. */
export interface Recorded<State, Sealed> {
  readonly state: State;
  /** Undefined once the household was erased. */
  readonly sealed: Sealed | undefined;
}

/** Reads those streams and opens what they seal, with the keys of all of them loaded at once. */
export async function readRecorded<State, Sealed extends object>(
  history: SealedHistory<State, Sealed>,
  ids: readonly Uuid[],
  { store, vault }: { readonly store: EventStore; readonly vault: Vault },
): Promise<ReadonlyMap<Uuid, Recorded<State, Sealed>>> {
  const histories = new Map<Uuid, readonly RecordedEvent[]>();
  for (const id of ids) histories.set(id, await readWholeStream(store, history.stream(id)));
  const keys = await vault.keysOf([...histories.values()].flatMap(householdsIn));
  return new Map([...histories].map(([id, events]) => [id, recordedAfter(history, events, keys)]));
}

/** The households whose keys open these events. */
export function householdsIn(events: readonly RecordedEvent[]): readonly Uuid[] {
  return events.flatMap(({ people }) => (people ? [people.household] : []));
}

/** @param events of one stream, from the first on: at least one */
export function recordedAfter<State, Sealed extends object>(
  history: SealedHistory<State, Sealed>,
  events: readonly RecordedEvent[],
  keys: KeyRing,
): Recorded<State, Sealed> {
  let state: State | undefined;
  let sealed: Sealed | undefined;
  for (const event of events) {
    state = history.evolve(state, event);
    if (event.people) sealed = sealedAfter(history, sealed, event, keys);
  }
  return { state: state!, sealed };
}

/** Undefined from the first event that no longer opens on: a partly erased history is not guessed at. */
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
