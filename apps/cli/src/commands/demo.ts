import type { Command } from 'commander';
import { dayOption, demoDataOption } from '../options';
import type { DemoOptions } from '../work/demo';
import { withServeOptions } from './serve';

export function demoCommand(command: Command): Command {
  command
    .description(
      'charge un territoire synthétique, Saint-Quentin-en-Yvelines de 2017 à aujourd’hui, dans un dossier à lui, puis sert',
    )
    .addOption(dayOption('--until <jour>', 'dernier jour chargé (par défaut : aujourd’hui)'));
  return withServeOptions(command, demoDataOption()).action(async (options: DemoOptions) =>
    (await import('../work/demo.js')).loadAndServe(options),
  );
}
