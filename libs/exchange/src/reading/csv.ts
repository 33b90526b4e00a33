import { CsvError, Parser, type Options } from 'csv-parse';
import { isHint } from './csv-form';
import { decoded, detectEncoding, type Encoding } from './encoding';
import { TableProblem } from './fault';
import { sizeText, type ReadingLimits } from './limits';
import type { CsvSource, RawRecord } from './source';

/**
 * The records of a CSV file, header included, one batch for each chunk of the file. Cells are not yet trimmed.
 * @param onEncoding called before the first batch
 * @throws TableProblem where the rest cannot be read; the records before it have been yielded
 */
export async function* csvRecords(
  source: CsvSource,
  limits: ReadingLimits,
  onEncoding: (encoding: Encoding) => void = () => undefined,
): AsyncGenerator<readonly RawRecord[]> {
  const encoding = await detectEncoding(source, limits);
  onEncoding(encoding);
  const reader = new ChunkReader(limits);
  for await (const chunk of decoded(source, encoding)) {
    const problem = await reader.write(chunk);
    yield reader.take();
    if (problem) throw problem;
  }
  const problem = await reader.end();
  yield reader.take();
  if (problem) throw problem;
}

/** Takes each record as csv-parse makes it. Its object stream and its `on_record` option would cost as much time as the parsing. */
class RecordParser extends Parser {
  constructor(
    options: Options,
    private readonly onRecord: (record: readonly string[]) => void,
  ) {
    super(options);
  }

  override push(record: unknown): boolean {
    if (record === null) return super.push(null);
    this.onRecord(record as readonly string[]);
    return true;
  }
}

/** Gives csv-parse one chunk at a time. */
class ChunkReader {
  private records: RawRecord[] = [];
  private count = 0;
  private columns = 0;
  private tooWide: TableProblem | undefined;
  private readonly parser: RecordParser;
  private readonly lines = new LineCount();

  constructor(private readonly limits: ReadingLimits) {
    const options = {
      delimiter: ';',
      // A CR before the LF is white space at the end of the record, and csv-parse trims it.
      record_delimiter: '\n',
      rtrim: true,
      relax_column_count: true,
      max_record_size: limits.recordBytes,
    };
    this.parser = new RecordParser(options, (record) => this.add(record));
    // The callbacks give the errors. Without a listener, the same errors would end the process.
    this.parser.on('error', () => undefined);
  }

  write(chunk: Buffer): Promise<TableProblem | undefined> {
    this.lines.add(chunk);
    return new Promise((resolve) => this.parser.write(chunk, (error) => resolve(this.problem(error))));
  }

  end(): Promise<TableProblem | undefined> {
    return new Promise((resolve) => this.parser.end((error?: Error | null) => resolve(this.problem(error))));
  }

  take(): readonly RawRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  private add(cells: readonly string[]): void {
    const fileLine = this.lines.next;
    this.lines.moveTo(this.parser.info.bytes);
    if (cells.every((cell) => cell.trim() === '') || this.tooWide) return;
    if (this.count === 0 && isHint(cells)) return;
    this.count++;
    if (this.count === 1) this.columns = cells.length;
    const isSpread = this.lines.next - fileLine > 1;
    const swallowing = isSpread ? swallowingCell(cells, this.columns) : undefined;
    if (cells.length <= this.limits.columns)
      this.records.push(swallowing === undefined ? { cells, fileLine } : { cells, fileLine, swallowing });
    else
      this.tooWide = new TableProblem(
        `${cells.length} colonnes : ${this.limits.columns} au plus sont acceptées`,
        this.count,
        fileLine,
      );
  }

  private problem(error: Error | null | undefined): TableProblem | undefined {
    return (
      this.tooWide ?? (error ? new TableProblem(this.messageOf(error), this.count + 1, this.lines.next) : undefined)
    );
  }

  private messageOf(error: Error): string {
    const code = error instanceof CsvError ? error.code : '';
    if (code === 'CSV_MAX_RECORD_SIZE')
      return `enregistrement de plus de ${sizeText(this.limits.recordBytes)} : un guillemet (") ouvert n’est sans doute pas fermé`;
    if (code === 'CSV_QUOTE_NOT_CLOSED') return 'un guillemet (") ouvert n’est pas fermé avant la fin du fichier';
    if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
      return 'un guillemet (") fermant doit être suivi d’un point-virgule ou d’une fin de ligne ; dans un texte, il se double ("")';
    if (code === 'INVALID_OPENING_QUOTE')
      return 'guillemet (") inattendu : une cellule qui en contient s’écrit entre guillemets, et les siens se doublent ("")';
    return 'enregistrement illisible : un CSV à points-virgules est attendu';
  }
}

/** With at least so many columns, a cell that has exactly the semicolons of whole lines does not have them by chance. */
const ENOUGH_COLUMNS = 4;

/** The first cell that holds whole lines of the file: it begins in a cell of one line and ends in the same cell of a later line. */
function swallowingCell(cells: readonly string[], columns: number): number | undefined {
  if (columns < ENOUGH_COLUMNS) return undefined;
  const at = cells.findIndex((cell) => {
    const breaks = cell.split('\n').length - 1;
    return breaks > 0 && cell.split(';').length - 1 === breaks * (columns - 1);
  });
  return at < 0 ? undefined : at;
}

const LINE_FEED = 10;

/** Counts the line feeds of the file to know the line of the next record. csv-parse counts lines in another way than editors do. */
class LineCount {
  next = 1;
  private bytes = 0;
  /** The offsets of the line feeds that were not passed yet, and of those of the last chunk. */
  private feeds: number[] = [];
  private passed = 0;

  add(chunk: Buffer): void {
    this.feeds = this.feeds.slice(this.passed);
    this.passed = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1))
      this.feeds.push(this.bytes + at);
    this.bytes += chunk.length;
  }

  /** @param end offset of the byte after a record */
  moveTo(end: number): void {
    const before = this.passed;
    while (this.passed < this.feeds.length && this.feeds[this.passed]! < end) this.passed++;
    this.next += this.passed - before;
  }
}
