/** What is wrong, or doubtful, in a file. Line 0 is the file as a whole; the header is line 1, then one a record. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** The line of the file, or the row of the sheet, where that is another: blank lines and line breaks within cells count there. */
  readonly fileLine?: number;
  /** Name of the column, '' where it is not about one. */
  readonly column: string;
  /** What was found, '' where there was nothing. */
  readonly value: string;
  /** In French: what was expected. */
  readonly message: string;
}

/** The same where there is one row, of no file. */
export type CellNotice = Pick<Fault, 'column' | 'value' | 'message'>;

/** Nobody reads more, and a hostile file must not fill the memory with them. */
const MOST_FINDINGS = 100_000;

/** Gathers the faults (which refuse an import) and the warnings (which do not), up to a limit of each. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Faults found beyond the limit. */
  omitted = 0;

  constructor(private readonly limit: number = MOST_FINDINGS) {}

  fault(fault: Fault): void {
    if (this.faults.length < this.limit) this.faults.push(fault);
    else this.omitted++;
  }

  warning(warning: Fault): void {
    if (this.warnings.length < this.limit) this.warnings.push(warning);
  }
}

/** Why a file cannot be read any further; its message is the fault's, in French. */
export class TableProblem extends Error {
  constructor(
    message: string,
    readonly line: number = 0,
    /** Where the record begins in the file, where it is known. */
    readonly fileLine: number = line,
  ) {
    super(message);
    this.name = 'TableProblem';
  }
}
