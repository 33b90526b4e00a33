import type { Actor } from '#access';
import { activeCorrelation, currentCorrelation, type Correlation, type Instant, type Uuid } from '#kernel';
import type { RequestKey, Vault } from '#people';

/** Who sends a command, and in which correlation. */
export interface Sending {
  readonly actor: Actor;
  /** Idempotency key: a command sent again under the same key gets the same answer and writes nothing more. */
  readonly requestKey?: string | undefined;
  /**
   * The id of the command, if it has one: a process manager derives it from the event that causes the command. A command with an id is
   * carried out once, however often it is sent.
   */
  readonly commandId?: Uuid | undefined;
  /** Used where no correlation is active. */
  readonly correlation?: Correlation | undefined;
}

/** A command that was sent and is not decided yet. */
export interface Sent<Command> {
  readonly command: Command;
  readonly actor: Actor;
  /**
   * Keyed digest of the command, made where it is asked for. It distinguishes a repeated request from another one under the same key.
   * Empty where no vault is needed.
   */
  readonly digest: string;
  readonly request: RequestKey | undefined;
  readonly commandId: Uuid | undefined;
  readonly correlation: Correlation;
  /** The correlation that was active when it was sent, so that a trace goes on. */
  readonly within: Correlation | undefined;
}

/** @param content gives the whole command as text */
export function sentNow<Command>(
  command: Command,
  { actor, requestKey, commandId, correlation }: Sending,
  { content, vault, now }: { content(): string; readonly vault: Vault | undefined; readonly now: Instant },
): Sent<Command> {
  let digest: string | undefined;
  return {
    command,
    actor,
    get digest() {
      return (digest ??= vault?.digest(content()) ?? '');
    },
    // Each actor has keys of their own: the same key of another actor is another key.
    request: requestKey === undefined ? undefined : { key: `${actor.id}\n${requestKey}`, at: now },
    commandId,
    correlation: currentCorrelation(correlation),
    within: activeCorrelation(),
  };
}

/** What an idempotency key was used for: the command's digest, and how its stream stood before it. */
export interface Claim {
  readonly digest: string;
  readonly stream: string;
  readonly revision: number;
  /** Whether the command had something to write. */
  readonly writes: boolean;
}

export function claimText({ digest, stream, revision, writes }: Claim): string {
  return `${digest}|${writes ? '' : '='}${revision}|${stream}`;
}

export function claimOf(text: string): Claim {
  const [digest = '', revision = '', ...stream] = text.split('|');
  return {
    digest,
    stream: stream.join('|'),
    revision: Number(revision.replace('=', '')),
    writes: !revision.startsWith('='),
  };
}
