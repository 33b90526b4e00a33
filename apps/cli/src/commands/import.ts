import type { Command } from 'commander';
import { dataOption, formatOption } from '../options';
import type { ImportOptions } from '../work/import';

export function importCommand(command: Command): Command {
  return command
    .option('--dry-run', "dit ce que l'import ferait, sans rien écrire")
    .option(
      '--mapping <fichier>',
      'correspondance (JSON) entre les en-têtes, valeurs et dates du fichier et ceux de Mixité',
    )
    .addOption(formatOption(['table', 'json'], 'table'))
    .addOption(dataOption())
    .action(async (directory: string, options: ImportOptions) =>
      (await import('../work/import.js')).runImport(directory, options),
    );
}
