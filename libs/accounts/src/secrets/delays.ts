import { instantOf, type Instant, type JsonObject } from '#kernel';
import type { SecretStore } from './secret-store';

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** Failures are forgotten after a day without any. */
const KEPT_MS = 24 * 3_600_000;
const ATTEMPTS = 20;

/** What is counted. */
export interface Counted {
  /** A keyed digest of an address, or the id of an account. */
  readonly key: string;
  /** Failures that cost nothing: anybody mistypes, and many people share the address of an office. */
  readonly free: number;
}

interface Failures extends JsonObject {
  readonly count: number;
  /** Nothing is tried before this instant. */
  readonly next: string;
}

/**
 * Makes guessing slow: after some failures each further one doubles the wait, up to a quarter of an hour. It is a delay, never a lock.
 */
export class Delays {
  constructor(private readonly secrets: SecretStore) {}

  /** The whole seconds to wait before another try; 0 where none. */
  async wait(counted: readonly Counted[], now: Instant): Promise<number> {
    const kept = await Promise.all(counted.map(({ key }) => this.secrets.get<Failures>('delay', key)));
    const next = Math.max(0, ...kept.map((one) => (one ? Date.parse(one.body.next) : 0)));
    return Math.max(0, Math.ceil((next - Date.parse(now)) / 1_000));
  }

  async fail(counted: readonly Counted[], now: Instant): Promise<void> {
    for (const one of counted) await this.failOne(one, now);
  }

  async forget(counted: readonly Counted[]): Promise<void> {
    for (const { key } of counted) await this.secrets.remove('delay', key);
  }

  /** Several failures at the same time are all counted. */
  private async failOne({ key, free }: Counted, now: Instant): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const kept = await this.secrets.get<Failures>('delay', key);
      const isFresh = kept !== undefined && (kept.until === null || kept.until > now);
      const count = (isFresh ? kept.body.count : 0) + 1;
      const body: Failures = { count, next: instantOf(Date.parse(now) + delayAfter(count, free)) };
      const secret = { body, owner: null, until: instantOf(Date.parse(now) + KEPT_MS) };
      const isWritten = kept
        ? await this.secrets.replace('delay', key, kept.version, secret)
        : await this.secrets.insert('delay', key, secret);
      if (isWritten) return;
    }
  }
}

/** In milliseconds. */
function delayAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - free));
}
