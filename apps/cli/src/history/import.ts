import { resolve } from 'node:path';
import { frenchDay } from '#documents';
import { dayAt, DEFAULT_TIME_ZONE, isCodedError, systemClock, type Instant } from '#kernel';
import {
  checkHistoryFile,
  checkKeysFile,
  destroyErasedKeys,
  HistoryFile,
  importHistory,
  importKeys,
  openSource,
  pipeSource,
  type Imported,
} from '#moving';
import { openHistoryStores, timeZoneIn, type HistoryStores } from './stores';
import { print, printJson, progressBar, say } from '../terminal';
import { checkTable, importTable, type ArrivedKeys } from './tables';

export interface ImportOptions {
  readonly data: string;
  readonly dryRun?: boolean;
  readonly keys?: string;
  readonly format: 'table' | 'json';
}

const KEPT_DAYS = 30;

export async function runImport(file: string, options: ImportOptions): Promise<void> {
  const source = file === '-' ? pipeSource(process.stdin) : await openSource(resolve(file));
  try {
    const history = await HistoryFile.open(source);
    if (options.keys !== undefined) await checkKeys(options.keys);
    await (options.dryRun ? check(history, options) : receive(history, options));
  } finally {
    source.close();
  }
}

/**
 * Checks the file of keys before any store is opened: a file with a fault is not taken in part. No convention is known then, so the day
 * is that of the default time zone.
 */
async function checkKeys(file: string): Promise<void> {
  const source = await openSource(file);
  const { exportedAt } = await checkKeysFile(source).finally(source.close);
  if (ageInDays(exportedAt!) > KEPT_DAYS)
    say(
      `Les clés datent de plus de ${KEPT_DAYS} jours (${frenchDay(dayAt(exportedAt!))}) : elles n'auraient plus dû exister.`,
    );
}

async function check(history: HistoryFile, { format }: ImportOptions): Promise<void> {
  const closing = await watched((onProgress) => checkHistoryFile(history, onProgress));
  const { storeId, after } = history.header;
  const fromOrdinal = after.ordinal + 1;
  if (format === 'json') await printJson({ dryRun: true, storeId, fromOrdinal, ...closing });
  else await print(`${checkTable(DEFAULT_TIME_ZONE, history.header, closing)}\nSimulation : rien n'a été écrit.\n`);
}

async function receive(history: HistoryFile, options: ImportOptions): Promise<void> {
  const stores = await openHistoryStores(options.data, 'writer');
  try {
    const { keys } = options;
    const { imported, arrivedKeys } =
      keys === undefined ? { imported: await events(history, stores) } : await eventsAndKeys(history, stores, keys);
    if (options.format === 'json') await printJson({ ...imported, ...(arrivedKeys && { keys: arrivedKeys }) });
    else await print(`${importTable(await timeZoneIn(stores), history.header, imported, arrivedKeys)}\n`);
    if (!(await stores.keys.exist())) say(NO_KEYS);
    if (keys !== undefined) say(`Détruisez maintenant ${keys}.`);
  } finally {
    await stores.close();
  }
}

/** The keys are written before the events, as in every write. The keys of erased households are destroyed again, even if the import of the events fails. */
async function eventsAndKeys(
  history: HistoryFile,
  stores: HistoryStores,
  file: string,
): Promise<{ imported: Imported; arrivedKeys: ArrivedKeys }> {
  const receiver = stores.keys.openReceiver();
  const { keys } = receiver;
  let erased = 0;
  const forget = async (): Promise<void> => void (erased += await destroyErasedKeys(stores.store, keys));
  try {
    const source = await openSource(file);
    const added = await importKeys(source, receiver).finally(source.close);
    await forget();
    const imported = await events(history, stores).finally(forget);
    return { imported, arrivedKeys: { added, erased } };
  } finally {
    await keys.close();
  }
}

async function events(history: HistoryFile, { store }: HistoryStores): Promise<Imported> {
  try {
    return await watched((onProgress) => importHistory(history, store, onProgress));
  } catch (error) {
    if (isCodedError(error) && (await store.isReceiving())) await sayHowFar(store);
    throw error;
  }
}

async function sayHowFar(store: HistoryStores['store']): Promise<void> {
  const { ordinal } = await store.historyHead();
  say(
    `L'historique est incomplet ici : il s'arrête à l'événement n° ${ordinal}, et rien ne peut y être ajouté d'autre que sa suite. ` +
      `Relancez l'import avec un fichier entier, ou avec la suite (mixite history export --from-ordinal ${ordinal + 1}).`,
  );
}

function watched<Result>(work: (onProgress: (file: HistoryFile) => void) => Promise<Result>): Promise<Result> {
  const bar = progressBar();
  return work((file) => {
    const progress = file.progress();
    if (progress) bar.at(progress.done, progress.total, `événement n° ${file.summary.ordinal}`);
  }).finally(bar.end);
}

function ageInDays(instant: Instant): number {
  return (Date.parse(systemClock.now()) - Date.parse(instant)) / 86_400_000;
}

const NO_KEYS =
  "Ce dossier n'a pas de clés : les données personnelles de l'historique n'y sont pas lisibles et les imports de fichiers y sont refusés. " +
  'Relancez la même commande avec --keys pour les recevoir.';
