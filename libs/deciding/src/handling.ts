import type { DomainEvent, NewEvent, Position, RecordedEvent, StreamDefinition } from '#event-store';
import type { Day, Decision, Json, Refusal, Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';
import type { Sent } from './sent';

/** An event of a decision, before it is sealed and stored. */
export type DecidedEvent<Event extends DomainEvent> = Event & {
  /** The day in the world on which the fact holds. */
  readonly effectiveDay?: Day | undefined;
  /** What is sealed, and with whose key. It is in clear, and goes no further than the vault. */
  readonly people?: { readonly household: Uuid; readonly facts: Json } | undefined;
};

/** Where the stream of a command stands, and what it says. */
export interface Loaded<State> {
  readonly stream: string;
  /** Of its last event; -1 where it has none. */
  readonly revision: number;
  readonly state: State;
  /** The whole stream, where it was read. */
  readonly events?: readonly RecordedEvent[];
  /** Keys of households that are known by their ids: those of numbers are in the session. */
  readonly keys?: KeyRing;
}

/** A command with the stream that it is about; none where the stream has no name yet. */
export interface Targeted<Command> {
  readonly sent: Sent<Command>;
  readonly stream: string | undefined;
}

/** What a command came to: its stream as it stood afterwards. */
export interface Receipt {
  readonly stream: string;
  /** The types of the events that it wrote; none where nothing was to be said. */
  readonly types: readonly string[];
  /** Of the last event of the stream; -1 where it has none. */
  readonly revision: number;
  readonly position: Position;
}

/** How the pipeline handles the commands of one kind. Everything but `decide` has to do with where things stand. */
export interface CommandHandling<Command, State, Event extends DomainEvent> {
  readonly events: StreamDefinition<Event>;
  /** The code of the error where others wrote at each attempt. */
  readonly conflict: string;
  /** True where the events seal nothing: the vault is then opened only for a command that bears an idempotency key. */
  readonly needsNoVault?: true;
  /** Commands of the same key are decided one after the other. Others may share each reading and each durable write. */
  keyOf(command: Command): string;
  /** All that the command says, as text: the same for the same command alone. */
  contentOf(command: Command): string;
  /** What it needs of the vault. */
  wanted?(command: Command): Wanted;
  /** The name of its stream; undefined where it bears a number that is not known yet. */
  streamOf(command: Command, session: VaultSession): string | undefined;
  /** Reads what the commands are decided on. A refusal is the answer. */
  load(
    targets: readonly Targeted<Command>[],
    session: VaultSession,
  ): Promise<ReadonlyMap<Sent<Command>, Loaded<State> | Refusal>>;
  /** A refusal that comes before all others: who may not see the stream is not told what is in it. */
  forbids?(sent: Sent<Command>, loaded: Loaded<State>): Refusal | undefined;
  /** Takes numbers ahead of the decision, of a command that is certain to write. They become durable while it is decided. */
  reserve?(command: Command, session: VaultSession): void;
  /** Pure: the events that follow, none where nothing is to be said, or why not. */
  decide(sent: Sent<Command>, loaded: Loaded<State>, session: VaultSession): Decision<DecidedEvent<Event>>;
  /** The id of an event; by default it derives from the request's key, else it is new. */
  eventIdOf?(sent: Sent<Command>, loaded: Loaded<State>, index: number): Uuid;
  /** More metadata of each event. */
  metadataOf?(sent: Sent<Command>): Partial<NewEvent['metadata']>;
  /** Whether the event is the first that the command wrote, when it was sent before. By default: by its id. */
  wrote?(sent: Sent<Command>, event: RecordedEvent): boolean;
  /** What remains to be done once the events are recorded, now or when the command was sent before. */
  settle?(sent: Sent<Command>, receipt: Receipt, loaded: Loaded<State>): Promise<Receipt>;
}
