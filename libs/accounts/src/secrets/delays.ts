import { instantOf, type Instant, type JsonObject } from '#kernel';
import type { SecretStore } from './secret-store';

/** Failures that cost nothing: anybody mistypes. */
const FREE = 5;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** Failures are forgotten after a day without any. */
const KEPT_MS = 24 * 3_600_000;
const ATTEMPTS = 20;

interface Failures extends JsonObject {
  readonly count: number;
  /** Nothing is tried before this instant. */
  readonly next: string;
}

/**
 * Makes guessing slow: after five failures each further one doubles the wait, up to a quarter of an hour. It is a delay, never a lock. What is
 * counted is a keyed digest of an address, of a person or of a machine.
 */
export class Delays {
  constructor(private readonly secrets: SecretStore) {}

  /** The whole seconds to wait before another try; 0 where none. */
  async wait(keys: readonly string[], now: Instant): Promise<number> {
    const kept = await Promise.all(keys.map((key) => this.secrets.get<Failures>('delay', key)));
    const next = Math.max(0, ...kept.map((one) => (one ? Date.parse(one.body.next) : 0)));
    return Math.max(0, Math.ceil((next - Date.parse(now)) / 1_000));
  }

  async fail(keys: readonly string[], now: Instant): Promise<void> {
    for (const key of keys) await this.failOne(key, now);
  }

  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.secrets.remove('delay', key);
  }

  /** Several failures at the same time are all counted. */
  private async failOne(key: string, now: Instant): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const kept = await this.secrets.get<Failures>('delay', key);
      const isFresh = kept !== undefined && (kept.until === null || kept.until > now);
      const count = (isFresh ? kept.body.count : 0) + 1;
      const body: Failures = { count, next: instantOf(Date.parse(now) + delayAfter(count)) };
      const secret = { body, owner: null, until: instantOf(Date.parse(now) + KEPT_MS) };
      const isWritten = kept
        ? await this.secrets.replace('delay', key, kept.version, secret)
        : await this.secrets.insert('delay', key, secret);
      if (isWritten) return;
    }
  }
}

/** In milliseconds. */
export function delayAfter(failures: number): number {
  if (failures < FREE) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE));
}
