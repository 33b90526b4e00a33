import { yieldToEventLoop } from '#concurrency';
import { START, type EventStore, type Position } from '#event-store';
import { isUuid, type Instant, type Uuid } from '#kernel';
import type { KeyRecord, KeysReceiver, MovableKeys } from '#people';
import { closingLine, parsed } from './history-form';
import { keyLine, keysFileCut, keysHeaderLine, KeysWalk, type KeysClosing } from './keys-form';
import { linesOf } from './lines';
import type { Target } from './part-file';
import type { Source } from './source';

const PAGE = 1_000;

/** The type of the event that a household was erased. `data.household` is the household. */
const ERASED = 'HouseholdErased';

/** Writes the keys as they are stored: encrypted with the master key, which is not exported. */
export async function exportKeys(keys: MovableKeys, target: Target, at: Instant): Promise<KeysClosing> {
  const walk = new KeysWalk();
  const header = keysHeaderLine(at);
  walk.take(header);
  await target.write(header);
  let last: KeyRecord | null = null;
  for (let page = await keys.readKeys(last, PAGE); page.length > 0; page = await keys.readKeys(last, PAGE)) {
    const lines = page.map(keyLine);
    for (const line of lines) walk.take(line);
    await target.write(lines.join(''));
    last = page[page.length - 1]!;
    await yieldToEventLoop();
  }
  const closing = walk.summary();
  await target.write(closingLine(closing));
  return closing;
}

/** Reads a file of keys to its end and writes nothing. @throws CodedError `keys-file-unknown`, `keys-file-altered`, `keys-file-cut` */
export async function checkKeysFile(source: Source): Promise<KeysWalk> {
  const walk = new KeysWalk();
  for await (const _page of recordPages(source, walk));
  return walk;
}

/**
 * Adds the keys of a file. The caller must have checked the file with `checkKeysFile`.
 * @returns the number of records added
 * @throws CodedError like `checkKeysFile` and `KeysReceiver.receive`
 */
export async function importKeys(source: Source, receiver: KeysReceiver): Promise<number> {
  let added = 0;
  for await (const page of recordPages(source, new KeysWalk())) added += await receiver.receive(page);
  return added;
}

/**
 * Destroys the keys of every household whose erasure is in the history: keys copied before the erasure must not open
 * anything after it.
 * @returns the number of keys destroyed
 */
export async function destroyErasedKeys(events: EventStore, keys: MovableKeys): Promise<number> {
  let destroyed = 0;
  const read = (from: Position) => events.readAll({ from, types: [ERASED], maxCount: PAGE });
  for (let page = await read(START); page.length > 0; page = await read(page[page.length - 1]!.position)) {
    const households = page.map(({ data }) => data['household']).filter(isHousehold);
    destroyed += await keys.destroyKeys(households);
  }
  return destroyed;
}

async function* recordPages(source: Source, walk: KeysWalk): AsyncGenerator<readonly KeyRecord[]> {
  let page: KeyRecord[] = [];
  for await (const lines of linesOf(source.chunks))
    for (const { text, isWhole } of lines) {
      if (!isWhole && parsed(text) === undefined) break;
      const record = walk.take(text);
      if (record) page.push(record);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
  if (!walk.closing) throw keysFileCut(walk.lines);
  if (page.length > 0) yield page;
}

function isHousehold(value: unknown): value is Uuid {
  return typeof value === 'string' && isUuid(value);
}
