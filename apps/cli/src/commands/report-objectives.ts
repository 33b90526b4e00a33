import type { Command } from 'commander';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { OBJECTIVE_COLUMNS, objectivesTable, type ObjectiveLine, type ObjectivesReport } from '#compliance';
import { ReportObjectives } from '#compliance/module';
import { frenchRate } from '#documents';
import { isRefusal, type AsOf, type Day } from '#kernel';
import { frenchCommand } from '../french';
import { asOfOption, dataOption, dayOption, formatOption } from '../options';
import { printReport, REPORT_FORMATS, type ReportFormat } from '../print-report';
import { refusalError } from '../refusal-error';
import { asReader } from '../session';
import { tableText } from '../text-table';

interface Options {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly on?: Day;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

/** Columns that are left out because a terminal is too narrow. */
const LEFT_OUT = ['chiffre', 'perimetre', 'acteur'];

export function objectivesCommand(): Command {
  return frenchCommand('objectives', 'où en est chaque objectif de la convention, et ce qui manque')
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, AAAA-MM-JJ').makeOptionMandatory())
    .addOption(dayOption('--on <jour>', 'jour dont on prend les objectifs ; par défaut, le dernier de la période'))
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(reportObjectives);
}

async function reportObjectives({ data, format, ...query }: Options): Promise<void> {
  const report = await asReader(data, ({ queries }) =>
    queries.execute(new ReportObjectives(query, INSTALLATION_ADMINISTRATOR)),
  );
  if (isRefusal(report)) throw refusalError(report);
  await printReport(format, {
    document: report,
    text: () => objectivesText(report),
    table: () => objectivesTable(report),
  });
}

function objectivesText({ from, to, asOf, targetsOn, targetsChanged, objectives }: ObjectivesReport): string {
  const known = `Baux signés du ${from} au ${to}, d'après ce qui était enregistré au ${asOf ?? '—'}.`;
  if (targetsOn === undefined) return `${known}\nAucune convention n'est enregistrée.`;
  const changed = targetsChanged ? ' Ils ont changé pendant la période.' : '';
  const columns = OBJECTIVE_COLUMNS.filter(({ header }) => !LEFT_OUT.includes(header));
  const rows = objectives.map((line) => columns.map((column) => cellOf(line, column)));
  return `${known}\nObjectifs en vigueur au ${targetsOn}.${changed}\n${tableText(
    columns.map(({ header }) => header),
    rows,
  )}`;
}

function cellOf(line: ObjectiveLine, { kind, value }: (typeof OBJECTIVE_COLUMNS)[number]): string | number {
  const cell = value(line);
  if (cell === null) return '—';
  if (kind === 'decimal') return frenchRate(Number(cell));
  return typeof cell === 'number' ? cell : String(cell);
}
