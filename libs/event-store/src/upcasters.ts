import { CodedError, type JsonObject } from '#kernel';

/** Turns the data of one version of an event type into the data of the next version. Pure: it runs at every read. */
export interface Upcaster {
  readonly type: string;
  /** The schema version that it reads. It returns version `from + 1`. */
  readonly from: number;
  readonly upcast: (data: JsonObject) => JsonObject;
}

export interface VersionedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
}

/** Knows how to read every old version of every event type. */
export class Upcasters {
  private readonly steps = new Map<string, Map<number, Upcaster['upcast']>>();

  /** The upcasters of all these definitions. @throws CodedError like the constructor */
  static of(definitions: readonly { readonly upcasters: readonly Upcaster[] }[]): Upcasters {
    return new Upcasters(definitions.flatMap(({ upcasters }) => upcasters));
  }

  /** @throws CodedError `duplicate-upcaster` where two upcasters read the same version */
  constructor(upcasters: readonly Upcaster[]) {
    for (const { type, from, upcast } of upcasters) {
      const versions = this.steps.get(type) ?? new Map<number, Upcaster['upcast']>();
      if (versions.has(from)) throw new CodedError('duplicate-upcaster', `two upcasters read ${type} version ${from}`);
      this.steps.set(type, versions.set(from, upcast));
    }
  }

  /**
   * The event in the newest version of its type. An event that has this version already is returned as the same object.
   */
  upcast<Event extends VersionedEvent>(event: Event): Event {
    // A replay calls this millions of times, and each look-up of a type costs the hash of its text.
    if (this.steps.size === 0) return event;
    const versions = this.steps.get(event.type);
    if (versions === undefined) return event;
    let { schemaVersion, data } = event;
    for (let step = versions.get(schemaVersion); step; step = versions.get(schemaVersion)) {
      data = step(data);
      schemaVersion += 1;
    }
    return schemaVersion === event.schemaVersion ? event : { ...event, schemaVersion, data };
  }
}

/** For readers that need events as they were written: the chain, moving a history, tests of stores. */
export const NO_UPCASTERS = new Upcasters([]);
