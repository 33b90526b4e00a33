import type { Position } from '../../event';

/** What happened to a history, where its traces tell it. */
export type FaultKind = 'altered' | 'removed' | 'inserted' | 'reordered' | 'unreadable';

/**
 * What does not hold: the events; a table derived from them, by which readers find them (`stream-index` for the events of a stream,
 * `stretches` for those of a type, `late-times` for those of an instant); the tables as they are declared (`schema`); or the file itself.
 */
export type FaultPart = 'events' | 'stream-index' | 'stretches' | 'late-times' | 'schema' | 'file';

export interface HistoryFault {
  readonly part: FaultPart;
  /** The first position at which something is wrong; null where no position can be named. */
  readonly position: Position | null;
  /** The first event that does not follow: it stands at that position, or after a gap; null where there is none. */
  readonly met: Position | null;
  /** Null where the traces do not tell: an event altered and one inserted at the very end look alike. */
  readonly kind: FaultKind | null;
}

export interface SqliteChainVerdict {
  /** Events that follow from each other, from the first one on. */
  readonly events: number;
  /** Of the last of them; null where there is none. */
  readonly position: Position | null;
  /** Hexadecimal digest of the last of them: what an anchor keeps elsewhere. */
  readonly digest: string;
  /** It holds and is the beginning alone of a history that is arriving: what it tells is right, and not all. */
  readonly receiving: boolean;
  /** Null where the whole history holds. */
  readonly broken: HistoryFault | null;
}

/** Called as the walk goes on: how many of so many steps. */
export type OnVerified = (done: number, total: number) => void;
