import type { Position } from '../../event';

/** What happened to a history, as far as its traces show it. */
export type FaultKind = 'altered' | 'removed' | 'inserted' | 'reordered' | 'unreadable';

/**
 * The faulty part: the events; a derived table in which readers find them (`stream-index` by stream, `stretches` by
 * type, `late-times` by instant); the declarations of the tables (`schema`); or the file itself.
 */
export type FaultPart = 'events' | 'stream-index' | 'stretches' | 'late-times' | 'schema' | 'file';

export interface HistoryFault {
  readonly part: FaultPart;
  /** The first position at which something is wrong; null where no position can be named. */
  readonly position: Position | null;
  /** The position of the first event that does not follow: the same position, or one after a gap; null where there is none. */
  readonly met: Position | null;
  /** Null where the traces do not show it: at the very end, an altered event and an inserted event look the same. */
  readonly kind: FaultKind | null;
}

export interface SqliteChainVerdict {
  /** The number of events that follow each other, from the first one on. */
  readonly events: number;
  /** The position of the last of them; null where there is none. */
  readonly position: Position | null;
  /** The hexadecimal digest of the last of them, which an anchor keeps elsewhere. */
  readonly digest: string;
  /** True where the history is right, but only the first part of it has arrived so far. */
  readonly receiving: boolean;
  /** Null where the whole history is right. */
  readonly broken: HistoryFault | null;
}

/** Called during the verification with the steps done and the total of steps. */
export type OnVerified = (done: number, total: number) => void;
