import type { EventStore, RecordedEvent } from '#event-store';
import { isCodedError, isUuid, type Uuid } from '#kernel';
import type { KeyRing, Vault } from '#people';
import { ACCOUNT_STREAMS, type SealedPerson } from '../events';

/** The address and the name of each account, as far as they can be opened: the last ones that were said. */
export async function personsIn(
  events: readonly RecordedEvent[],
  vault: () => Promise<Vault>,
): Promise<ReadonlyMap<Uuid, SealedPerson>> {
  const sealed = events.filter(({ people }) => people !== undefined);
  if (sealed.length === 0) return new Map();
  const keys = await (await vault()).keysOf(sealed.map(({ people }) => people!.household));
  const persons = new Map<Uuid, SealedPerson>();
  for (const event of sealed) {
    const person = personIn(event, keys);
    if (person) persons.set(event.people!.household, person);
  }
  return persons;
}

function personIn({ id, people }: RecordedEvent, keys: KeyRing): SealedPerson | undefined {
  try {
    return keys.open<SealedPerson & Record<string, string | null>>(people!, id);
  } catch (error) {
    if (isCodedError(error, 'box-altered')) return undefined;
    throw error;
  }
}

/** The names of actors that signed in, by the id of the actor. The others have none. */
export async function namesOfPersons(
  actors: Iterable<string>,
  { store, vault }: { readonly store: EventStore; readonly vault: () => Promise<Vault> },
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors)].filter((id): id is Uuid => isUuid(id));
  const streams = await Promise.all(ids.map((id) => store.readStream(ACCOUNT_STREAMS.name(id), { maxCount: 100 })));
  const persons = await personsIn(streams.flat(), vault);
  return new Map([...persons].map(([id, { name, email }]) => [id, name ?? email]));
}
