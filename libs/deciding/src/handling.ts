import type { DomainEvent, NewEvent, Position, RecordedEvent, StreamDefinition } from '#event-store';
import type { Day, Decision, Json, Refusal, Uuid } from '#kernel';
import type { KeyRing, VaultSession, Wanted } from '#people';
import type { Sent } from './sent';

/** An event of a decision, before it is sealed and stored. */
export type DecidedEvent<Event extends DomainEvent> = Event & {
  /** The day in the world from which the fact holds. */
  readonly effectiveDay?: Day | undefined;
  /** Facts to seal, and the household whose key seals them. They are in clear here, and go no further than the vault. */
  readonly people?: { readonly household: Uuid; readonly facts: Json } | undefined;
};

/** The stream of a command, as it was loaded. */
export interface Loaded<State> {
  readonly stream: string;
  /** The revision of its last event; -1 where it has none. */
  readonly revision: number;
  readonly state: State;
  /** The whole stream, where it was read. */
  readonly events?: readonly RecordedEvent[];
  /** Keys of households that were looked up by id. Keys that were looked up by number are in the session. */
  readonly keys?: KeyRing;
}

/** A command with the stream that it is about; none where the stream has no name yet. */
export interface Targeted<Command> {
  readonly sent: Sent<Command>;
  readonly stream: string | undefined;
  /** 0 at first. A later attempt follows one that met the write of another process: what was known before it is too old. */
  readonly attempt: number;
}

/** The result of a command: what it wrote, and how its stream stood afterwards. */
export interface Receipt {
  readonly stream: string;
  /** The types of the events that it wrote; none where it changed nothing. */
  readonly types: readonly string[];
  /** The revision of the stream's last event; -1 where it has none. */
  readonly revision: number;
  readonly position: Position;
}

/** How the pipeline handles one kind of command. `decide` is the rule; all the rest says where the data is. */
export interface CommandHandling<Command, State, Event extends DomainEvent> {
  readonly events: StreamDefinition<Event>;
  /** The code of the error that is thrown where others wrote to the stream at each attempt. */
  readonly conflict: string;
  /** True where the events seal nothing: the vault is then opened only for a command with an idempotency key. */
  readonly needsNoVault?: true;
  /** Commands of the same key are decided one after the other. Other commands may share their reads and durable writes. */
  keyOf(command: Command): string;
  /** The whole command as text. Two commands are the same if their texts are equal. */
  contentOf(command: Command): string;
  /** The numbers that the vault must look up. */
  wanted?(command: Command): Wanted;
  /** The name of its stream; undefined where the stream is named after a number that the vault does not know yet. */
  streamOf(command: Command, session: VaultSession): string | undefined;
  /** Loads the streams of the commands. A refusal here is the answer of its command. */
  load(
    targets: readonly Targeted<Command>[],
    session: VaultSession,
  ): Promise<ReadonlyMap<Sent<Command>, Loaded<State> | Refusal>>;
  /** Comes before every other refusal: an actor who may not see the stream must not learn what is in it. */
  forbids?(sent: Sent<Command>, loaded: Loaded<State>): Refusal | undefined;
  /** Reserves numbers before the decision, for a command that is certain to write. They become durable while it is decided. */
  reserve?(command: Command, session: VaultSession): void;
  /** Pure. Returns the events that follow (none where nothing changes), or a refusal. */
  decide(sent: Sent<Command>, loaded: Loaded<State>, session: VaultSession): Decision<DecidedEvent<Event>>;
  /** The id of an event. By default it derives from the command's id or from its idempotency key; without either it is new. */
  eventIdOf?(sent: Sent<Command>, loaded: Loaded<State>, index: number): Uuid;
  /** Further metadata of each event. */
  metadataOf?(sent: Sent<Command>): Partial<NewEvent['metadata']>;
  /** Whether an earlier execution of the same command wrote this event first. By default the event's id tells. */
  wrote?(sent: Sent<Command>, event: RecordedEvent): boolean;
  /** Runs once the events are recorded, whether by this execution or by an earlier one of the same command. */
  settle?(sent: Sent<Command>, receipt: Receipt, loaded: Loaded<State>): Promise<Receipt>;
}
