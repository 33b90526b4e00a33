import { CodedError } from '#kernel';
import { openBox } from './cipher';
import type { KeyRecord, MovableKeys } from './movable-keys';

/** Takes over the keys of another database, each checked against the master key that they share. */
export class KeysReceiver {
  constructor(
    readonly keys: MovableKeys,
    private readonly master: Buffer,
  ) {}

  /**
   * Adds the records that are missing, all or none of them; those that are here already are passed over.
   * @returns how many were added
   * @throws CodedError `arriving-key-unopened` where the master key does not open one, `keys-differ` where something else stands in
   * the place of one
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

  /** What two records of one place must have in common: their boxes may have been wrapped at different times. */
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
  const message = "Ces clés ne s'ouvrent pas avec cette clé maîtresse : prenez celle du dossier d'où elles viennent.";
  return new CodedError('arriving-key-unopened', message, {}, { cause });
}

function keysDiffer(): CodedError {
  const message = "Le dossier a déjà d'autres clés que celles qui arrivent : rien n'en a été remplacé.";
  return new CodedError('keys-differ', message);
}
