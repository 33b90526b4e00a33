import { frenchInstant } from '#documents';
import type { Exported, HistoryClosing, HistoryHeader, Imported, KeysClosing } from '#moving';
import { tableText } from '../text-table';

/** How many keys of a file were received. */
export interface ArrivedKeys {
  readonly added: number;
  /** Keys that were destroyed again, because their households are erased in the history. */
  readonly erased: number;
}

/** @param timeZone of the territory: all times of a table are in it */
export function exportTable(timeZone: string, file: string, exported: Exported, keys?: KeysClosing): string {
  const { fromOrdinal, resumed, storeId } = exported;
  const already = resumed > 0 ? `, dont ${resumed} déjà écrits` : '';
  return table('export', [
    ['fichier', file],
    ['stockage de départ', storeId],
    ['événements', `${rangeOf(fromOrdinal, exported)}${already}`],
    ['heures', timesOf(exported, timeZone)],
    ['empreinte du dernier', exported.digest],
    ...(keys ? [['clés', `${keys.keys} ménages, ${keys.numbers} numéros`] as const] : []),
  ]);
}

/** The results of the checks on the file, before any store is opened. */
export function checkTable(timeZone: string, { storeId, after }: HistoryHeader, closing: HistoryClosing): string {
  return table('vérifié dans le fichier', [
    ['stockage de départ', storeId],
    ['événements', rangeOf(after.ordinal + 1, closing)],
    ['ordre et positions', 'rangs sans trou ni double, positions croissantes'],
    ['heures', timesOf(closing, timeZone)],
    ['empreinte du dernier', closing.digest],
  ]);
}

export function importTable(
  timeZone: string,
  header: HistoryHeader,
  { file, already, written, store }: Imported,
  keys?: ArrivedKeys,
): string {
  const arrived = table('vérifié à l’arrivée', [
    ['stockage d’arrivée', store.storeId],
    ['événements', `${written} écrits, ${already} déjà présents`],
    ['chaîne relue', `${store.events} événements du premier au dernier, empreintes recalculées`],
    ['heures', timesOf(store, timeZone)],
    ['empreinte du dernier', store.digest],
    ...(keys ? [['clés', `${keys.added} reçues, ${keys.erased} détruites (ménages effacés)`] as const] : []),
  ]);
  return `${checkTable(timeZone, header, file)}\n${arrived}`;
}

function rangeOf(fromOrdinal: number, { events, ordinal }: HistoryClosing): string {
  return events === 0 ? 'aucun' : `${events}, du n° ${fromOrdinal} au n° ${ordinal}`;
}

type Times = Pick<HistoryClosing, 'firstRecordedAt' | 'lastRecordedAt'>;

function timesOf({ firstRecordedAt, lastRecordedAt }: Times, timeZone: string): string {
  if (firstRecordedAt === null || lastRecordedAt === null) return 'aucune';
  return `du ${frenchInstant(firstRecordedAt, timeZone)} au ${frenchInstant(lastRecordedAt, timeZone)}`;
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  return tableText([title, ''], rows);
}
