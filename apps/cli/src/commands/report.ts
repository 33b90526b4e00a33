import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ReportScope } from '#compliance';
import { frenchCommand } from '../french';
import { asOfOption, choiceOption, dataOption, dayOption, formatOption, semesterOption } from '../options';
import type { ReportFormat } from '../print-report';
import type { ComplianceOptions } from '../work/report-compliance';
import type { FlowOptions } from '../work/report-flow';
import type { FragilityOptions } from '../work/report-fragility';
import type { ObjectivesOptions } from '../work/report-objectives';
import type { PrefectOptions } from '../work/report-prefect';
import type { QpvOptions } from '../work/report-qpv';
import type { RefusalsOptions } from '../work/report-refusals';
import type { RehousingOptions } from '../work/report-rehousing';

const REPORT_FORMATS: readonly ReportFormat[] = ['table', 'json', 'csv', 'xlsx', 'pdf'];
const TABLE_FORMATS = ['table', 'json', 'csv', 'xlsx'];

/** The scopes of figures. The library's own list would bring in most of the program; the compiler holds this one against it. */
const SCOPES = {
  epci: true,
  commune: true,
  secteur: true,
  bailleur: true,
  reservataire: true,
  residence: true,
  qpv: true,
} as const satisfies Record<ReportScope, true>;

/** The reports. Their work brings in most of the program: each is loaded only once its options are right. */
export function reportCommand(command: Command): Command {
  return command
    .helpCommand(false)
    .addCommand(complianceCommand())
    .addCommand(objectivesCommand())
    .addCommand(rehousingCommand())
    .addCommand(fragilityCommand())
    .addCommand(prefectCommand())
    .addCommand(qpvCommand())
    .addCommand(refusalsCommand())
    .addCommand(flowCommand());
}

function complianceCommand(): Command {
  return frenchCommand(
    'compliance',
    'les chiffres de la convention, pour les baux signés du premier au dernier jour, compris',
  )
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(
      choiceOption('--scope <périmètre>', 'périmètre des chiffres', Object.keys(SCOPES)).default('epci', 'epci'),
    )
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: ComplianceOptions) =>
      (await import('../work/report-compliance.js')).reportCompliance(options),
    );
}

function objectivesCommand(): Command {
  return frenchCommand('objectives', 'où en est chaque objectif de la convention, et ce qui manque')
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(dayOption('--on <jour>', 'jour dont on prend les objectifs ; par défaut, le dernier de la période'))
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: ObjectivesOptions) =>
      (await import('../work/report-objectives.js')).reportObjectives(options),
    );
}

function rehousingCommand(): Command {
  return frenchCommand('rehousing', "l'état des relogements NPNRU, par opération et pour toutes")
    .option('--operation <code>', 'une seule opération, par son code')
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: RehousingOptions) =>
      (await import('../work/report-rehousing.js')).reportRehousing(options),
    );
}

function fragilityCommand(): Command {
  return frenchCommand('fragility', 'les notes de fragilité des résidences en vigueur un jour, et pourquoi')
    .addOption(dayOption('--on <jour>', "le jour des notes, AAAA-MM-JJ ou JJ/MM/AAAA (par défaut, aujourd'hui)"))
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: FragilityOptions) =>
      (await import('../work/report-fragility.js')).reportFragility(options),
    );
}

function prefectCommand(): Command {
  return frenchCommand(
    'prefect',
    "l'état semestriel pour le préfet : par bailleur, les attributions hors QPV, l'objectif et ce qui manque",
  )
    .addOption(semesterOption().makeOptionMandatory())
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: PrefectOptions) => (await import('../work/report-prefect.js')).reportPrefect(options));
}

function qpvCommand(): Command {
  return frenchCommand(
    'qpv',
    'ce que les commissions de quartier ont fait : propositions, désignations, reports par motif, par commune et par QPV',
  )
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(asOfOption())
    .addOption(formatOption(TABLE_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: QpvOptions) => (await import('../work/report-qpv.js')).reportQpv(options));
}

function refusalsCommand(): Command {
  return frenchCommand(
    'refusals',
    'qui refuse, à quelle étape et pour quel motif, par résidence, réservataire, composition et quartile, à côté de la moyenne',
  )
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(new Option('--landlord <code>', 'les logements que ce bailleur a déclarés'))
    .addOption(new Option('--residence <code>', 'les logements de cette résidence'))
    .addOption(new Option('--holder <code>', 'les candidats de ce réservataire'))
    .addOption(new Option('--commune <code>', 'les résidences de cette commune'))
    .addOption(asOfOption())
    .addOption(formatOption(TABLE_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: RefusalsOptions) => (await import('../work/report-refusals.js')).reportRefusals(options));
}

function flowCommand(): Command {
  return frenchCommand(
    'flux',
    'la gestion en flux : parts dues et données, et le bilan annuel de chaque bailleur, par réservataire',
  )
    .addOption(yearOption().makeOptionMandatory())
    .option('--landlord <code>', 'un seul bailleur, par son code')
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(async (options: FlowOptions) => (await import('../work/report-flow.js')).reportFlow(options));
}

function yearOption(): Option {
  return new Option('--year <année>', 'année, AAAA').argParser((text): number => {
    if (!/^(?:19|20|21)\d{2}$/.test(text))
      throw new InvalidArgumentError(`« ${text} » n'est pas une année : AAAA attendu.`);
    return Number(text);
  });
}
