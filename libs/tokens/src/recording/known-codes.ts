import { recordsOf, type EventStore } from '#event-store';
import { COMMUNE_STREAMS, HOLDER_STREAMS, LANDLORD_STREAMS } from '#territory';
import type { KnownCodes } from '../verbs/issue-token';

/** The codes that a scope can be made of, as they are recorded now. */
export async function knownCodes(store: EventStore): Promise<KnownCodes> {
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
