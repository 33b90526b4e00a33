import type { Actor } from '#access';
import { activeCorrelation, currentCorrelation, type Correlation, type Instant, type Uuid } from '#kernel';
import type { RequestKey, Vault } from '#people';

/** Who sends a command, and what it belongs to. */
export interface Sending {
  readonly actor: Actor;
  /** By which the sender may send the same command again: it is then answered the same, and writes nothing more. */
  readonly requestKey?: string | undefined;
  /**
   * The id of the command itself, where something derived it: a process manager, from the event that causes the command. It is carried out
   * once, whatever is sent again.
   */
  readonly commandId?: Uuid | undefined;
  /** Taken where no correlation is under way. */
  readonly correlation?: Correlation | undefined;
}

/** A command on its way to its decision. */
export interface Sent<Command> {
  readonly command: Command;
  readonly actor: Actor;
  /** Keyed digest of the command: tells a repeated request from another one under the same key. Empty where no vault is needed. */
  readonly digest: string;
  readonly request: RequestKey | undefined;
  readonly commandId: Uuid | undefined;
  readonly correlation: Correlation;
  /** The correlation under way where it was sent: what is traced is followed. */
  readonly within: Correlation | undefined;
}

/** @param content all that the command says, as text */
export function sentNow<Command>(
  command: Command,
  { actor, requestKey, commandId, correlation }: Sending,
  { content, vault, now }: { readonly content: string; readonly vault: Vault | undefined; readonly now: Instant },
): Sent<Command> {
  return {
    command,
    actor,
    digest: vault?.digest(content) ?? '',
    // The key is the actor's: another actor's same key is another key.
    request: requestKey === undefined ? undefined : { key: `${actor.id}\n${requestKey}`, at: now },
    commandId,
    correlation: currentCorrelation(correlation),
    within: activeCorrelation(),
  };
}
