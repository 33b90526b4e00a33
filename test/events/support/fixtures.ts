import { join } from 'node:path';
import type { NewEvent, Position, StreamDefinition } from '#event-store';
import { eventFixtures, type EventFixture } from '#event-store/testing';
import type { Instant, Json, JsonObject } from '#kernel';

/** An event as a store of some version stored it. */
export interface RecordedFixture extends EventFixture, Omit<NewEvent, 'metadata'> {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly metadata: NewEvent['metadata'] & { readonly recordedAt: Instant };
  /** The content of its box. */
  readonly sealed?: Json;
  /** For a version that is not the newest: its data as it is read today. */
  readonly readAs?: JsonObject;
}

/** The fixtures in the order of the history that they come from. */
export const FIXTURES: readonly RecordedFixture[] = eventFixtures<RecordedFixture>(join(__dirname, '../fixtures')).sort(
  (a, b) => (orderOf(a) < orderOf(b) ? -1 : 1),
);

function orderOf({ metadata, position }: RecordedFixture): string {
  return `${metadata.recordedAt} ${position}`;
}

type Versioned = Pick<RecordedFixture, 'type' | 'schemaVersion' | 'readAs'>;

/** The faults of a set of fixtures: versions without a fixture, and fixtures that no definition knows. */
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
    ...unknown.map((one) => `${nameOf(one)} has no definition`),
    ...unread.map((one) => `${nameOf(one)} lacks readAs`),
  ];
}

function nameOf({ type, schemaVersion }: Pick<Versioned, 'type' | 'schemaVersion'>): string {
  return `${type} ${schemaVersion}`;
}
