import Table from 'cli-table3';
import { groundText, type AuditHistory, type HistoryEntry } from '#audit';
import { recordedByText, roleText } from '#documents';
import { tableText } from './text-table';

const NAMES = {
  shown: 'Données personnelles montrées : cette lecture est consignée.',
  hidden: 'Données personnelles scellées, non montrées.',
  none: '',
} as const;
const HEADS = ['enregistré le', 'effet', 'par', 'acte', 'fondement', 'position, événement'];
const WIDTHS = [12, 12, 18, 64, 40, 38];

/** A history as a table for a terminal: long cells are wrapped. */
export function historyText(history: AuditHistory): string {
  const { entries, leases, asOf, timeZone, names } = history;
  const table = new Table({ head: HEADS, colWidths: WIDTHS, wordWrap: true, style: { head: [], border: [] } });
  for (const entry of entries) table.push(rowOf(entry));
  const known = `${counted(entries.length, 'événement')}, ${recordedByText(asOf, timeZone)}.`;
  return [known, NAMES[names], table.toString(), leases && leasesText(leases)].filter(Boolean).join('\n');
}

function rowOf(entry: HistoryEntry): string[] {
  const { recordedLocally, effectiveDay, actor, actorName, role, text, ground, position, event } = entry;
  return [
    recordedLocally,
    effectiveDay ?? '—',
    `${actorName ?? actor} (${roleText(role)})`,
    text,
    groundText(ground),
    `${position} ${event}`,
  ];
}

function leasesText(leases: NonNullable<AuditHistory['leases']>): string {
  if (leases.length === 0) return 'Aucune attribution dans cette résidence.';
  const rows = leases.map(({ id, signedOn, cancelled, here }) => [
    id,
    signedOn,
    [cancelled === true ? 'annulée' : '', here ? '' : 'corrigée vers une autre résidence'].filter(Boolean).join(', '),
  ]);
  const count = counted(leases.length, 'attribution');
  return `${count} dans cette résidence :\n${tableText(['identifiant', 'date du bail', ''], rows)}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count > 1 ? 's' : ''}`;
}
