import {
  readWholeStream,
  type DomainEvent,
  type EventStore,
  type RecordedAs,
  type StreamDefinition,
} from '#event-store';
import { canonicalJson, type Decision, type JsonObject } from '#kernel';
import type { CommandHandling, DecidedEvent, Loaded, Targeted } from './handling';
import type { Sent } from './sent';

/** One stream, its state and the decisions of its commands. All of it is pure. Its events seal nothing. */
export interface Aggregate<Command extends object, State, Event extends DomainEvent> {
  readonly events: StreamDefinition<Event>;
  /** The state before the first event. */
  readonly initial: State;
  evolve(state: State, event: RecordedAs<Event>): State;
  /** The id of the stream that the command is about. */
  idOf(command: Command): string;
  decide(command: Command, state: State): Decision<DecidedEvent<Event>>;
}

/** Handles the commands of an aggregate. Each command is decided on the whole stream, folded. */
export function handlingOf<Command extends object, State, Event extends DomainEvent>(
  { events, initial, evolve, idOf, decide }: Aggregate<Command, State, Event>,
  store: EventStore,
): CommandHandling<Command, State, Event> {
  const loadOne = async ({ stream = '' }: Targeted<Command>): Promise<Loaded<State>> => {
    const recorded = await readWholeStream(store, stream);
    const state = recorded.reduce((before, event) => evolve(before, events.read(event)), initial);
    return { stream, revision: recorded.length - 1, state, events: recorded };
  };
  return {
    events,
    conflict: 'recording-conflict',
    needsNoVault: true,
    keyOf: idOf,
    contentOf: (command) => canonicalJson(command as JsonObject),
    streamOf: (command) => events.name(idOf(command)),
    load: async (targets) => {
      const loaded = targets.map(async (target): Promise<[Sent<Command>, Loaded<State>]> => [
        target.sent,
        await loadOne(target),
      ]);
      return new Map(await Promise.all(loaded));
    },
    decide: ({ command }, { state }) => decide(command, state),
  };
}
