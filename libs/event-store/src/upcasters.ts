import { CodedError, type JsonObject } from '#kernel';

/** How the data of one version of an event type becomes that of the next version. Pure: it is applied at every read. */
export interface Upcaster {
  readonly type: string;
  /** The schema version it reads; it gives `from + 1`. */
  readonly from: number;
  readonly upcast: (data: JsonObject) => JsonObject;
}

export interface VersionedData {
  readonly schemaVersion: number;
  readonly data: JsonObject;
}

/** Knows how every old version of every event type is read today. */
export class Upcasters {
  private readonly steps = new Map<string, Map<number, Upcaster['upcast']>>();

  /** @throws CodedError `duplicate-upcaster` where two of them read the same version */
  constructor(upcasters: readonly Upcaster[] = []) {
    for (const { type, from, upcast } of upcasters) {
      const versions = this.steps.get(type) ?? new Map<number, Upcaster['upcast']>();
      if (versions.has(from)) throw new CodedError('duplicate-upcaster', `two upcasters read ${type} version ${from}`);
      this.steps.set(type, versions.set(from, upcast));
    }
  }

  /** The data in the newest version that the registered steps lead to. */
  upcast(type: string, recorded: VersionedData): VersionedData {
    const versions = this.steps.get(type);
    if (!versions) return recorded;
    let { schemaVersion, data } = recorded;
    for (let step = versions.get(schemaVersion); step; step = versions.get(schemaVersion)) {
      data = step(data);
      schemaVersion += 1;
    }
    return { schemaVersion, data };
  }
}
