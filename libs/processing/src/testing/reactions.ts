import type { NewEvent, Position, RecordedEvent } from '#event-store';
import type { Instant, Json } from '#kernel';
import type { Effect, ProcessManager, ProcessState } from '../process/process-manager';

/** When each event was recorded. */
export const RECORDED_AT = '2026-01-01T00:00:00.000Z' as Instant;

/** Given these events, when this one comes, then these effects: a process manager by itself, without any store. */
export class Reactions {
  private readonly state = new Map<string, Json>();
  private events = 0;

  constructor(private readonly manager: ProcessManager) {}

  async given(...events: readonly NewEvent[]): Promise<this> {
    for (const event of events) await this.when(event);
    return this;
  }

  async when(event: NewEvent, stream = 'stream'): Promise<readonly Effect[]> {
    this.events += 1;
    if (!this.manager.types.includes(event.type)) return [];
    const position = String(this.events).padStart(4, '0') as Position;
    const metadata = { ...event.metadata, recordedAt: RECORDED_AT };
    const recorded: RecordedEvent = { ...event, stream, revision: this.events - 1, position, metadata };
    const state: ProcessState = {
      get: async <Value>(key: string) => (this.state.get(key) ?? null) as Value | null,
      put: (key, value) => void this.state.set(key, value),
    };
    return this.manager.react(recorded, state);
  }
}
