import type { DecidedEvent, Loaded, Receipt, Sent, Targeted } from '#deciding';
import { partsOfRowId, type DomainEvent, type StreamDefinition } from '#event-store';
import { isRefusal, type Day, type Decision, type Refusal } from '#kernel';

/*
 * What notes and lists share. Each of their streams holds one row, of one residence or landlord and one day. Its first event records the
 * row, and later events correct it.
 */

/** The day of the row, which is part of the stream's name. */
export function dayOf(streams: StreamDefinition, stream: string): Day {
  return partsOfRowId(streams.idOf(stream)).row as Day;
}

/** Loads each command by itself. */
export function loadEach<Command, State>(
  targets: readonly Targeted<Command>[],
  loadOne: (sent: Sent<Command>, stream: string) => Loaded<State> | Refusal,
): ReadonlyMap<Sent<Command>, Loaded<State> | Refusal> {
  return new Map(targets.map(({ sent, stream = '' }) => [sent, loadOne(sent, stream)]));
}

/** The decision, with the day of the row as the effective day of its events. */
export function effectiveOn<Event extends DomainEvent>(
  effectiveDay: Day,
  decision: Decision<Event>,
): Decision<DecidedEvent<Event>> {
  return isRefusal(decision) ? decision : decision.map((event) => ({ ...event, effectiveDay }));
}

export type RecordingOutcome = 'recorded' | 'corrected' | 'unchanged';

/** What a command did to the row of its stream. */
export function outcomeOf({ types, revision }: Receipt): RecordingOutcome {
  if (types.length === 0) return 'unchanged';
  return revision - types.length < 0 ? 'recorded' : 'corrected';
}
