import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Uuid } from '#kernel';

/** A list or a paper that shows the names or the numbers of households. */
export type NamedList = 'audit-history' | 'offer-letter' | 'refusal-letter' | 'household-criteria' | 'allocations';

/** Why a list of leases is read with names: coded, in clear. */
export const READING_MOTIVES = ['instruction', 'commission', 'relance', 'controle', 'autorite', 'droit_acces'] as const;
export type ReadingMotive = (typeof READING_MOTIVES)[number];

/** The facts of a reading that stay in clear: the list, and how many of its rows named the household. */
export interface ReadingFacts {
  readonly list: NamedList;
  readonly count: number;
  /** Absent where the list itself says why it is read. */
  readonly motive?: ReadingMotive;
}

/** The facts that are sealed with the key of the household that was read about: they can no longer be read once the household is erased. */
export interface SealedReading {
  /** The search, as the actor typed it; for a letter, the candidate to whom it is written; for a list, its parameters. */
  readonly filter: { readonly kind: 'allocation' | 'household' | 'candidate' | 'list'; readonly value: string };
  /** Internal ids of the dossiers that were shown. */
  readonly ids: readonly Uuid[];
}

/** One event for each household that is read about, recorded before anything is shown. No figure reads it. */
export interface AuditEvent {
  readonly type: 'NamedListRead';
  readonly data: ReadingFacts;
}

/** One stream for each day of the territory. */
export const READING_STREAMS = new StreamDefinition<AuditEvent>({
  category: 'named-list-reads',
  types: { NamedListRead: FIRST_VERSION },
});
