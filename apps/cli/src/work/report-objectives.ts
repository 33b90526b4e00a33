import { INSTALLATION_ADMINISTRATOR } from '#access';
import {
  OBJECTIVE_COLUMNS,
  objectivesDocument,
  objectivesTable,
  objectivesWorkbook,
  objectiveWords,
  type ObjectiveLine,
  type ShownObjectives,
} from '#compliance';
import { ReportObjectives } from '#compliance/module';
import type { Letterhead } from '#convention';
import { frenchRate, recordedByText, unknownQuartilesText } from '#documents';
import type { AsOf, Day } from '#kernel';
import type { OutColumn } from '#tables';
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface ObjectivesOptions {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly on?: Day;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

/** Columns that are left out because a terminal is too narrow. */
const LEFT_OUT = ['chiffre', 'perimetre', 'acteur', 'valeur'];
/** The operator and its value together, in the words of the other reports. */
const TARGET: OutColumn<ObjectiveLine> = { header: 'cible', kind: 'text', value: objectiveWords };
const COLUMNS = OBJECTIVE_COLUMNS.filter(({ header }) => !LEFT_OUT.includes(header)).map((column) =>
  column.header === 'operateur' ? TARGET : column,
);

/** Short headers for COLUMNS. */
const HEADS = [
  ...['code', 'objectif', 'identifiant', 'nom', 'acteur', 'cible', 'baux', 'sur', 'taux', 'statut'],
  ...['manquantes', 'écart', 'avant', 'tendance'],
];

export async function reportObjectives({ data, format, ...query }: ObjectivesOptions): Promise<void> {
  const asked = new ReportObjectives(query, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, ({ targetsOn, to }) => targetsOn ?? to);
  await printReport(format, {
    document: report,
    text: () => objectivesText(report, letterhead),
    table: () => objectivesTable(report),
    workbook: () => objectivesWorkbook(report, letterhead),
    paper: () => objectivesDocument(report, letterhead),
  });
}

function objectivesText(report: ShownObjectives, { territory }: Letterhead): string {
  const { from, to, asOf, targetsOn, targetsChanged, objectives } = report;
  const known = `Baux signés du ${from} au ${to}, ${recordedByText(asOf, territory.timeZone)}.`;
  if (targetsOn === undefined) return `${known}\nAucune convention n'est enregistrée.`;
  const changed = targetsChanged ? ' Ils ont changé pendant la période.' : '';
  const rows = objectives.map((line) => COLUMNS.map((column) => cellOf(line, column)));
  const unknown = unknownQuartilesText(report, 'baux de la période');
  return `${known}\n${unknown}\nObjectifs en vigueur au ${targetsOn}.${changed}\n${tableText(HEADS, rows)}`;
}

function cellOf(line: ObjectiveLine, { kind, value }: OutColumn<ObjectiveLine>): string | number {
  const cell = value(line);
  if (cell === null) return '—';
  if (kind === 'rate') return frenchRate(Number(cell));
  return typeof cell === 'number' ? cell : String(cell);
}
