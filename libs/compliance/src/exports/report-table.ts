import type { OutColumn, Table } from '#tables';
import type { Json } from '#kernel';
import type { Figure } from '../figures/figure';
import { MASKED_TEXT, type ShownFigure, type ShownReport } from '../masking/shown-report';

export const STATUSES: Readonly<Record<NonNullable<Figure['status']>, string>> = {
  met: 'atteint',
  missed: 'non atteint',
};

/** The columns that describe one figure. A table on the terminal has only these. */
export const FIGURE_COLUMNS: readonly OutColumn<ShownFigure>[] = [
  { header: 'code', kind: 'text', value: ({ code }) => code },
  { header: 'perimetre', kind: 'text', value: ({ scope }) => scope.kind },
  { header: 'identifiant', kind: 'text', value: ({ scope }) => scope.id },
  { header: 'libelle', kind: 'text', value: ({ scope }) => scope.label },
  { header: 'numerateur', kind: 'integer', value: ({ numerator }) => numerator },
  { header: 'denominateur', kind: 'integer', value: ({ denominator }) => denominator },
  { header: 'taux', kind: 'rate', value: ({ rate }) => rate },
  { header: 'objectif', kind: 'text', value: ({ target }) => targetText(target) },
  { header: 'statut', kind: 'text', value: ({ status }) => status && STATUSES[status] },
];

/**
 * A report as a table, one row for each figure, in the order of the report. Every row repeats the period and the
 * instant of the report, so that rows copied into another file still show them.
 */
export function reportTable(report: ShownReport): Table<ShownFigure> {
  return {
    name: 'Conformité',
    columns: [...FIGURE_COLUMNS, ...maskedColumns(report), ...reportColumns(report)],
    rows: report.figures,
  };
}

/** Only a reader from whom counts are masked has this column. */
export function maskedColumns<Row extends object>({
  figures,
}: {
  readonly figures: readonly Row[];
}): readonly OutColumn<Row>[] {
  if (!figures.some((figure) => 'masked' in figure)) return [];
  const value = (figure: Row): string | null => ('masked' in figure ? MASKED_TEXT : null);
  return [{ header: 'masque', title: 'Masqué', kind: 'text', value }];
}

/** `mixite-conformite-commune-2023-01-01-2023-12-31`, without its extension. */
export function reportFileName({ from, to }: ShownReport, scope: string): string {
  return `mixite-conformite-${scope}-${from}-${to}`;
}

function reportColumns(report: ShownReport): readonly OutColumn<ShownFigure>[] {
  return [
    { header: 'du', kind: 'day', value: () => report.from },
    { header: 'au', kind: 'day', value: () => report.to },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
    { header: 'quartiles_inconnus', kind: 'integer', value: () => report.unknownQuartile },
    { header: 'quartiles_partiels', kind: 'integer', value: () => report.partialQuartile },
    ...targetColumns(report),
  ];
}

/** Where a convention is recorded: the day whose objectives judge, and whether other objectives judged on another day. */
function targetColumns({ targetsOn, targetsChanged }: ShownReport): readonly OutColumn<ShownFigure>[] {
  if (targetsOn === undefined) return [];
  return [
    { header: 'objectifs_au', kind: 'day', value: () => targetsOn },
    { header: 'objectifs_modifies', kind: 'yes-no', value: () => targetsChanged ?? null },
  ];
}

const BOUNDS: Readonly<Record<string, string>> = { min: 'au moins', max: 'au plus', equal: 'égal à' };

/** `au moins 0,25`, `au plus 0`, `égal à 0,5`; null where there is no target. */
function targetText(target: Json): string | null {
  if (target === null || typeof target !== 'object' || Array.isArray(target)) return null;
  return Object.entries(target)
    .map(([bound, value]) => `${BOUNDS[bound]} ${String(value).replace('.', ',')}`)
    .join(' et ');
}
