import type { Command } from 'commander';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { WorkerImporter } from '#exchange';
import { beginDemo, holdsDemo, isDemoWhole } from '#imports';
import type { Installation } from '#installation';
import { serviceSetting } from '#lifecycle';
import { IMPORT_THREAD } from '#product';
import { demoDataOption } from '../options';
import { openWriter } from '../session';
import { progressBar, Refused, say } from '../terminal';
import { serve, withServeOptions, type ServeOptions } from './serve';

export function demoCommand(command: Command): Command {
  command.description("charge l'année synthétique 2023 de Saint-Quentin-en-Yvelines dans un dossier à elle, puis sert");
  return withServeOptions(command, demoDataOption()).action(async (options: ServeOptions) => {
    const setting = serviceSetting('mixite-api', process.env);
    const installation = await openWriter(options.data, setting.telemetry.instruments());
    try {
      await loadDemoYear(installation);
    } catch (error) {
      await installation.close();
      throw error;
    }
    await serve(installation, setting, options);
  });
}

/** The territory that the synthetic year is taken from. */
const PACK = 'sqy';

/** Loads the demo only into an empty history: real figures of a territory are never mixed with synthetic ones. */
async function loadDemoYear(installation: Installation): Promise<void> {
  const { eventStore, folder } = installation;
  const isDemo = await holdsDemo(eventStore);
  if (!isDemo && (await eventStore.head()))
    throw new Refused(
      `Le dossier ${folder} contient d'autres données que la démonstration : donnez à celle-ci un dossier vide (--data), ou servez ces données par « mixite serve ».`,
    );
  if (isDemo && (await isDemoWhole(eventStore))) {
    say(`La démonstration est déjà dans le dossier ${folder} : elle est servie telle quelle.`);
    return;
  }
  // The keys are made before the first event: a history without its keys is refused.
  await installation.vault();
  if (!isDemo) await beginDemo(eventStore, PACK, INSTALLATION_ADMINISTRATOR);
  say("Chargement de l'année synthétique 2023 (Saint-Quentin-en-Yvelines) : aucun ménage n'y est réel.");
  const directory = await mkdtemp(join(tmpdir(), 'mixite-demo-'));
  const progress = progressBar();
  try {
    // Imported only here: no other command needs the demo.
    const { demoFiles } = await import('#demo');
    for (const [file, text] of demoFiles()) await writeFile(join(directory, file), text);
    const options = { dryRun: false, isDemo: true, actor: INSTALLATION_ADMINISTRATOR, onProgress: progress.at };
    const report = await new WorkerImporter(installation, IMPORT_THREAD).importDirectory(directory, options);
    if (report.faults.length > 0) throw new Refused(`La démonstration ne s'importe pas : ${report.faults[0]!.message}`);
  } finally {
    progress.end();
    await rm(directory, { recursive: true, force: true });
  }
}
