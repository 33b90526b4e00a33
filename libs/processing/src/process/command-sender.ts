import type { Actor } from '#access';
import {
  isWrongRevision,
  type DomainEvent,
  type EventStore,
  type RecordedAs,
  type StreamDefinition,
} from '#event-store';
import {
  CodedError,
  isRefusal,
  uuidV5,
  type Correlation,
  type Day,
  type Decision,
  type Instant,
  type Refusal,
  type Uuid,
} from '#kernel';
import type { Command } from './process-manager';

/** A command as its handler takes it. */
export interface SystemCommand extends Pick<Command, 'type' | 'data'> {
  /** The same for the same effect, however often it is sent: the ids of its events derive from it. */
  readonly id: Uuid;
  /** SYSTEM. */
  readonly actor: Actor;
  /** Of the event that caused it. */
  readonly correlation: Correlation;
  /** The time that it is decided at: never before the moment of its timer, whatever the clock says. */
  readonly at: Instant;
}

/** How a process manager has its commands done. */
export interface CommandSender {
  /**
   * Resolves once what follows from the command is written, or nothing does. A command that was done before writes nothing.
   * @throws what keeps it from being decided: it is sent again
   */
  send(command: SystemCommand): Promise<Refusal | void>;
}

export type CommandHandlers = Readonly<Record<string, (command: SystemCommand) => Promise<Refusal | void>>>;

/** Sends each type of command to its handler. */
export function sendingTo(handlers: CommandHandlers): CommandSender {
  return {
    async send(command) {
      if (!Object.hasOwn(handlers, command.type))
        throw new CodedError('unknown-command', `nobody handles ${command.type}`, { type: command.type });
      return handlers[command.type]!(command);
    },
  };
}

/** The id of the n-th event of a command (from 0). */
export function eventIdOf(command: Uuid, index: number): Uuid {
  return uuidV5(`${command}|${index}`);
}

/** One stream, and what a command decides on it. */
export interface OnStream<Event extends DomainEvent> {
  readonly definition: StreamDefinition<Event>;
  readonly id: string;
  decide(events: readonly RecordedAs<Event>[]): Promise<Decision<Decided<Event>>> | Decision<Decided<Event>>;
}

export interface Decided<Event extends DomainEvent> {
  readonly event: Event;
  readonly effectiveDay?: Day;
}

const PAGE = 1_000;
const ATTEMPTS = 10;

/**
 * Decides the command on a stream and appends what follows at the revision that was read. The stream that is read to decide says by its
 * ids that the command was done before: knowing it costs nothing more.
 * @throws CodedError `stream-contended` where others wrote at each attempt
 */
export async function decideOnce<Event extends DomainEvent>(
  store: EventStore,
  command: SystemCommand,
  on: OnStream<Event>,
): Promise<Refusal | void> {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    try {
      return await attempt(store, command, on);
    } catch (error) {
      if (!isWrongRevision(error)) throw error;
    }
  }
  throw new CodedError('stream-contended', 'others wrote at each attempt', { type: command.type });
}

async function attempt<Event extends DomainEvent>(
  store: EventStore,
  { id: commandId, actor, correlation }: SystemCommand,
  { definition, id, decide }: OnStream<Event>,
): Promise<Refusal | void> {
  const stream = definition.name(id);
  const recorded = await wholeStream(store, stream);
  const first = eventIdOf(commandId, 0);
  if (recorded.some((event) => event.id === first)) return;
  const decided = await decide(recorded.map((event) => definition.read(event)));
  if (isRefusal(decided)) return decided;
  if (decided.length === 0) return;
  const events = decided.map(({ event, effectiveDay }, index) => {
    const metadata = { actor: actor.id, role: actor.role, ...correlation, ...(effectiveDay && { effectiveDay }) };
    return definition.write(event, { id: eventIdOf(commandId, index), metadata });
  });
  const expected = recorded.length === 0 ? 'none' : recorded.length - 1;
  await store.append({ stream, expected, events });
}

async function wholeStream(store: EventStore, stream: string) {
  const events = [];
  for (let read = PAGE; read === PAGE;) {
    const page = await store.readStream(stream, { from: events.length, maxCount: PAGE });
    events.push(...page);
    read = page.length;
  }
  return events;
}
