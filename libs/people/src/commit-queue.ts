import { yieldToEventLoop } from '#concurrency';
import { CodedError } from '#kernel';
import type { Additions, KeysStore } from './keys-store';

const GROUP_SIZE = 256;

interface Pending {
  readonly additions: Additions;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups the commits of sessions: one durable write takes all waiting commits. No commit is answered before its write
 * has ended.
 */
export class CommitQueue {
  private waiting: Pending[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly store: KeysStore) {}

  /** @throws CodedError `vault-conflict` */
  add(additions: Additions): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ additions, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves once all accepted commits are written. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Commits of the same turn of the event loop share the first write.
    await yieldToEventLoop();
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, GROUP_SIZE));
    this.running = undefined;
  }

  private async write(group: readonly Pending[]): Promise<void> {
    try {
      const written = await this.store.add(group.map(({ additions }) => additions));
      group.forEach(({ resolve, reject }, index) => (written[index] ? resolve() : reject(conflict())));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

function conflict(): CodedError {
  return new CodedError('vault-conflict', 'another session gave an id to the same number meanwhile: try again');
}
