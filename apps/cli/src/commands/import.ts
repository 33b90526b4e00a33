import type { Command } from 'commander';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isCodedError, isRefusal } from '#kernel';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { type ImportReport } from '#exchange';
import { ImportDirectory } from '#exchange/module';
import { placeOf, publishedService } from '#installation';
import { importThroughService } from '../service-client';
import { importSummary } from '../import-summary';
import { dataOption, formatOption } from '../options';
import { refusalError } from '../refusal-error';
import { asWriter } from '../session';
import { print, printJson, progressBar, Refused, say } from '../terminal';

interface Options {
  readonly data: string;
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly format: 'table' | 'json';
}

export function importCommand(command: Command): Command {
  return command
    .option('--dry-run', "dit ce que l'import ferait, sans rien écrire")
    .option(
      '--mapping <fichier>',
      'correspondance (JSON) entre les en-têtes, valeurs et dates du fichier et ceux de Mixité',
    )
    .addOption(formatOption(['table', 'json'], 'table'))
    .addOption(dataOption())
    .action(runImport);
}

async function runImport(directory: string, options: Options): Promise<void> {
  const report = await importHereOrThere(resolve(directory), options);
  if (options.format === 'json') await printJson(report);
  else await print(importSummary(report, { dryRun: options.dryRun === true }));
  if (report.faults.length > 0) throw new Refused('');
}

/** Imports in this process, or gives the files to the service that holds the folder. */
async function importHereOrThere(directory: string, options: Options): Promise<ImportReport> {
  const { data, dryRun = false, mapping } = options;
  if (dryRun && isUnbegun(data)) return tryElsewhere(directory, options);
  try {
    return await asWriter(data, async ({ commands }) => {
      const progress = progressBar();
      const command = new ImportDirectory(
        { directory, dryRun, mapping: mapping && resolve(mapping), onProgress: progress.at },
        INSTALLATION_ADMINISTRATOR,
      );
      const report = await commands.execute(command).finally(progress.end);
      if (isRefusal(report)) throw refusalError(report);
      return report;
    });
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(data) : undefined;
    if (!service) throw error;
    say(`Le service ${service.url} tient ce dossier : l'import lui est confié.`);
    return importThroughService(service, directory, { dryRun, mapping });
  }
}

/** Whether the folder is to hold everything, and does not exist yet. */
function isUnbegun(data: string): boolean {
  const { eventStoreUrl, mongoUrl } = placeOf(data, process.env);
  return eventStoreUrl === undefined && mongoUrl === undefined && !existsSync(data);
}

/** A trial makes no folder: where there is none, it runs in a temporary one. */
async function tryElsewhere(directory: string, options: Options): Promise<ImportReport> {
  const data = mkdtempSync(join(tmpdir(), 'mixite-essai-'));
  try {
    return await importHereOrThere(directory, { ...options, data });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
