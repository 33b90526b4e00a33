import type { OutColumn, Table } from '#tables';
import type { AuditHistory } from '../history/audit-histories';
import type { HistoryEntry } from '../history/entry';
import { detailsText, peopleText, roleText } from '../words/sentences';

const COLUMNS: readonly OutColumn<HistoryEntry>[] = [
  { header: 'position', kind: 'text', value: ({ position }) => position },
  { header: 'enregistre_le', kind: 'text', value: ({ recordedLocally }) => recordedLocally },
  { header: 'instant_utc', kind: 'text', value: ({ recordedAt }) => recordedAt },
  { header: 'jour_d_effet', kind: 'day', value: ({ effectiveDay }) => effectiveDay },
  { header: 'acteur', kind: 'text', value: ({ actor }) => actor },
  { header: 'role', kind: 'text', value: ({ role }) => roleText(role) },
  { header: 'acte', kind: 'text', value: ({ act }) => act },
  { header: 'objet', kind: 'text', value: ({ about }) => about },
  { header: 'detail', kind: 'text', value: ({ details }) => detailsText(details) },
  { header: 'donnees_personnelles', kind: 'text', value: ({ people }) => peopleText(people) },
  { header: 'motif', kind: 'text', value: ({ ground }) => ground.motive },
  { header: 'fichier', kind: 'text', value: ({ ground }) => ground.file },
  { header: 'import_ou_demande', kind: 'text', value: ({ ground }) => ground.correlationId },
  { header: 'evenement', kind: 'text', value: ({ event }) => event },
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
