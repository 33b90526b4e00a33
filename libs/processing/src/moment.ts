import { START, type EventStore, type Position } from '#event-store';
import type { Instant } from '#kernel';
import type { ReadModel } from '#read-store';
import type { Projection } from './projection';

/** The types of event that a report depends on. */
type Reads = Pick<Projection, 'types'>;

/** The moment of the history that a report shows. */
export interface Moment {
  /** Facts are read as of this position. */
  readonly reading: Position;
  /** The instant that the report prints; null before any event. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/**
 * The newest moment that the model shows: the head of the history where the model lacks no event of its types, else the last event
 * before the first one that it lacks.
 */
export async function newestMoment({ types }: Reads, events: EventStore, model: ReadModel): Promise<Moment> {
  const reading = (await model.checkpoint())?.position ?? START;
  const head = await events.head();
  const [missing] = await events.readAll({ from: reading, types, maxCount: 1 });
  if (!missing || (head && missing.position > head.position)) {
    return { reading, asOf: head?.recordedAt ?? null, position: head?.position ?? null };
  }
  const [last] = await events.readAll({ direction: 'backward', from: missing.position, maxCount: 1 });
  return { reading, asOf: last?.metadata.recordedAt ?? null, position: last?.position ?? null };
}

/** The moment of an instant: what was recorded up to it, but never more than the model shows. */
export async function momentAt(reads: Reads, events: EventStore, model: ReadModel, instant: Instant): Promise<Moment> {
  const newest = await newestMoment(reads, events, model);
  const head = await events.headAt(instant);
  if (!head) return { reading: START, asOf: newest.position === null ? null : instant, position: null };
  const position = newest.position !== null && newest.position < head.position ? newest.position : head.position;
  return { reading: position < newest.reading ? position : newest.reading, asOf: instant, position };
}
