import { hash } from 'node:crypto';
import { CodedError, isUuid, parseInstant, type Instant, type Uuid } from '#kernel';
import type { KeyRecord } from '#people';
import { closingOf, parsed } from './history-form';

const FORMAT = 'mixite-keys';
const VERSION = 1;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The closing line of a file of keys: the number of lines of each kind, and a digest over all of them. */
export interface KeysClosing {
  readonly secrets: number;
  readonly keys: number;
  readonly numbers: number;
  readonly digest: string;
}

/** Checks a file of keys line by line, while it is written or read. */
export class KeysWalk {
  exportedAt: Instant | undefined;
  closing: KeysClosing | undefined;
  lines = 0;
  private readonly counts = { secret: 0, key: 0, number: 0 };
  private digest = '';

  /** @returns the record of the line; undefined for the first line and the last line. @throws CodedError `keys-file-altered` */
  take(text: string): KeyRecord | undefined {
    this.lines += 1;
    if (this.closing) throw keysFileAltered(this.lines);
    const line = parsed(text);
    if (this.exportedAt === undefined) return this.begin(line);
    const closing = closingOf(line);
    if (closing) return this.end(closing as Partial<KeysClosing>);
    const record = recordOf(line);
    if (!record) throw keysFileAltered(this.lines);
    this.counts[record.kind] += 1;
    this.digest = hash('sha256', this.digest + JSON.stringify(record));
    return record;
  }

  summary(): KeysClosing {
    const { secret, key, number } = this.counts;
    return { secrets: secret, keys: key, numbers: number, digest: this.digest };
  }

  private begin(line: unknown): undefined {
    const { format, version, exportedAt } = (line ?? {}) as Record<string, unknown>;
    const isOurs = format === FORMAT && version === VERSION;
    if (!isOurs || typeof exportedAt !== 'string') throw keysFileUnknown();
    this.exportedAt = parseInstant(exportedAt);
    if (!this.exportedAt) throw keysFileUnknown();
  }

  private end(found: Partial<KeysClosing>): undefined {
    const expected = this.summary();
    for (const field of Object.keys(expected) as (keyof KeysClosing)[])
      if (found[field] !== expected[field]) throw keysFileAltered(this.lines);
    this.closing = expected;
  }
}

export function keysHeaderLine(exportedAt: Instant): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt })}\n`;
}

export function keyLine(record: KeyRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** The record with its fields in a fixed order, because the digest covers this form. */
function recordOf(line: unknown): KeyRecord | undefined {
  if (typeof line !== 'object' || line === null) return undefined;
  const { kind, name, household, entry, id, box } = line as Record<string, unknown>;
  if (kind === 'secret' && typeof name === 'string' && isBase64(box)) return { kind, name, box };
  if (kind === 'key' && isId(household) && isBase64(box)) return { kind, household, box };
  if (kind === 'number' && isBase64(entry) && isId(id)) return { kind, entry, id };
  return undefined;
}

function isBase64(value: unknown): value is string {
  return typeof value === 'string' && BASE64.test(value);
}

function isId(value: unknown): value is Uuid {
  return typeof value === 'string' && isUuid(value);
}

function keysFileUnknown(): CodedError {
  return new CodedError('keys-file-unknown', "Ce n'est pas un fichier de clés de cette version de Mixité (ligne 1).");
}

function keysFileAltered(line: number): CodedError {
  const message = `Fichier de clés, ligne ${line} : elle a été altérée, ou une ligne a été retirée, ajoutée ou déplacée.`;
  return new CodedError('keys-file-altered', message, { line });
}

export function keysFileCut(lines: number): CodedError {
  const message = `Le fichier de clés est coupé après la ligne ${lines} : exportez-le de nouveau.`;
  return new CodedError('keys-file-cut', message, { line: lines });
}
