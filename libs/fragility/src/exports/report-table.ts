import type { OutColumn, Table } from '#tables';
import type { FragilityReport, ResidenceNotes } from '../report/report';

export const NOTE_COLUMNS: readonly OutColumn<ResidenceNotes>[] = [
  { header: 'code_residence', title: 'Code', kind: 'text', value: ({ id }) => id },
  { header: 'libelle', title: 'Résidence', kind: 'text', value: ({ label }) => label },
  { header: 'note_statistique', title: 'Note statistique', kind: 'integer', value: ({ statistical }) => statistical },
  { header: 'note_commune', title: 'Note de la commune', kind: 'integer', value: ({ commune }) => commune },
  { header: 'note_bailleur', title: 'Note du bailleur', kind: 'integer', value: ({ landlord }) => landlord },
  { header: 'note_finale', title: 'Note finale', kind: 'integer', value: ({ note }) => note },
  { header: 'motif', title: 'Motif', kind: 'text', value: ({ reason }) => reason },
];

/** A report as a table: one row for each residence, with the day and the moment of the report on every row. */
export function fragilityTable(report: FragilityReport): Table<ResidenceNotes> {
  const columns: readonly OutColumn<ResidenceNotes>[] = [
    ...NOTE_COLUMNS,
    { header: 'le', kind: 'day', value: () => report.on },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  return { name: 'Notes de fragilité', columns, rows: report.residences };
}

/** `mixite-fragilite-2025-01-28`, without an extension. */
export function fragilityFileName({ on }: FragilityReport): string {
  return `mixite-fragilite-${on}`;
}
