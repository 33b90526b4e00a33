import type { Position } from './event';

/** What a walk along the chain of digests found. */
export interface ChainVerdict {
  /** Events whose digest is right, from the first one on. */
  readonly events: number;
  /** Hexadecimal digest of the last of them: what an anchor keeps elsewhere. */
  readonly digest: string;
  /** The first event that does not follow from those before it: altered, inserted, or after one that was removed or moved. */
  readonly broken: Position | null;
}
