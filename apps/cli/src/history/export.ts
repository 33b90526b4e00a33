import { resolve } from 'node:path';
import { systemClock } from '#kernel';
import { exportHistory, exportKeys, PartFile, resumePart, type Exported, type KeysClosing, type Target } from '#moving';
import { openHistoryStores, timeZoneIn, type HistoryStores } from './stores';
import { print, printJson, progressBar, Refused, say } from '../terminal';
import { exportTable } from './tables';

export interface ExportOptions {
  readonly data: string;
  readonly fromOrdinal?: number;
  readonly keys?: string;
  readonly format: 'table' | 'json';
}

export async function runExport(file: string, options: ExportOptions): Promise<void> {
  const stores = await openHistoryStores(options.data, 'reader');
  try {
    const exported = await exportEvents(stores, file, options.fromOrdinal);
    const keys = options.keys === undefined ? undefined : await exportKeysTo(stores, options.keys);
    const isPiped = file === '-';
    const timeZone = await timeZoneIn(stores);
    if (isPiped) say(exportTable(timeZone, file, exported, keys));
    else if (options.format === 'json') await printJson({ file, ...exported, ...(keys && { keys }) });
    else await print(`${exportTable(timeZone, file, exported, keys)}\n`);
  } finally {
    await stores.close();
  }
}

async function exportEvents({ store }: HistoryStores, file: string, fromOrdinal?: number): Promise<Exported> {
  if (file === '-') return exportHistory({ store, target: standardOutput(), fromOrdinal });
  const part = await PartFile.open(resolve(file), 'part');
  const progress = progressBar();
  const onProgress = (done: number, total: number): void => progress.at(done, total, 'export');
  try {
    const resumed = await resumePart(part);
    if (resumed) say(`Export interrompu repris après l'événement n° ${resumed.point.ordinal}.`);
    const exported = await exportHistory({ store, target: part, fromOrdinal, resumed, onProgress });
    await part.complete();
    return exported;
  } finally {
    progress.end();
    await part.close();
  }
}

/** The program that reads the standard output may close it before the end. */
function standardOutput(): Target {
  process.stdout.on('error', () => undefined);
  const write = (lines: string): Promise<void> =>
    print(lines).catch(() => {
      throw new Refused("La sortie standard s'est fermée avant la fin de l'export.");
    });
  return { write };
}

async function exportKeysTo(stores: HistoryStores, file: string): Promise<KeysClosing> {
  const keys = stores.keys.open();
  try {
    const part = await PartFile.open(file, 'scratch');
    try {
      const closing = await exportKeys(keys, part, systemClock.now());
      await part.complete();
      say(KEYS_NOTICE);
      return closing;
    } finally {
      await part.close();
    }
  } finally {
    await keys.close();
  }
}

const KEYS_NOTICE =
  "Le fichier des clés ne s'ouvre qu'avec la clé maîtresse, qui n'y est pas. Transportez-le à part de l'historique et de la clé " +
  'maîtresse, et détruisez-le dès son arrivée, au plus tard dans 30 jours : une clé détruite par un effacement ne doit survivre nulle part.';
