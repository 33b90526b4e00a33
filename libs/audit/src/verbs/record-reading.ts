import type { Uuid } from '#kernel';
import type { AuditEvent, NamedList, SealedReading } from '../events';

/** One household that a list is about to name. */
export interface Reading {
  readonly household: Uuid;
  /** Rows that name it. */
  readonly count: number;
  readonly filter: SealedReading['filter'];
  readonly ids: readonly Uuid[];
}

/** An event before it is sealed: `people` is in clear, and goes no further than the vault. */
export interface ReadingEvent extends AuditEvent {
  readonly household: Uuid;
  readonly people: SealedReading;
}

/** Somebody is about to read a list that names households: one event each, so that each is sealed with its own key. */
export function recordReading(command: {
  readonly list: NamedList;
  readonly readings: readonly Reading[];
}): readonly ReadingEvent[] {
  const { list, readings } = command;
  return readings.map(({ household, count, filter, ids }) => ({
    type: 'NamedListRead',
    household,
    data: { list, count },
    people: { filter, ids },
  }));
}
