import type { Exported, HistoryClosing, HistoryHeader, Imported, KeysClosing } from '#moving';
import { tableText } from '../text-table';

/** How many keys of a file were received. */
export interface ArrivedKeys {
  readonly added: number;
  /** Keys that were destroyed again, because their households are erased in the history. */
  readonly erased: number;
}

export function exportTable(file: string, exported: Exported, keys?: KeysClosing): string {
  const { fromOrdinal, resumed, storeId } = exported;
  const already = resumed > 0 ? `, dont ${resumed} déjà écrits` : '';
  return table('export', [
    ['fichier', file],
    ['stockage de départ', storeId],
    ['événements', `${rangeOf(fromOrdinal, exported)}${already}`],
    ['heures', timesOf(exported)],
    ['empreinte du dernier', exported.digest],
    ...(keys ? [['clés', `${keys.keys} ménages, ${keys.numbers} numéros`] as const] : []),
  ]);
}

/** The results of the checks on the file, before any store is opened. */
export function checkTable({ storeId, after }: HistoryHeader, closing: HistoryClosing): string {
  return table('vérifié dans le fichier', [
    ['stockage de départ', storeId],
    ['événements', rangeOf(after.ordinal + 1, closing)],
    ['ordre et positions', 'rangs sans trou ni double, positions croissantes'],
    ['heures', timesOf(closing)],
    ['empreinte du dernier', closing.digest],
  ]);
}

export function importTable(header: HistoryHeader, { file, already, written, store }: Imported, keys?: ArrivedKeys) {
  const arrived = table('vérifié à l’arrivée', [
    ['stockage d’arrivée', store.storeId],
    ['événements', `${written} écrits, ${already} déjà présents`],
    ['chaîne relue', `${store.events} événements du premier au dernier, empreintes recalculées`],
    ['heures', timesOf(store)],
    ['empreinte du dernier', store.digest],
    ...(keys ? [['clés', `${keys.added} reçues, ${keys.erased} détruites (ménages effacés)`] as const] : []),
  ]);
  return `${checkTable(header, file)}\n${arrived}`;
}

function rangeOf(fromOrdinal: number, { events, ordinal }: HistoryClosing): string {
  return events === 0 ? 'aucun' : `${events}, du n° ${fromOrdinal} au n° ${ordinal}`;
}

function timesOf({ firstRecordedAt, lastRecordedAt }: Pick<HistoryClosing, 'firstRecordedAt' | 'lastRecordedAt'>) {
  return firstRecordedAt === null ? 'aucune' : `de ${firstRecordedAt} à ${lastRecordedAt}`;
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  return tableText([title, ''], rows);
}
