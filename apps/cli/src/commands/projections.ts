import type { Command } from 'commander';
import { frenchCommand } from '../french';
import { dataOption, formatOption } from '../options';
import type { ProjectionsOptions } from '../work/projections';

export function projectionsCommand(command: Command): Command {
  return command
    .helpCommand(false)
    .addCommand(
      frenchCommand(
        'status',
        'jusqu’où chaque tableau et les rappels ont lu l’histoire, leur retard, et ce qui est mis de côté',
      )
        .addOption(formatOption(['table', 'json'], 'table'))
        .addOption(dataOption())
        .action(async (options: ProjectionsOptions) =>
          (await import('../work/projections.js')).showProjections(options),
        ),
    )
    .addCommand(
      frenchCommand('rebuild', "reconstruit un tableau de lecture à côté de l'existant, puis le remplace")
        .argument('[nom]', 'tableau à reconstruire, par son nom ; tous par défaut')
        .addOption(dataOption())
        .action(async (name: string | undefined, options: ProjectionsOptions) =>
          (await import('../work/projections.js')).rebuildProjections(name, options),
        ),
    );
}
