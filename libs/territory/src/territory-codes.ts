import { recordsOf, type EventStore } from '#event-store';
import type { ScopeKind } from '#access';
import { COMMUNE_STREAMS, HOLDER_STREAMS, LANDLORD_STREAMS } from './events';

/** The codes of the territory, by kind. */
export type TerritoryCodes = Readonly<Record<ScopeKind, ReadonlySet<string>>>;

/** The codes that a scope can be made of, as they are recorded now. */
export async function territoryCodes(store: EventStore): Promise<TerritoryCodes> {
  const [landlords, holders, communes] = await Promise.all([
    recordsOf(store, LANDLORD_STREAMS),
    recordsOf(store, HOLDER_STREAMS),
    recordsOf(store, COMMUNE_STREAMS),
  ]);
  return { landlord: codesOf(landlords), holder: codesOf(holders), commune: codesOf(communes) };
}

function codesOf(records: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ code }) => code));
}
