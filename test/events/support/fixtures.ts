import { join } from 'node:path';
import type { NewEvent, Position, StreamDefinition } from '#event-store';
import { eventFixtures, type EventFixture } from '#event-store/testing';
import type { Instant, Json, JsonObject } from '#kernel';

/** An event as a store of some version held it. */
export interface RecordedFixture extends EventFixture, Omit<NewEvent, 'metadata'> {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly metadata: NewEvent['metadata'] & { readonly recordedAt: Instant };
  /** What its box held. */
  readonly sealed?: Json;
  /** Of a version that is not the newest: what its data is read as today. */
  readonly readAs?: JsonObject;
}

/** In the order of the history that they come from. */
export const FIXTURES: readonly RecordedFixture[] = eventFixtures<RecordedFixture>(join(__dirname, '../fixtures')).sort(
  (a, b) => (orderOf(a) < orderOf(b) ? -1 : 1),
);

function orderOf({ metadata, position }: RecordedFixture): string {
  return `${metadata.recordedAt} ${position}`;
}

type Versioned = Pick<RecordedFixture, 'type' | 'schemaVersion' | 'readAs'>;

/** What is wrong with a set of fixtures: versions without one, and those that no definition knows. */
export function faultsOf(definitions: readonly StreamDefinition[], fixtures: readonly Versioned[]): readonly string[] {
  const found = new Set(fixtures.map(nameOf));
  const known = new Map(definitions.flatMap((all) => all.types.map((type) => [type, all.versionOf(type)] as const)));
  const missing = [...known].flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, index) => nameOf({ type, schemaVersion: index + 1 })).filter(
      (name) => !found.has(name),
    ),
  );
  const unknown = fixtures.filter(({ type, schemaVersion }) => schemaVersion > (known.get(type) ?? 0));
  const unread = fixtures.filter((one) => one.schemaVersion < (known.get(one.type) ?? 0) && !one.readAs);
  return [
    ...missing.map((name) => `${name} has no fixture`),
    ...unknown.map((one) => `${nameOf(one)} is of no definition`),
    ...unread.map((one) => `${nameOf(one)} does not say what it is read as`),
  ];
}

function nameOf({ type, schemaVersion }: Pick<Versioned, 'type' | 'schemaVersion'>): string {
  return `${type} ${schemaVersion}`;
}
