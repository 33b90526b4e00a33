/** No more at once: a group holds the others for as long as it lasts. */
const MOST = 256;
/** How long a group waits for those of the one before, which come back as soon as they are answered. */
const GATHERING_MS = 3;

interface Pending<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export type Settled<Answer> = PromiseSettledResult<Answer>;

/**
 * Does what is asked in groups: one takes all that wait, so that they share each reading and each durable write; what is asked
 * meanwhile waits for the next. Two of the same key are never in one group: the second sees what the first did.
 */
export class Grouping<Asked, Answer> {
  private waiting: Pending<Asked, Answer>[] = [];
  private running = false;
  /** How many are about: those of the last group and those who waited meanwhile. */
  private expected = 1;
  private gathered: () => void = () => undefined;

  /** @param work answers each of those asked, in their order */
  constructor(
    private readonly keyOf: (asked: Asked) => string,
    private readonly work: (asked: readonly Asked[]) => Promise<readonly Settled<Answer>[]>,
  ) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.running) void this.run();
      else if (this.waiting.length >= this.expected) this.gathered();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // Those who ask in the same turn are in the first group too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const group = this.take();
      await this.doGroup(group);
      this.expected = Math.min(group.length + this.waiting.length, MOST);
      await this.gather();
    }
    this.running = false;
  }

  private async doGroup(group: readonly Pending<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ asked }) => asked));
      group.forEach(({ resolve, reject }, index) => {
        const answer = answers[index]!;
        if (answer.status === 'fulfilled') resolve(answer.value);
        else reject(answer.reason);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** The first of each key, in their order. */
  private take(): readonly Pending<Asked, Answer>[] {
    const keys = new Set<string>();
    const group: Pending<Asked, Answer>[] = [];
    const left: Pending<Asked, Answer>[] = [];
    for (const pending of this.waiting) {
      const key = this.keyOf(pending.asked);
      if (group.length === MOST || keys.has(key)) left.push(pending);
      else {
        keys.add(key);
        group.push(pending);
      }
    }
    this.waiting = left;
    return group;
  }

  /** Until all who are about wait, or for a moment. Whoever is alone never waits. */
  private async gather(): Promise<void> {
    if (this.expected === 1 || this.waiting.length >= this.expected) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHERING_MS);
      this.gathered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.gathered = () => undefined;
  }
}
