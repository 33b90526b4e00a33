import type { Command } from 'commander';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { isRefusal, type Instant, type Semester } from '#kernel';
import { halfYearTable, LANDLORD_COLUMNS, ReportPrefect, type HalfYear, type LandlordHalfYear } from '#prefect';
import { frenchCommand } from '../french';
import { asOfOption, dataOption, formatOption, semesterOption } from '../options';
import { printFile } from '../print-file';
import { refusalError } from '../refusal-error';
import { asReader } from '../session';
import { print, printJson, say } from '../terminal';
import { percentText, tableText } from '../text-table';

interface Options {
  readonly data: string;
  readonly semester: Semester;
  readonly asOf?: Instant;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx';
}

/** Of LANDLORD_COLUMNS, as short as a terminal wants them. */
const HEADS = ['code', 'bailleur', 'hors QPV', 'Q1 ou relogés', 'taux', 'objectif', 'atteint', 'manquantes'];

export function prefectCommand(): Command {
  return frenchCommand(
    'prefect',
    "l'état semestriel pour le préfet : par bailleur, les attributions hors QPV, l'objectif et ce qui manque",
  )
    .addOption(semesterOption().makeOptionMandatory())
    .addOption(asOfOption())
    .addOption(formatOption(['table', 'json', 'csv', 'xlsx'], 'table'))
    .addOption(dataOption())
    .action(reportPrefect);
}

async function reportPrefect({ data, format, ...query }: Options): Promise<void> {
  const halfYear = await asReader(data, ({ queries }) =>
    queries.execute(new ReportPrefect(query, INSTALLATION_ADMINISTRATOR)),
  );
  if (isRefusal(halfYear)) throw refusalError(halfYear);
  if (halfYear.position === null) say("Aucun événement n'était enregistré : l'état est vide.");
  if (format === 'json') await printJson(halfYear);
  else if (format === 'table') await print(`${halfYearText(halfYear)}\n`);
  else await printFile(halfYearTable(halfYear), format);
}

function halfYearText({ from, to, asOf, landlords }: HalfYear): string {
  const rows = landlords.map((landlord) => LANDLORD_COLUMNS.map((column) => cellOf(landlord, column)));
  const known = `Baux signés du ${from} au ${to}, d'après ce qui était enregistré au ${asOf ?? '—'}.`;
  const live = 'Semestre non clos : un enregistrement ou une correction peut encore le changer.';
  return `${known}\n${live}\n${tableText(HEADS, rows)}`;
}

function cellOf(landlord: LandlordHalfYear, column: (typeof LANDLORD_COLUMNS)[number]): string | number {
  const value = column.value(landlord);
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return column.kind === 'decimal' ? percentText(Number(value)) : value;
}
