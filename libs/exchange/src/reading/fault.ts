/** Something wrong or doubtful in a file. Line 0 is the whole file, line 1 the header, then one line for each record. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** The line of the file, or the row of the sheet, where it differs from `line`: it counts blank lines and line breaks within cells. */
  readonly fileLine?: number;
  /** Name of the column; '' where the fault is about no column. */
  readonly column: string;
  /** The value found; '' where there was none. */
  readonly value: string;
  /** What was expected, in French. */
  readonly message: string;
  /** Of a row that is refused as a command would be: the code of the refusal. */
  readonly code?: string;
}

/** The same for a single row that is in no file. */
export type CellNotice = Pick<Fault, 'column' | 'value' | 'message' | 'code'>;

/** Nobody reads more of them, and a hostile file must not fill the memory. */
const MOST_FINDINGS = 100_000;

/** Collects faults (they refuse an import) and warnings (they do not), up to a limit of each. */
export class Findings {
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Number of faults beyond the limit. */
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
    /** The line of the file on which the record begins, where it is known. */
    readonly fileLine: number = line,
  ) {
    super(message);
    this.name = 'TableProblem';
  }
}
