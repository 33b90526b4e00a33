import type { Command } from 'commander';
import { frenchCommand } from '../french';
import { dataOption, formatOption } from '../options';
import type { HistoryOptions } from '../work/audit-history';
import type { VerifyOptions } from '../work/verify-history';

export function auditCommand(command: Command): Command {
  return command.helpCommand(false).addCommand(historyCommand()).addCommand(verifyCommand());
}

function historyCommand(): Command {
  return frenchCommand(
    'history',
    "l'histoire d'une attribution, d'une résidence ou d'un ménage (l'un des trois) : qui a fait quoi, quand, sur quel fondement",
  )
    .option('--allocation <numéro>', "numéro de l'attribution, ou son identifiant interne")
    .option('--residence <code>', 'code de la résidence')
    .option('--household <numéro>', 'numéro unique du ménage, ou son identifiant interne')
    .option('--no-names', 'laisse scellées les données personnelles : rien n’est alors consigné')
    .addOption(formatOption(['table', 'json', 'csv', 'xlsx'], 'table'))
    .addOption(dataOption())
    .action(async (options: HistoryOptions) => (await import('../work/audit-history.js')).auditHistory(options));
}

function verifyCommand(): Command {
  return frenchCommand(
    'verify',
    "parcourt toute l'histoire : sort avec 1, et nomme la position, si un événement a été altéré, supprimé, ajouté ou déplacé",
  )
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(dataOption())
    .action(async (options: VerifyOptions) => (await import('../work/verify-history.js')).verifyHistory(options));
}
