import type { RecordedEvent } from '#event-store';
import type { Day, Instant, Json, JsonObject } from '#kernel';

/**
 * A command of a process manager. It may be decided long after the event that caused it, so it says exactly what it is about (which offer,
 * which last day), and not only whom: a command that comes too late is then refused.
 */
export interface Command {
  readonly type: string;
  /** Ids, codes and days. The read store keeps them in clear: nothing personal may be here. */
  readonly data: JsonObject;
  /** Codes of the refusals that leave nothing to do: the reason of the command is gone, or somebody else has done the same. */
  readonly settledBy?: readonly string[];
}

/** An instant, or the first instant of a day in the territory's zone, as the zone is when the day comes. */
export type WakeAt = Day | Instant;

/** What follows from an event. */
export type Effect =
  | { readonly kind: 'send'; readonly key: string; readonly command: Command }
  | { readonly kind: 'set-timer'; readonly key: string; readonly wakeAt: WakeAt; readonly command: Command }
  | { readonly kind: 'cancel-timer'; readonly key: string };

/** The command is sent as soon as the event is known. The key names the effect among those of the event, by what it is about. */
export function send(key: string, command: Command): Effect {
  return { kind: 'send', key, command };
}

/** The command is sent at that moment, or at once where it is past. A timer replaces the one of the same key. */
export function setTimer(key: string, wakeAt: WakeAt, command: Command): Effect {
  return { kind: 'set-timer', key, wakeAt, command };
}

export function cancelTimer(key: string): Effect {
  return { kind: 'cancel-timer', key };
}

/** What a process manager knows: values by key, exactly as the events before this one left them. */
export interface ProcessState {
  /** Null where nothing was put. The value belongs to the state: it must not be changed in place. */
  get<Value>(key: string): Promise<Value | null>;
  put(key: string, value: Json): void;
}

/**
 * Reacts to events by commands. Each command is sent once: now, or when a timer wakes. A process manager reads events as a projection
 * does, and knows nothing else: no clock, no other store. The same events always give the same effects.
 */
export interface ProcessManager {
  /** Letters, digits and underscores, as for a read model. It is part of the ids of its commands, so it never changes. */
  readonly name: string;
  /** Raised when what it puts in its state changes: the history is then read again. What was done already is not done again. */
  readonly version: number;
  readonly types: readonly string[];
  /**
   * The effects of the event, in their order. The event and the key identify an effect. So a new version, also one that understands an
   * event that was parked before, must give the same key to an effect that may have been done already.
   * @throws where the event cannot be understood: it is parked, and the next events are read.
   */
  react(event: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> | readonly Effect[];
}
