import type { Actor } from '#access';
import type { CommandPipeline } from '#deciding';
import type { DomainEvent } from '#event-store';
import { CodedError, isRefusal, type Correlation, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Command } from './process-manager';

/** A command as its handler takes it. */
export interface SystemCommand extends Pick<Command, 'type' | 'data'> {
  /** The same id for the same effect, however often it is sent: the command pipeline carries it out once (`Sending.commandId`). */
  readonly id: Uuid;
  /** SYSTEM. */
  readonly actor: Actor;
  /** The correlation of the event that caused it. */
  readonly correlation: Correlation;
  /** The time at which it is decided: never before the moment of its timer, even if the clock was set back. */
  readonly at: Instant;
  /** Aborted when the process manager must stop: a sender that only waits then ends with an error. The command is sent again later. */
  readonly signal: AbortSignal;
}

/** Sends the commands of a process manager. */
export interface CommandSender {
  /**
   * Resolves once the events of the command are written, or where it has none. A command that was done before writes nothing.
   * @throws where the command cannot be decided: it is sent again
   */
  send(command: SystemCommand): Promise<Refusal | void>;
}

export type CommandHandlers = Readonly<Record<string, (command: SystemCommand) => Promise<Refusal | void>>>;

/** Sends a command of a process manager through the command pipeline, which carries it out once, however often it is sent. */
export async function sendThrough<PipelineCommand, State, Event extends DomainEvent>(
  pipeline: CommandPipeline<PipelineCommand, State, Event>,
  command: PipelineCommand,
  { id: commandId, actor, correlation }: SystemCommand,
): Promise<Refusal | void> {
  const answer = await pipeline.send(command, { commandId, actor, correlation });
  if (isRefusal(answer)) return answer;
}

/** Sends each type of command to its handler. */
export function sendingTo(handlers: CommandHandlers): CommandSender {
  return {
    async send(command) {
      if (!Object.hasOwn(handlers, command.type))
        throw new CodedError('unknown-command', `there is no handler of ${command.type}`, { type: command.type });
      return handlers[command.type]!(command);
    },
  };
}
