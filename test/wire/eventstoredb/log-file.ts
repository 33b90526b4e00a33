import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { LogRecord } from './log';

interface StoredRecord extends Omit<LogRecord, 'position' | 'end' | 'data' | 'metadata'> {
  readonly position: string;
  readonly end: string;
  readonly data: string;
  readonly metadata: string;
}

/** A file with one line for each write. It holds every acknowledged write, and survives the process. */
export class LogFile {
  private readonly descriptor: number;

  constructor(private readonly path: string) {
    this.descriptor = openSync(path, 'a', 0o600);
  }

  /** All records written before. An unfinished last line is dropped: it was never acknowledged. */
  read(): LogRecord[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
    return lines.flatMap((line) => (JSON.parse(line) as StoredRecord[]).map(decode));
  }

  readonly write = (records: readonly LogRecord[]): void => {
    writeSync(this.descriptor, `${JSON.stringify(records.map(encode))}\n`);
  };

  close(): void {
    closeSync(this.descriptor);
  }
}

function encode(record: LogRecord): StoredRecord {
  const { position, end, data, metadata, ...rest } = record;
  return {
    ...rest,
    position: String(position),
    end: String(end),
    data: data.toString('base64'),
    metadata: metadata.toString('base64'),
  };
}

function decode(record: StoredRecord): LogRecord {
  return {
    ...record,
    position: BigInt(record.position),
    end: BigInt(record.end),
    data: Buffer.from(record.data, 'base64'),
    metadata: Buffer.from(record.metadata, 'base64'),
  };
}
