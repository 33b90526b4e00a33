import { isCodedError } from '#kernel';
import { BackOff, type Timers } from '#concurrency';

/** One process alone carries out an effect. */
const DELAYS = { firstDelay: 1_000, longestDelay: 30_000, exact: true } as const;
/** What fails this often, while everything answers, has failed for good. */
const MOST_FAULTS = 6;

/** Codes of errors that pass: a store, or what a command waits for, will answer later. */
const UNAVAILABLE = new Set([
  'store-unreachable',
  'store-closed',
  'stream-contended',
  'recording-conflict',
  'write-failed',
  'mongodb-unreachable',
  'model-dropped',
  'projection-late',
  'projection-stopped',
  'no-answer',
  'import-incomplete',
  'history-incomplete',
]);

/** Whether the error passes by itself: the only thing to do is to try again later. */
export function isUnavailable(error: unknown): boolean {
  if (isCodedError(error)) return UNAVAILABLE.has(error.code);
  return error instanceof Error && /^(?:Mongo|Sqlite)/u.test(error.name);
}

export function codeOf(error: unknown): string {
  return isCodedError(error) ? error.code : 'unexpected';
}

interface Failing {
  readonly code: string;
  readonly backOff: BackOff;
  readonly faults: number;
  /** Set while the next try waits; calling it ends the wait. */
  readonly cancel?: () => void;
}

/** Plans another try of what failed, with a growing delay. */
export class Retries {
  private readonly failing = new Map<string, Failing>();

  constructor(
    private readonly timers: Timers,
    private readonly again: () => void,
  ) {}

  /** The code of an error after which something is tried again; null where there is none. */
  get failure(): string | null {
    const [failing] = this.failing.values();
    return failing?.code ?? null;
  }

  isWaiting(id: string): boolean {
    return this.failing.get(id)?.cancel !== undefined;
  }

  /** Plans another try. @returns false where it has failed for good: it is then forgotten */
  failed(id: string, error: unknown): boolean {
    const before = this.failing.get(id) ?? { backOff: new BackOff(DELAYS), faults: 0 };
    const faults = before.faults + (isUnavailable(error) ? 0 : 1);
    if (faults >= MOST_FAULTS) {
      this.forget(id);
      return false;
    }
    const failing = { code: codeOf(error), backOff: before.backOff, faults };
    const cancel = this.timers.after(before.backOff.next(), () => {
      this.failing.set(id, failing);
      this.again();
    });
    this.failing.set(id, { ...failing, cancel });
    return true;
  }

  forget(id: string): void {
    this.failing.get(id)?.cancel?.();
    this.failing.delete(id);
  }

  stop(): void {
    for (const id of [...this.failing.keys()]) this.forget(id);
  }
}
