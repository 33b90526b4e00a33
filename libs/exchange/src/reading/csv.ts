import { CsvError, Parser, type Options } from 'csv-parse';
import { decoded, detectEncoding } from './encoding';
import { TableProblem } from './fault';
import { sizeText, type ReadingLimits } from './limits';
import type { CsvSource, RawRecord } from './source';

/**
 * The records of a CSV file, header included, a batch a chunk of the file; cells are not yet trimmed.
 * @throws TableProblem where the rest cannot be read; what came before has been yielded
 */
export async function* csvRecords(source: CsvSource, limits: ReadingLimits): AsyncGenerator<readonly RawRecord[]> {
  const encoding = await detectEncoding(source, limits);
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

/** Takes the records in passing: the object stream and the `on_record` option of csv-parse cost as much as its parsing. */
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

/** Drives csv-parse a chunk at a time. */
class ChunkReader {
  private records: RawRecord[] = [];
  private count = 0;
  private tooWide: TableProblem | undefined;
  private readonly parser: RecordParser;

  constructor(private readonly limits: ReadingLimits) {
    const options = {
      bom: true,
      delimiter: ';',
      // A CR before the LF is white space to the right, which is trimmed.
      record_delimiter: '\n',
      rtrim: true,
      relax_column_count: true,
      max_record_size: limits.recordBytes,
    };
    this.parser = new RecordParser(options, (record) => this.add(record));
    // Errors are taken from the callbacks; without a listener they would end the process.
    this.parser.on('error', () => undefined);
  }

  write(chunk: Buffer): Promise<TableProblem | undefined> {
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

  private add(record: readonly string[]): void {
    if (record.every((cell) => cell.trim() === '') || this.tooWide) return;
    this.count++;
    if (record.length <= this.limits.columns) this.records.push(record);
    else
      this.tooWide = new TableProblem(
        `${record.length} colonnes : ${this.limits.columns} au plus sont acceptées`,
        this.count,
      );
  }

  private problem(error: Error | null | undefined): TableProblem | undefined {
    return this.tooWide ?? (error ? new TableProblem(this.messageOf(error), this.count + 1) : undefined);
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
