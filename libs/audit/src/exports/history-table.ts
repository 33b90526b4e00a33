import type { OutColumn, Table } from '#tables';
import type { AuditHistory } from '../history/audit-histories';
import type { HistoryEntry } from '../history/entry';
import { roleText } from '#documents';
import { detailsText, peopleText } from '../words/sentences';

const COLUMNS: readonly OutColumn<HistoryEntry>[] = [
  { header: 'position', title: 'Position dans l’histoire', kind: 'text', value: ({ position }) => position },
  { header: 'enregistre_le', title: 'Enregistré le', kind: 'text', value: ({ recordedLocally }) => recordedLocally },
  { header: 'instant_utc', title: 'Instant (UTC)', kind: 'text', value: ({ recordedAt }) => recordedAt },
  { header: 'jour_d_effet', title: 'Jour d’effet', kind: 'day', value: ({ effectiveDay }) => effectiveDay },
  { header: 'acteur', title: 'Acteur', kind: 'text', value: ({ actor, actorName }) => actorName ?? actor },
  { header: 'role', title: 'Rôle', kind: 'text', value: ({ role }) => roleText(role) },
  { header: 'acte', title: 'Acte', kind: 'text', value: ({ act }) => act },
  { header: 'objet', title: 'Objet', kind: 'text', value: ({ about }) => about },
  { header: 'detail', title: 'Détail', kind: 'text', value: ({ details }) => detailsText(details) },
  {
    header: 'donnees_personnelles',
    title: 'Données personnelles',
    kind: 'text',
    value: ({ people }) => peopleText(people),
  },
  { header: 'motif', title: 'Motif', kind: 'text', value: ({ ground }) => ground.motive },
  { header: 'fichier', title: 'Fichier', kind: 'text', value: ({ ground }) => ground.file },
  {
    header: 'import_ou_demande',
    title: 'Import ou demande',
    kind: 'text',
    value: ({ ground }) => ground.correlationId,
  },
  { header: 'evenement', title: 'Événement', kind: 'text', value: ({ event }) => event },
];

/** A history as a table: one row for each event, in the order of the history. */
export function historyTable({ entries }: AuditHistory): Table<HistoryEntry> {
  return { name: 'Histoire', columns: COLUMNS, rows: entries };
}

/** `mixite-histoire-attribution-2024-01-31`, without extension. A file name contains no number and no code. */
export function historyFileName({ subject, asOf }: AuditHistory): string {
  const kinds = { allocation: 'attribution', residence: 'residence', household: 'menage' } as const;
  return `mixite-histoire-${kinds[subject.kind]}-${asOf.slice(0, 10)}`;
}
