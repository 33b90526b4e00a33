import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Uuid } from '#kernel';

/** A list in which households can be told by name or number. */
export type NamedList = 'audit-history';

/** What stays clear of a reading: which list, and how many rows of it named the household. */
export interface ReadingFacts {
  readonly list: NamedList;
  readonly count: number;
}

/** What is sealed with the key of the household that was read about: it goes when the household is erased. */
export interface SealedReading {
  /** What was searched by, as it was asked. */
  readonly filter: { readonly kind: 'allocation' | 'household'; readonly value: string };
  /** Internal ids of what was shown. */
  readonly ids: readonly Uuid[];
}

/** One a household read about, before it is shown. No figure reads it. */
export interface AuditEvent {
  readonly type: 'NamedListRead';
  readonly data: ReadingFacts;
}

/** One a day of the territory. */
export const READING_STREAMS = new StreamDefinition<AuditEvent>({
  category: 'named-list-reads',
  types: { NamedListRead: FIRST_VERSION },
});
