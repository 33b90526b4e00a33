import type { Fault } from '../reading/fault';
import type { UnmappedValue } from '../reading/mapping/unmapped';

export interface FileCount {
  readonly file: string;
  readonly rows: number;
  /** Events that its rows added. */
  readonly events: number;
  /** Events that follow from them: a quartile revised by a new bound. */
  readonly derived: number;
  readonly unchanged: number;
}

/** What an import did, or why it did nothing (formats.md, `mixite import`). */
export interface ImportReport {
  readonly files: readonly FileCount[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Faults beyond the 100 000 that are listed; absent where all are. */
  readonly omitted?: number;
  /** With a mapping alone. */
  readonly unmapped?: readonly UnmappedValue[];
}
