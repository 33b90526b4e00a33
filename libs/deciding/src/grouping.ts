import { systemTimers, type Timers } from '#concurrency';

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
