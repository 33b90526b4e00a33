import { ALLOCATION_STREAMS } from '#allocation';
import type { EventStore, StreamDefinition } from '#event-store';
import { isUuid, refuse, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { RESIDENCE_STREAMS } from '#territory';

/** What a history is asked of, as a person names it: by its number, code or internal id. */
export interface AskedSubject {
  readonly kind: SubjectKind;
  readonly value: string;
}

export const SUBJECT_KINDS = ['allocation', 'residence', 'household'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a history is of: internal ids and residences' codes stand in answers, numbers never. */
export type Subject =
  | { readonly kind: 'allocation' | 'household'; readonly id: Uuid }
  | { readonly kind: 'residence'; readonly id: string };

export interface SubjectSources {
  readonly events: EventStore;
  /** Asked for a number alone: undefined where the actor may not search by one. */
  readonly vault?: () => Promise<Vault>;
}

/**
 * Finds what is asked. A number is looked up in the keyed index; a text that is none, and has the form of an internal id, is
 * taken for one. Refused: `unknown-allocation`, `unknown-residence`, `unknown-household`.
 */
export async function findSubject({ kind, value }: AskedSubject, sources: SubjectSources): Promise<Subject | Refusal> {
  const unknown = refuse(`unknown-${kind}`);
  if (kind === 'residence') return (await begins(RESIDENCE_STREAMS, value, sources)) ? { kind, id: value } : unknown;
  const vault = await sources.vault?.();
  const found = await vault?.find(kind, value);
  const id = found ?? (isUuid(value) ? value : undefined);
  if (id === undefined) return unknown;
  // A household has no stream of its own: it is known by the events that are of it.
  if (kind === 'household') return { kind, id };
  return (await begins(ALLOCATION_STREAMS, id, sources)) ? { kind, id } : unknown;
}

/** Whether there is such a stream, and of such a thing: before ids were escaped, a code could look like the rest of another stream's name. */
async function begins(streams: StreamDefinition, id: string, { events }: SubjectSources): Promise<boolean> {
  for (const stream of streams.names(id)) {
    const [first] = await events.readStream(stream, { maxCount: 1 });
    if (first && streams.has(first.type)) return true;
  }
  return false;
}
