import type { Command } from 'commander';
import { endOfDay, systemClock, type Day } from '#kernel';
import { serviceSetting } from '#lifecycle';
import { StagedClock } from '../demo/staged-clock';
import { dayOption, demoDataOption } from '../options';
import { openWriter } from '../session';
import { serve, withServeOptions, type ServeOptions } from './serve';

interface DemoOptions extends ServeOptions {
  readonly until?: Day;
}

export function demoCommand(command: Command): Command {
  command
    .description(
      'charge un territoire synthétique, Saint-Quentin-en-Yvelines de 2017 à aujourd’hui, dans un dossier à lui, puis sert',
    )
    .addOption(dayOption('--until <jour>', 'dernier jour chargé (par défaut : aujourd’hui)'));
  return withServeOptions(command, demoDataOption()).action(async (options: DemoOptions) => {
    const setting = serviceSetting('mixite-api', process.env);
    const clock = new StagedClock();
    const installation = await openWriter(options.data, setting.telemetry.instruments(), clock);
    try {
      // Imported only here: no other command needs the demo.
      const { loadDemo } = await import('../demo/load-demo.js');
      await loadDemo(installation, clock, lastInstant(options.until));
    } catch (error) {
      await installation.close();
      throw error;
    }
    await serve(installation, setting, options);
  });
}

/** Nothing is recorded after the present. */
function lastInstant(until: Day | undefined) {
  const now = systemClock.now();
  const asked = until === undefined ? now : endOfDay(until);
  return asked < now ? asked : now;
}
