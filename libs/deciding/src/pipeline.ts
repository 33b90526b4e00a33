import type { DomainEvent, EventStore } from '#event-store';
import { CodedError, isCodedError, type Clock, type Refusal } from '#kernel';
import type { Vault } from '#people';
import { Attempt, type AttemptStores } from './attempt';
import { Grouping, type Settled } from './grouping';
import type { CommandHandling, Receipt } from './handling';
import { isConflict } from './retry';
import { sentNow, type Sending, type Sent } from './sent';

/** At each attempt one of the competing writers succeeds. So ten failures mean that ten processes write to the same stream at once. */
const ATTEMPTS = 10;

export interface PipelineStores {
  readonly store: EventStore;
  /** Opened once, when it is first needed. */
  readonly vault: () => Promise<Vault>;
  readonly clock: Clock;
}

/**
 * The one way from a command to its events: load its stream, fold, decide, append all the events of the decision at the exact revision.
 * Where others wrote meanwhile it starts again. A command with an idempotency key is carried out once. Commands that wait at the same
 * time are handled as a group.
 */
export class CommandPipeline<Command, State, Event extends DomainEvent> {
  private readonly grouping: Grouping<Sent<Command>, Receipt | Refusal>;

  constructor(
    private readonly handling: CommandHandling<Command, State, Event>,
    private readonly stores: PipelineStores,
  ) {
    this.grouping = new Grouping(
      ({ command }) => handling.keyOf(command),
      async (commands) => this.handle(commands, { store: stores.store, vault: await this.vaultFor(commands) }),
    );
  }

  /**
   * Resolves once the events are durable. Refused: `idempotency-key-reused` where the key was used for another command; the
   * refusals of the handling.
   * @throws CodedError with the handling's `conflict` code where others wrote at each attempt
   */
  async send(command: Command, sending: Sending): Promise<Receipt | Refusal> {
    const vault = await this.vaultFor([{ request: sending.requestKey }]);
    const content = this.handling.contentOf(command);
    return this.grouping.submit(sentNow(command, sending, { content, vault, now: this.stores.clock.now() }));
  }

  private async vaultFor(commands: readonly { readonly request: unknown }[]): Promise<Vault | undefined> {
    const needsVault = !this.handling.needsNoVault || commands.some(({ request }) => request !== undefined);
    return needsVault ? this.stores.vault() : undefined;
  }

  /** Commands that lost against another process's write are attempted again. */
  private async handle(
    commands: readonly Sent<Command>[],
    stores: AttemptStores,
  ): Promise<readonly Settled<Receipt | Refusal>[]> {
    const settled = new Map<Sent<Command>, Settled<Receipt | Refusal>>();
    let left = commands;
    for (let attempts = 0; left.length > 0 && attempts < ATTEMPTS; attempts += 1)
      left = await this.attempt(left, stores, settled);
    for (const sent of left) settled.set(sent, { status: 'rejected', reason: this.conflict() });
    return commands.map((sent) => settled.get(sent)!);
  }

  /** Settles the commands that it can. Returns the others. */
  private async attempt(
    commands: readonly Sent<Command>[],
    stores: AttemptStores,
    settled: Map<Sent<Command>, Settled<Receipt | Refusal>>,
  ): Promise<readonly Sent<Command>[]> {
    const one = new Attempt(this.handling, stores, commands);
    try {
      await one.run();
    } catch (error) {
      if (isCodedError(error, 'vault-conflict')) return commands;
      throw error;
    }
    return commands.filter((sent) => {
      const value = one.answers.get(sent);
      const reason = one.failures.get(sent);
      if (value) settled.set(sent, { status: 'fulfilled', value });
      else if (!isConflict(reason)) settled.set(sent, { status: 'rejected', reason });
      return !settled.has(sent);
    });
  }

  private conflict(): CodedError {
    return new CodedError(this.handling.conflict, 'others wrote to this stream at each attempt');
  }
}
