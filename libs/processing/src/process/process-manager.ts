import type { RecordedEvent } from '#event-store';
import type { Day, Instant, Json, JsonObject } from '#kernel';

/**
 * A command as a process manager asks for it. It may be decided long after the event that caused it, so it says what it is about (which
 * offer, which last day) and not only whom: what has passed since is then refused.
 */
export interface Command {
  readonly type: string;
  /** Ids, codes and days. The read store keeps it in clear: nothing personal. */
  readonly data: JsonObject;
  /** Codes of the refusals that leave nothing to do: what it was for has passed, or somebody else has done it. */
  readonly settledBy?: readonly string[];
}

/** An instant, or the first instant of a day in the territory's zone, as the zone is when the day comes. */
export type WakeAt = Day | Instant;

/** What follows from an event. */
export type Effect =
  | { readonly kind: 'send'; readonly key: string; readonly command: Command }
  | { readonly kind: 'set-timer'; readonly key: string; readonly wakeAt: WakeAt; readonly command: Command }
  | { readonly kind: 'cancel-timer'; readonly key: string };

/** The command is sent as soon as the event is known. The key says which of the event's effects it is, by what it is about. */
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
  /** Null where nothing was put. The value is the state's own: it is not changed in place. */
  get<Value>(key: string): Promise<Value | null>;
  put(key: string, value: Json): void;
}

/**
 * Reacts to events by commands, each sent once: now, or when a timer wakes. It is fed like a projection, and what it knows is made of
 * the events that it reads and of nothing else: no clock, no other store. The same events give the same effects, always.
 */
export interface ProcessManager {
  /** As a read model is named: letters, digits and underscores. It is part of the ids of its commands, so it never changes. */
  readonly name: string;
  /** Raised when what it puts in its state changes: the history is then read again. What was done already is not done again. */
  readonly version: number;
  readonly types: readonly string[];
  /**
   * What follows from the event, in this order. An effect is known by the event and its key: a new version, or one that understands an
   * event that was parked, gives what may have been done already the same keys.
   * @throws where the event cannot be understood: it is parked, and the rest goes on.
   */
  react(event: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> | readonly Effect[];
}
