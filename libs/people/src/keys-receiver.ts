import { CodedError } from '#kernel';
import { openBox } from './cipher';
import type { KeyRecord, MovableKeys } from './movable-keys';

/** Receives the keys of another database. Each key must open with the master key, which both databases share. */
export class KeysReceiver {
  constructor(
    readonly keys: MovableKeys,
    private readonly master: Buffer,
  ) {}

  /**
   * Adds the missing records, all or none. Records that exist already are skipped.
   * @returns the number of records added
   * @throws CodedError `arriving-key-unopened` where the master key does not open a record, `keys-differ` where a
   * different record exists with the same name, household or entry
   */
  async receive(records: readonly KeyRecord[]): Promise<number> {
    const arriving = records.map((record) => this.contentOf(record));
    const here = await this.keys.inPlaceOf(records);
    const missing = records.filter((_, index) => here[index] === undefined);
    here.forEach((record, index) => {
      if (record && this.contentOf(record) !== arriving[index]) throw keysDiffer();
    });
    if (missing.length > 0) await this.keys.addKeys(missing);
    return missing.length;
  }

  /**
   * The decrypted content, by which two records are compared: their boxes differ where they were encrypted at different
   * times.
   */
  private contentOf(record: KeyRecord): string {
    if (record.kind === 'number') return record.id;
    const context = record.kind === 'secret' ? record.name : record.household;
    try {
      return openBox(this.master, Buffer.from(record.box, 'base64'), context).toString('hex');
    } catch (error) {
      throw keyUnopened(error);
    }
  }
}

function keyUnopened(cause: unknown): CodedError {
  const message = 'the keys that arrive do not open with this master key';
  return new CodedError('arriving-key-unopened', message, {}, { cause });
}

function keysDiffer(): CodedError {
  const message = 'the folder has other keys than those that arrive: none was replaced';
  return new CodedError('keys-differ', message);
}
