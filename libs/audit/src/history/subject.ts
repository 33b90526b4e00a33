import { ALLOCATION_STREAMS } from '#allocation';
import type { EventStore, StreamDefinition } from '#event-store';
import { isUuid, refuse, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { RESIDENCE_STREAMS } from '#territory';

/** The dossier as a person names it: by its number, code or internal id. */
export interface AskedSubject {
  readonly kind: SubjectKind;
  readonly value: string;
}

export const SUBJECT_KINDS = ['allocation', 'residence', 'household'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The dossier that was found. Answers contain internal ids and codes of residences, never numbers. */
export type Subject =
  | { readonly kind: 'allocation' | 'household'; readonly id: Uuid }
  | { readonly kind: 'residence'; readonly id: string };

export interface SubjectSources {
  readonly events: EventStore;
  /** Needed to search by a number; undefined where the actor may not search by a number. */
  readonly vault?: () => Promise<Vault>;
}

/**
 * Finds the dossier. The text is first looked up in the keyed index of numbers; if it is not there and has the form of an internal
 * id, it is taken as an internal id. Refused: `unknown-allocation`, `unknown-residence`, `unknown-household`.
 */
export async function findSubject({ kind, value }: AskedSubject, sources: SubjectSources): Promise<Subject | Refusal> {
  const unknown = refuse(`unknown-${kind}`);
  if (kind === 'residence') return (await begins(RESIDENCE_STREAMS, value, sources)) ? { kind, id: value } : unknown;
  const vault = await sources.vault?.();
  const found = await vault?.find(kind, value);
  const id = found ?? (isUuid(value) ? value : undefined);
  if (id === undefined) return unknown;
  // A household has no stream of its own: only the events about it show whether it exists.
  if (kind === 'household') return { kind, id };
  return (await begins(ALLOCATION_STREAMS, id, sources)) ? { kind, id } : unknown;
}

/**
 * Whether the stream exists and its first event has a type of the definition. The type must be checked: before ids were escaped, a code
 * could look like the end of another stream's name.
 */
async function begins(streams: StreamDefinition, id: string, { events }: SubjectSources): Promise<boolean> {
  for (const stream of streams.names(id)) {
    const [first] = await events.readStream(stream, { maxCount: 1 });
    if (first && streams.has(first.type)) return true;
  }
  return false;
}
