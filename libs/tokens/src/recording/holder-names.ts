import { namesOfPersons } from '#accounts';
import type { EventStore, RecordedEvent } from '#event-store';
import { isCodedError, isUuid, type Uuid } from '#kernel';
import type { KeyRing, Vault } from '#people';
import { TOKEN_STREAMS, type SealedHolder } from '../events';

/** The names of who holds these tokens, by the id of the token, as far as they can be opened. */
export async function namesIn(
  issued: readonly RecordedEvent[],
  vault: () => Promise<Vault>,
): Promise<ReadonlyMap<string, string>> {
  const named = issued.filter(({ people }) => people !== undefined);
  if (named.length === 0) return new Map();
  const keys = await (await vault()).keysOf(named.map(({ people }) => people!.household));
  return new Map(named.flatMap((event) => nameIn(event, keys)));
}

function nameIn({ id, people }: RecordedEvent, keys: KeyRing): readonly (readonly [string, string])[] {
  try {
    const holder = keys.open<SealedHolder & Record<string, string>>(people!, id);
    return holder ? [[people!.household, holder.name]] : [];
  } catch (error) {
    if (isCodedError(error, 'box-altered')) return [];
    throw error;
  }
}

/** The names of actors that came in with a token or signed in, by the id of the actor. The others have none. */
export async function namesOfActors(
  actors: Iterable<string>,
  stores: { readonly store: EventStore; readonly vault: () => Promise<Vault> },
): Promise<ReadonlyMap<string, string>> {
  const { store, vault } = stores;
  const ids = [...new Set(actors)].filter((id): id is Uuid => isUuid(id));
  const first = await Promise.all(ids.map((id) => store.readStream(TOKEN_STREAMS.name(id), { maxCount: 1 })));
  const [holders, persons] = await Promise.all([namesIn(first.flat(), vault), namesOfPersons(ids, stores)]);
  return new Map([...holders, ...persons]);
}
