import type { DomainEvent, NewEvent, StreamDefinition } from '#event-store';
import { uuidV5, type Uuid } from '#kernel';
import type { KeyRing } from '#people';
import type { DecidedEvent } from './handling';

/** How the events of one decision are stored. */
export interface Storing<Event extends DomainEvent> {
  readonly events: StreamDefinition<Event>;
  /** Seals facts with the household's key. */
  seal: KeyRing['seal'];
  readonly metadata: NewEvent['metadata'];
  idOf(index: number): Uuid;
}

/** All the events of a decision in their order, sealed. @throws CodedError `household-erased` */
export function storedEvents<Event extends DomainEvent>(
  decided: readonly DecidedEvent<Event>[],
  { events, seal, metadata, idOf }: Storing<Event>,
): readonly NewEvent[] {
  return decided.map((event, index) => {
    const { people, effectiveDay } = event;
    const id = idOf(index);
    return events.write(event, {
      id,
      ...(people && { people: seal(people.household, id, people.facts) }),
      metadata: { ...metadata, ...(effectiveDay !== undefined && { effectiveDay }) },
    });
  });
}

/**
 * The id of an event that records a row of a file. The same row at the same revision gives the same event, however often the file is
 * imported, and also where the row comes over HTTP.
 */
export function rowEventId(stream: string, revision: number, rowDigest: string): Uuid {
  return uuidV5(`${stream}|${revision}|${rowDigest}`);
}

/** The id of an event that a command records. */
export function commandEventId(command: Uuid, index: number): Uuid {
  return index === 0 ? command : uuidV5(`${command}|${index}`);
}
