import type { LogRecord } from './log';

/** The `$tb` of a soft-deleted stream, as JSON: the largest 64-bit integer, which a double cannot hold. */
export const TRUNCATED = '9223372036854775807';

/** One stream of the log. The record at index n has revision n. */
export class LogStream {
  readonly records: LogRecord[] = [];
  tombstoned = false;
  /** Events before this revision are hidden. */
  private truncateBefore = 0;

  /** The revision of the last event ever written; -1 where there is none. */
  get last(): number {
    return this.records.length - 1;
  }

  get softDeleted(): boolean {
    return this.truncateBefore > this.records.length;
  }

  /** The revision of the first visible event. */
  get first(): number {
    return Math.min(this.truncateBefore, this.records.length);
  }

  add(record: LogRecord): void {
    if (record.type === '$streamDeleted') this.tombstoned = true;
    // A write to a deleted stream starts it again, with the next revision.
    if (this.softDeleted) this.truncateBefore = this.records.length;
    this.records.push(record);
  }

  takeMetadata(json: Buffer): void {
    const [, before] = /"\$tb":\s*(\d+)/.exec(json.toString()) ?? [];
    this.truncateBefore = before === undefined ? 0 : Number(before);
  }
}
