import { csvRecords } from './csv';
import type { Encoding } from './encoding';
import { TableProblem, type Findings } from './fault';
import { isHeader, otherTable, readHeader } from './header';
import { DEFAULT_LIMITS } from './limits';
import { RowReader, type ReadOptions, type ReadRow } from './row-reader';
import type { RawRecord, Source } from './source';
import type { FileSpec } from './spec';
import { xlsxRecords } from './xlsx/records';

export type { ReadOptions, ReadRow } from './row-reader';

/** How many rows above a header are looked at. */
const MOST_TITLES = 20;

/** The rows of a file, one batch at a time. Faults and warnings go to the findings. Where a part cannot be read, no row after it is yielded. */
export async function* readRows<Row>(
  source: Source,
  spec: FileSpec<Row>,
  findings: Findings,
  options: ReadOptions = {},
): AsyncGenerator<readonly ReadRow<Row>[]> {
  let reader: RowReader<Row> | undefined;
  // Texts of a workbook are UTF-8.
  let encoding: Encoding = 'utf-8';
  try {
    const others: OtherSheet[] = [];
    for await (const batch of recordsOf(source, options, others, (found) => (encoding = found))) {
      const [first, ...rest] = batch;
      if (!first) continue;
      if (reader) yield batch.map(reader.read);
      else {
        options.lines?.add(1, first.fileLine);
        const found = { source, spec: spec as FileSpec, findings, options };
        refuseHeaderElsewhere(batch, others, found);
        reportOthers(others, found);
        const header = readHeader(first.cells, source.name, spec as FileSpec, findings, options.mapping);
        if (!header.hasKey) options.unread?.add(spec.file);
        reader = new RowReader(source, spec, header, findings, { ...options, encoding });
        if (rest.length > 0) yield rest.map(reader.read);
      }
    }
    if (reader) return;
    refuseOtherSheet(others, { spec: spec as FileSpec, options });
    throw new TableProblem('fichier vide : une ligne d’en-tête est attendue');
  } catch (error) {
    const { line, fileLine, message } = problemOf(error);
    options.lines?.add(line, fileLine);
    options.unread?.add(spec.file);
    findings.fault({ file: source.name, line, column: '', value: '', message });
  } finally {
    reader?.end();
  }
}

/** The first row of a sheet that is not read. */
interface OtherSheet {
  readonly name: string;
  readonly first: RawRecord;
}

function recordsOf(
  source: Source,
  { limits = DEFAULT_LIMITS }: ReadOptions,
  others: OtherSheet[],
  onEncoding: (encoding: Encoding) => void,
) {
  return source.form === 'csv'
    ? csvRecords(source, limits, onEncoding)
    : xlsxRecords(source, limits, (name, first) => others.push({ name, first }));
}

interface Found {
  readonly source: Source;
  readonly spec: FileSpec;
  readonly findings: Findings;
  readonly options: ReadOptions;
}

/**
 * Titles above the header, a sheet before the right one, or the name of another table are one fault: otherwise each missing column would be
 * a fault.
 * @throws TableProblem
 */
function refuseHeaderElsewhere(
  [first, ...below]: readonly RawRecord[],
  others: readonly OtherSheet[],
  found: Found,
): void {
  const isOurs = ({ cells }: RawRecord) => isHeader(cells, found.spec, found.options.mapping);
  if (isOurs(first!)) return;
  const header = below.slice(0, MOST_TITLES).find(isOurs);
  if (header)
    throw new TableProblem(
      `l’en-tête est à la ligne ${header.fileLine} du fichier : retirez ce qui est au-dessus`,
      1,
      first!.fileLine,
    );
  refuseOtherSheet(others, found);
  const { spec, options } = found;
  const other = otherTable(first!.cells, spec, options.specs ?? [], options.mapping);
  if (other)
    throw new TableProblem(
      `ce tableau a l’en-tête de ${other.file}, sous le nom de ${spec.file} : a-t-il reçu le nom d’un autre ?`,
      1,
      first!.fileLine,
    );
}

function refuseOtherSheet(others: readonly OtherSheet[], { spec, options }: Pick<Found, 'spec' | 'options'>): void {
  const sheet = others.find(({ first }) => isHeader(first.cells, spec, options.mapping));
  if (sheet)
    throw new TableProblem(
      `la feuille « ${sheet.name} » a l’en-tête attendu, mais seule la première est lue : mettez-la en premier`,
    );
}

function reportOthers(others: readonly OtherSheet[], { source, spec, findings, options }: Found): void {
  for (const { name, first } of others) {
    const isOurs = isHeader(first.cells, spec, options.mapping);
    const message = isOurs
      ? `la feuille « ${name} » a le même en-tête, mais seule la première est lue : réunissez leurs lignes`
      : `feuille « ${name} » ignorée : seule la première feuille d’un classeur est lue`;
    findings[isOurs ? 'fault' : 'warning']({ file: source.name, line: 0, column: '', value: '', message });
  }
}

function problemOf(error: unknown): TableProblem {
  if (error instanceof TableProblem) return error;
  if (typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string')
    return new TableProblem('fichier introuvable ou illisible : vérifiez qu’il existe et que vous pouvez le lire');
  throw error;
}
