import { CodedError, type JsonObject } from '#kernel';

/** How the data of one version of an event type becomes that of the next version. Pure: it is applied at every read. */
export interface Upcaster {
  readonly type: string;
  /** The schema version it reads; it gives `from + 1`. */
  readonly from: number;
  readonly upcast: (data: JsonObject) => JsonObject;
}

export interface VersionedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
}

/** Knows how every old version of every event type is read today. */
export class Upcasters {
  private readonly steps = new Map<string, Map<number, Upcaster['upcast']>>();

  /** Those of all these definitions. @throws CodedError as the constructor */
  static of(definitions: readonly { readonly upcasters: readonly Upcaster[] }[]): Upcasters {
    return new Upcasters(definitions.flatMap(({ upcasters }) => upcasters));
  }

  /** @throws CodedError `duplicate-upcaster` where two of them read the same version */
  constructor(upcasters: readonly Upcaster[]) {
    for (const { type, from, upcast } of upcasters) {
      const versions = this.steps.get(type) ?? new Map<number, Upcaster['upcast']>();
      if (versions.has(from)) throw new CodedError('duplicate-upcaster', `two upcasters read ${type} version ${from}`);
      this.steps.set(type, versions.set(from, upcast));
    }
  }

  /** The event in the newest version of its type; the same object where it stands in it already. */
  upcast<Event extends VersionedEvent>(event: Event): Event {
    // A replay asks millions of times: looking up a type that was just read costs the hash of its text.
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

/** For whoever reads events as they were written: the chain, a history that moves, tests of stores. */
export const NO_UPCASTERS = new Upcasters([]);
