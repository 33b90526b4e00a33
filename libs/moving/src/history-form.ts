import { HISTORY_START, METADATA_FIELDS, type ChainPoint, type Position } from '#event-store';
import type { Instant } from '#kernel';
import { historyFileNewer, historyFileUnknown } from './faults';

const FORMAT = 'mixite-history';
const VERSION = 1;
const DIGEST = /^[0-9a-f]{64}$/;

/** The first line of a history file. */
export interface HistoryHeader {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** The id of the store that exported the history. */
  readonly storeId: string;
  /**
   * The point before the first event of the file: the start of the history, or a later point in a file that continues
   * another file.
   */
  readonly after: ChainPoint;
  /** The names of the values of `metadata` in every line, for programs other than Mixité. */
  readonly metadata: readonly string[];
}

/** The last line of a history file. It summarises the file and shows that the file was not cut short. */
export interface HistoryClosing {
  readonly events: number;
  /** The ordinal and the digest of the last event; those of the header where the file has no event. */
  readonly ordinal: number;
  readonly digest: string;
  /** Null where the file has no event. */
  readonly firstRecordedAt: Instant | null;
  /** The latest recorded time, including the events before the file. */
  readonly lastRecordedAt: Instant | null;
}

export function headerLine(storeId: string, after: ChainPoint = HISTORY_START): string {
  const header: HistoryHeader = {
    format: FORMAT,
    version: VERSION,
    storeId,
    after: {
      ordinal: after.ordinal,
      position: after.position,
      digest: after.digest,
      recordedAt: after.recordedAt,
    },
    metadata: METADATA_FIELDS,
  };
  return `${JSON.stringify(header)}\n`;
}

/** The closing line of a file. Each kind of file has its own closing. */
export function closingLine(closing: object): string {
  return `${JSON.stringify({ closing })}\n`;
}

/** @throws CodedError `history-file-unknown`, `history-file-newer` */
export function headerOf(text: string): HistoryHeader {
  const header = parsed(text) as Partial<HistoryHeader> | null;
  if (typeof header !== 'object' || header?.format !== FORMAT) throw historyFileUnknown();
  if (typeof header.version === 'number' && header.version > VERSION) throw historyFileNewer();
  const { version, storeId, after, metadata } = header;
  if (version !== VERSION || typeof storeId !== 'string' || !isPoint(after) || !Array.isArray(metadata))
    throw historyFileUnknown();
  return { format: FORMAT, version, storeId, after, metadata };
}

/** The closing of a closing line, not checked; undefined for any other line. */
export function closingOf(line: unknown): Partial<HistoryClosing> | undefined {
  if (typeof line !== 'object' || line === null || !('closing' in line)) return undefined;
  return (line.closing ?? {}) as Partial<HistoryClosing>;
}

/** The JSON value of a line; undefined where the line is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

function isPoint(value: unknown): value is ChainPoint {
  if (typeof value !== 'object' || value === null) return false;
  const { ordinal, position, digest, recordedAt } = value as Record<keyof ChainPoint, unknown>;
  const isPlace = Number.isSafeInteger(ordinal) && (ordinal as number) >= 0;
  return isPlace && typeof (position as Position) === 'string' && isDigest(digest) && typeof recordedAt === 'string';
}
