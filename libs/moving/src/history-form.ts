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
  /** The store that the history left. */
  readonly storeId: string;
  /** Where the history stood before the first event of the file: at its start, or further in a file that continues another. */
  readonly after: ChainPoint;
  /** What the values of `metadata` are in every line, for those who read the file without Mixité. */
  readonly metadata: readonly string[];
}

/** The last line of a history file: what was written, so that a file cut short is told from a whole one. */
export interface HistoryClosing {
  readonly events: number;
  /** Of the last event, and its digest: those of the header where the file has no event. */
  readonly ordinal: number;
  readonly digest: string;
  /** Null where the file has no event. */
  readonly firstRecordedAt: Instant | null;
  /** The latest of all, those before the file included. */
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

/** What is said is for each kind of file to say. */
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

/** The closing of a line that is one, in whatever form it is; undefined for any other line. */
export function closingOf(line: unknown): Partial<HistoryClosing> | undefined {
  if (typeof line !== 'object' || line === null || !('closing' in line)) return undefined;
  return (line.closing ?? {}) as Partial<HistoryClosing>;
}

/** The JSON of a line; undefined where it is none. */
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
