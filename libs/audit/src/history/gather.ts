import { TimeSlice } from '#concurrency';
import { readWholeStream, type EventStore, type Position, type RecordedEvent } from '#event-store';
import type { ClaimedEvents, DossierSource, NamedStream } from './sources';

const PAGE = 1_000;

/** The events of a dossier up to a position, in the order of the history. */
export async function gather(
  sources: readonly DossierSource[],
  id: string,
  { events, until }: { readonly events: EventStore; readonly until: Position },
): Promise<readonly RecordedEvent[]> {
  const gathered = new Map<Position, RecordedEvent>();
  const add = (found: readonly RecordedEvent[]) => found.forEach((event) => gathered.set(event.position, event));
  for (const { named } of sources.filter(isNamed))
    for (const stream of named.names(id))
      add((await readWholeStream(events, stream)).filter(({ type }) => named.has(type)));
  for (const [source, claimed] of await claimedBy(sources.filter(isClaimed), id, events)) {
    if (source.takes === 'event') add(claimed);
    else
      for (const stream of new Set(claimed.map((event) => event.stream)))
        add(partOf(source, await readWholeStream(events, stream), id));
  }
  return [...gathered.values()]
    .filter(({ position }) => position <= until)
    .sort((a, b) => (a.position < b.position ? -1 : 1));
}

/**
 * Reads the events of those types once, however many sources there are. It asks no read model, so a history shows what was recorded
 * and nothing else.
 */
async function claimedBy(
  sources: readonly ClaimedEvents[],
  id: string,
  events: EventStore,
): Promise<ReadonlyMap<ClaimedEvents, RecordedEvent[]>> {
  const claimed = new Map(sources.map((source) => [source, [] as RecordedEvent[]]));
  const types = [...new Set(sources.flatMap((source) => source.types))];
  const slice = new TimeSlice();
  let from: Position | undefined;
  while (types.length > 0) {
    const page = await events.readAll({ from, types, maxCount: PAGE });
    for (const event of page)
      for (const source of sources)
        if (source.types.includes(event.type) && source.claims(event, id)) claimed.get(source)!.push(event);
    if (page.length < PAGE) break;
    from = page[page.length - 1]!.position;
    if (slice.isOver()) await slice.yield();
  }
  return claimed;
}

function partOf(source: ClaimedEvents, stream: readonly RecordedEvent[], id: string): readonly RecordedEvent[] {
  return source.part ? source.part(stream, id) : stream;
}

function isNamed(source: DossierSource): source is NamedStream {
  return 'named' in source;
}

function isClaimed(source: DossierSource): source is ClaimedEvents {
  return 'claims' in source;
}

/** The items grouped by key; the groups are in the order of their first items. */
export function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
