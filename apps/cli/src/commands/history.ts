import { InvalidArgumentError, Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { frenchCommand } from '../french';
import type { ExportOptions } from '../history/export';
import type { ImportOptions } from '../history/import';
import { dataOption, formatOption } from '../options';

export function historyCommand(command: Command): Command {
  return command.helpCommand(false).addCommand(exportCommand()).addCommand(importCommand());
}

function exportCommand(): Command {
  return frenchCommand(
    'export',
    "écrit l'historique dans un fichier, une ligne par événement ; un export interrompu se poursuit en relançant la même commande",
  )
    .argument('<fichier>', 'fichier à écrire, comprimé si son nom finit par .gz ; - pour la sortie standard')
    .addOption(fromOrdinalOption())
    .addOption(keysOption('où écrire aussi les clés des ménages, à transporter à part'))
    .addOption(formatOption(['table', 'json'], 'table'))
    .addOption(dataOption())
    .action(async (file: string, options: ExportOptions) =>
      (await import('../history/export.js')).runExport(file, options),
    );
}

function importCommand(): Command {
  return frenchCommand(
    'import',
    "reçoit l'historique d'un fichier, dans un dossier vide ou qui en contient déjà le début ; vérifie tout à l'arrivée",
  )
    .argument('<fichier>', "fichier écrit par « mixite history export » ; - pour l'entrée standard")
    .option('--dry-run', 'vérifie le fichier seul, sans rien écrire')
    .addOption(
      keysOption(
        'clés des ménages, à recevoir aussi ; apportez la clé maîtresse de l’autre installation (master.key dans le dossier, ou MIXITE_MASTER_KEY_FILE)',
      ),
    )
    .addOption(formatOption(['table', 'json'], 'table'))
    .addOption(dataOption())
    .action(async (file: string, options: ImportOptions) =>
      (await import('../history/import.js')).runImport(file, options),
    );
}

function fromOrdinalOption(): Option {
  return new Option(
    '--from-ordinal <n>',
    "commence à l'événement n° n, pour continuer un historique arrivé en partie",
  ).argParser((text): number => {
    const ordinal = Number(text);
    if (!Number.isSafeInteger(ordinal) || ordinal < 1)
      throw new InvalidArgumentError(`« ${text} » n'est pas un rang d'événement : un entier à partir de 1 attendu.`);
    return ordinal;
  });
}

/** The keys are transported apart from the history, so they never go through the pipe that the history uses. */
function keysOption(description: string): Option {
  return new Option('--keys <fichier>', description).argParser((text): string => {
    if (text === '-') throw new InvalidArgumentError('Les clés passent par un fichier : nommez-le.');
    return resolve(text);
  });
}
