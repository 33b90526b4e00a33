import { dayAt } from '#kernel';
import { MASKED_TEXT } from '#compliance';
import type { OutColumn, Table } from '#tables';
import type { ShownProgress, ShownRehousing, ShownRehousingFigure } from '../masking/masked-rehousing';

/** One operation, or all of them together (with a null id). */
export interface ProgressRow extends ShownProgress {
  readonly id: string | null;
  readonly label: string;
}

/** One figure of one operation, or of all of them together. */
export interface RehousingRow {
  readonly of: ProgressRow;
  readonly figure: ShownRehousingFigure;
}

const ALL_OPERATIONS = 'Ensemble des opérations';

/** The progress of an operation, with French column names. */
export const PROGRESS_COLUMNS: readonly OutColumn<ProgressRow>[] = [
  { header: 'code_operation', title: 'Code', kind: 'text', value: ({ id }) => id },
  { header: 'libelle', title: 'Opération', kind: 'text', value: ({ label }) => label },
  { header: 'menages_a_reloger', title: 'Ménages à reloger', kind: 'integer', value: ({ planned }) => planned },
  {
    header: 'relogements_definitifs',
    title: 'Relogés définitivement',
    kind: 'integer',
    value: ({ completed }) => completed,
  },
  {
    header: 'relogements_temporaires',
    title: 'Relogés temporairement',
    kind: 'integer',
    value: ({ temporary }) => temporary,
  },
  { header: 'restants', title: 'Restants', kind: 'integer', value: ({ remaining }) => remaining },
  { header: 'rythme_mensuel', title: 'Rythme mensuel', kind: 'decimal', value: ({ pacePerMonth }) => pacePerMonth },
  { header: 'fin_projetee', title: 'Fin projetée', kind: 'text', value: ({ forecastEnd }) => forecastEnd },
];

export const REHOUSING_FIGURE_COLUMNS: readonly OutColumn<ShownRehousingFigure>[] = [
  { header: 'code', kind: 'text', value: ({ code }) => code },
  { header: 'numerateur', kind: 'integer', value: ({ numerator }) => numerator },
  { header: 'denominateur', kind: 'integer', value: ({ denominator }) => denominator },
  { header: 'taux', kind: 'rate', value: ({ rate }) => rate },
];

/** Every operation in its order, then all of them together, with the figures of each. */
export function progressRows(
  report: ShownRehousing,
): readonly (ProgressRow & { readonly figures: readonly ShownRehousingFigure[] })[] {
  return [...report.operations, { id: null, label: ALL_OPERATIONS, ...report.total, figures: report.figures }];
}

/**
 * A report as a table, one row for each figure. Every row repeats the progress of its operation and the instant of the
 * report, so that rows copied into another file still show them.
 */
export function rehousingTable(report: ShownRehousing): Table<RehousingRow> {
  const columns: readonly OutColumn<RehousingRow>[] = [
    ...PROGRESS_COLUMNS.map((column) => ({ ...column, value: ({ of }: RehousingRow) => column.value(of) })),
    ...REHOUSING_FIGURE_COLUMNS.map((column) => ({
      ...column,
      value: ({ figure }: RehousingRow) => column.value(figure),
    })),
    ...maskedColumns(report, ({ of, figure }: RehousingRow) => 'masked' in of || 'masked' in figure),
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  const rows = progressRows(report).flatMap((of) => of.figures.map((figure) => ({ of, figure })));
  return { name: 'Relogements', columns, rows };
}

/** Only a reader from whom counts are masked has this column. */
export function maskedColumns<Row>(report: ShownRehousing, isMasked: (row: Row) => boolean): readonly OutColumn<Row>[] {
  if (!progressRows(report).some(hasMasked)) return [];
  return [{ header: 'masque', title: 'Masqué', kind: 'text', value: (row) => (isMasked(row) ? MASKED_TEXT : null) }];
}

/** Whether a count of the row is masked, or one of its figures. */
export function hasMasked(row: ReturnType<typeof progressRows>[number]): boolean {
  return 'masked' in row || row.figures.some((figure) => 'masked' in figure);
}

/** `mixite-relogements-2024-09-30`, without its extension. For one operation, the code of the operation comes before the day. */
export function rehousingFileName({ asOf, territory }: ShownRehousing, operation?: string): string {
  const parts = ['mixite-relogements', operation, asOf === null ? undefined : dayAt(asOf, territory?.timeZone)];
  return parts.filter((part) => part !== undefined).join('-');
}
