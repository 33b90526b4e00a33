import type { Fault } from '../reading/fault';
import type { UnmappedValue } from '../reading/mapping/unmapped';

export interface FileCount {
  readonly file: string;
  readonly rows: number;
  /** Number of events of its rows. */
  readonly events: number;
  /** Number of events that follow from them, such as a quartile revised after a new bound. */
  readonly derived: number;
  readonly unchanged: number;
}

/** What an import did, or why it did nothing (formats.md, `mixite import`). */
export interface ImportReport {
  readonly files: readonly FileCount[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Number of faults beyond the 100 000 that are listed; absent where all are listed. */
  readonly omitted?: number;
  /** Only with a mapping. */
  readonly unmapped?: readonly UnmappedValue[];
}
