import { systemTimers, type Timers } from '#concurrency';
import type { DomainEvent, EventStore } from '#event-store';
import { CodedError, isCodedError, type Clock, type Refusal } from '#kernel';
import type { Vault } from '#people';
import { Attempt, type AttemptStores } from './attempt';
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
    const content = () => this.handling.contentOf(command);
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
      left = await this.attempt(left, attempts, { stores, settled });
    for (const sent of left) settled.set(sent, { status: 'rejected', reason: this.conflict() });
    return commands.map((sent) => settled.get(sent)!);
  }

  /** Settles the commands that it can. Returns the others. */
  private async attempt(
    commands: readonly Sent<Command>[],
    attempt: number,
    {
      stores,
      settled,
    }: { readonly stores: AttemptStores; readonly settled: Map<Sent<Command>, Settled<Receipt | Refusal>> },
  ): Promise<readonly Sent<Command>[]> {
    const one = new Attempt(this.handling, stores, commands, attempt);
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

/** The most commands of one group: the others wait as long as it lasts. */
const MOST = 256;
/** How long a new group waits for the senders of the last one, who often send again as soon as they are answered. */
const GATHERING_MS = 3;

interface Pending<Command, Answer> {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export type Settled<Answer> = PromiseSettledResult<Answer>;

/**
 * Handles commands in groups, so that those of a group share each reading and each durable write. A group takes all the commands that
 * wait; those that come meanwhile wait for the next group. Two commands of the same key are never in one group: the second sees what
 * the first did.
 */
export class Grouping<Command, Answer> {
  private waiting: Pending<Command, Answer>[] = [];
  private running = false;
  /** How many senders are active: those of the last group, and those that waited meanwhile. */
  private expected = 1;
  private gathered: () => void = () => undefined;

  /** @param handle answers each command of a group, in their order */
  constructor(
    private readonly keyOf: (command: Command) => string,
    private readonly handle: (commands: readonly Command[]) => Promise<readonly Settled<Answer>[]>,
    private readonly timers: Timers = systemTimers,
  ) {}

  submit(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, resolve, reject });
      if (!this.running) void this.run();
      else if (this.waiting.length >= this.expected) this.gathered();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // All that are submitted in the same turn of the event loop are in the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const group = this.take();
      await this.handleGroup(group);
      this.expected = Math.min(group.length + this.waiting.length, MOST);
      await this.gather();
    }
    this.running = false;
  }

  private async handleGroup(group: readonly Pending<Command, Answer>[]): Promise<void> {
    try {
      const answers = await this.handle(group.map(({ command }) => command));
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index]!;
        if (answer.status === 'fulfilled') resolve(answer.value);
        else reject(answer.reason);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** The first command of each key, in their order. */
  private take(): readonly Pending<Command, Answer>[] {
    const keys = new Set<string>();
    const group: Pending<Command, Answer>[] = [];
    const left: Pending<Command, Answer>[] = [];
    for (const pending of this.waiting) {
      const key = this.keyOf(pending.command);
      if (group.length === MOST || keys.has(key)) left.push(pending);
      else {
        keys.add(key);
        group.push(pending);
      }
    }
    this.waiting = left;
    return group;
  }

  /** Waits until all active senders have submitted again, or for a moment. A sender who is alone never waits. */
  private async gather(): Promise<void> {
    if (this.expected === 1 || this.waiting.length >= this.expected) return;
    await new Promise<void>((resolve) => {
      const cancel = this.timers.after(GATHERING_MS, resolve);
      this.gathered = () => {
        cancel();
        resolve();
      };
    });
    this.gathered = () => undefined;
  }
}
