import type { Uuid } from '#kernel';
import type { AuditEvent, NamedList, ReadingMotive, SealedReading } from '../events';

/** One household that a list is about to name. */
export interface Reading {
  readonly household: Uuid;
  /** How many rows name the household. */
  readonly count: number;
  readonly filter: SealedReading['filter'];
  readonly ids: readonly Uuid[];
}

/** An event before it is sealed: `people` is in clear, and is given to the vault only. */
export interface ReadingEvent extends AuditEvent {
  readonly household: Uuid;
  readonly people: SealedReading;
}

/** An actor is about to read a list that names households. There is one event for each household, sealed with its own key. */
export function recordReading(command: {
  readonly list: NamedList;
  readonly readings: readonly Reading[];
  readonly motive?: ReadingMotive | undefined;
}): readonly ReadingEvent[] {
  const { list, readings, motive } = command;
  return readings.map(({ household, count, filter, ids }) => ({
    type: 'NamedListRead',
    household,
    data: { list, count, ...(motive !== undefined && { motive }) },
    people: { filter, ids },
  }));
}
