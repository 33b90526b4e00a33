import { newUuid, type Day } from '#kernel';
import type { NewEvent } from '../event';

/** An event without meaning, for tests of stores. */
export function exampleEvent(overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    id: newUuid(),
    type: 'ExampleRecorded',
    schemaVersion: 1,
    data: { note: 'é', count: 1 },
    metadata: {
      effectiveDay: '2024-02-29' as Day,
      actor: 'tester',
      role: 'system',
      correlationId: 'correlation-1',
      causationId: 'command-1',
    },
    ...overrides,
  };
}

export function exampleEvents(count: number, overrides: Partial<NewEvent> = {}): NewEvent[] {
  return Array.from({ length: count }, (_, index) => exampleEvent({ data: { index }, ...overrides }));
}
