import type { Actor } from '#access';
import { isWrongRevision, type EventStore, type NewEvent } from '#event-store';
import { dayAt, isCodedError, newUuid, refuse, type Clock, type Day, type JsonObject, type Refusal } from '#kernel';
import type { Vault } from '#people';
import { readingsStream, type NamedList } from '../events';
import { recordReading, type Reading, type ReadingEvent } from '../verbs/record-reading';

/** Others may record a reading at the same moment: each then goes after the other. */
const ATTEMPTS = 20;

export interface ReadingStores {
  readonly events: EventStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Records who reads about whom, before it is shown. */
export class NamedListReads {
  constructor(private readonly stores: ReadingStores) {}

  /**
   * Resolves once the readings are durable. Refused: `reading-not-recorded` where this process only reads the store; nothing
   * named may then be shown. @throws CodedError as the store does
   */
  async record(list: NamedList, readings: readonly Reading[], actor: Actor): Promise<Refusal | undefined> {
    if (readings.length === 0) return undefined;
    try {
      await this.append(recordReading({ list, readings }), actor);
      return undefined;
    } catch (error) {
      if (isCodedError(error, 'store-read-only')) return refuse('reading-not-recorded');
      throw error;
    }
  }

  private async append(decided: readonly ReadingEvent[], actor: Actor): Promise<void> {
    const { events, clock } = this.stores;
    const day = dayAt(clock.now());
    const stream = readingsStream(day);
    const sealed = await this.sealed(decided, actor, day);
    for (let attempt = 1; ; attempt++) {
      const [last] = await events.readStream(stream, { direction: 'backward', maxCount: 1 });
      try {
        await events.append({ stream, expected: last?.revision ?? 'none', events: sealed });
        return;
      } catch (error) {
        if (!isWrongRevision(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async sealed(decided: readonly ReadingEvent[], actor: Actor, day: Day): Promise<NewEvent[]> {
    const correlation = newUuid();
    const metadata = {
      effectiveDay: day,
      actor: actor.id,
      role: actor.role,
      correlationId: correlation,
      causationId: correlation,
    };
    const keys = await this.stores.vault.keysOf(decided.map(({ household }) => household));
    const events: NewEvent[] = [];
    for (const { type, household, data, people } of decided) {
      const id = newUuid();
      const box = keys.seal(household, id, people as unknown as JsonObject);
      events.push({ id, type, schemaVersion: 1, data: data as unknown as JsonObject, people: box, metadata });
    }
    return events;
  }
}
