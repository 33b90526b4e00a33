import type { Actor } from '#access';
import type { CommandPipeline } from '#deciding';
import type { DomainEvent } from '#event-store';
import { CodedError, isRefusal, type Correlation, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Command } from './process-manager';

/** A command as its handler takes it. */
export interface SystemCommand extends Pick<Command, 'type' | 'data'> {
  /** The same for the same effect, however often it is sent: the command pipeline carries it out once (`Sending.commandId`). */
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

/** Has the command pipeline carry out a command of a process manager: once, however often it is sent. */
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
        throw new CodedError('unknown-command', `nobody handles ${command.type}`, { type: command.type });
      return handlers[command.type]!(command);
    },
  };
}
