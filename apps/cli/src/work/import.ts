import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isCodedError, isRefusal } from '#kernel';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { WorkerImporter, type ImportReport } from '#exchange';
import { ExchangeModule, ImportDirectory } from '#exchange/module';
import { placeOf, publishedService } from '#installation';
import { IMPORT_THREAD } from '#product';
import { importSummary } from '../import-summary';
import { refusalError } from '../refusal-error';
import type { ModuleOver } from '../cli.module';
import { asWriter } from '../session';
import { print, printJson, progressBar, Refused, say } from '../terminal';
import { importThroughService } from './import-through-service';

export interface ImportOptions {
  readonly data: string;
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly format: 'table' | 'json';
}

const importing: ModuleOver = (installation) =>
  ExchangeModule.importingBy(new WorkerImporter(installation, IMPORT_THREAD));

export async function runImport(directory: string, options: ImportOptions): Promise<void> {
  const report = await importHereOrThere(resolve(directory), options);
  if (options.format === 'json') await printJson(report);
  else await print(importSummary(report, { dryRun: options.dryRun === true }));
  if (report.faults.length > 0) throw new Refused('');
}

/** Imports in this process, or gives the files to the service that holds the folder. */
async function importHereOrThere(directory: string, options: ImportOptions): Promise<ImportReport> {
  const { data, dryRun = false, mapping } = options;
  if (dryRun && isUnbegun(data)) return tryElsewhere(directory, options);
  try {
    return await asWriter(
      data,
      async ({ commands }) => {
        const progress = progressBar();
        const command = new ImportDirectory(
          { directory, dryRun, mapping: mapping && resolve(mapping), onProgress: progress.at },
          INSTALLATION_ADMINISTRATOR,
        );
        const report = await commands.execute(command).finally(progress.end);
        if (isRefusal(report)) throw await refusalError(report);
        return report;
      },
      importing,
    );
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
async function tryElsewhere(directory: string, options: ImportOptions): Promise<ImportReport> {
  const data = mkdtempSync(join(tmpdir(), 'mixite-essai-'));
  try {
    return await importHereOrThere(directory, { ...options, data });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
