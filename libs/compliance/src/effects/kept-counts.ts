import type { Position } from '#event-store';
import type { Counts } from '../report/counts';

/** Counts that are read within this time are read again as soon as they change. */
const CHEAP_MS = 20;
/** Counts that take longer to read are kept for this many times the time that they took. */
const KEPT_FOR = 20;
/** Two periods of two years: more are never asked for at once. */
const MOST = 8;

interface Counted {
  readonly position: Position;
  readonly counts: Counts;
}

interface Kept extends Counted {
  readonly tookMs: number;
  readonly readAt: number;
}

/**
 * Counts in memory. Small ones are always those of the newest position. The crossings of a large territory take seconds to
 * count: whoever asks then gets the last ones, with their position, while they are read again.
 */
export class KeptCounts {
  private readonly kept = new Map<string, Kept>();
  private readonly reading = new Map<string, Promise<Kept>>();

  /** @param now milliseconds; `performance.now` by default */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @param position the newest one: counts of this position are not read again; undefined where the last counts will do */
  async get(key: string, position: Position | undefined, read: () => Promise<Counted>): Promise<Counted> {
    const known = this.kept.get(key);
    if (!known) return this.read(key, read);
    if (position !== undefined && known.position >= position) return known;
    if (position !== undefined && known.tookMs <= CHEAP_MS) return this.newest(key, position, read);
    if (this.now() - known.readAt > known.tookMs * KEPT_FOR) void this.read(key, read).catch(() => undefined);
    return known;
  }

  /** A reading that began before the question may be too old. */
  private async newest(key: string, position: Position, read: () => Promise<Counted>): Promise<Counted> {
    const counted = await this.read(key, read);
    return counted.position >= position ? counted : this.read(key, read);
  }

  /** Those who ask for the same counts share the reading. */
  private read(key: string, read: () => Promise<Counted>): Promise<Kept> {
    let reading = this.reading.get(key);
    if (!reading) {
      reading = this.timed(key, read).finally(() => this.reading.delete(key));
      this.reading.set(key, reading);
    }
    return reading;
  }

  private async timed(key: string, read: () => Promise<Counted>): Promise<Kept> {
    const begun = this.now();
    const counted = await read();
    const kept = { ...counted, tookMs: this.now() - begun, readAt: this.now() };
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!);
    return kept;
  }
}
