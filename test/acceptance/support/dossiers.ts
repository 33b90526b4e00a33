import { EVERYTHING, type Actor } from '#access';
import type { AuditHistory } from '#audit';

export const READER: Actor = { id: 'lectrice', role: 'reader', scope: EVERYTHING };
export const STATISTICIAN: Actor = { id: 'statisticien', role: 'statistician', scope: EVERYTHING };

/** Cells of leases: of a household, and of another. */
export const FIRST = { numero_unique: '078000000000000001', ressources_annuelles: '18000' };
export const OTHER = { numero_unique: '078000000000000002', ressources_annuelles: '9000' };

export const acts = ({ entries }: AuditHistory): string[] => entries.map(({ act }) => act);
/** `field : old → new`, one after the other. */
export const changes = ({ entries }: AuditHistory): string[] =>
  entries.flatMap(({ details }) =>
    details.flatMap(({ label, from, to }) => (from === null ? [] : [`${label} : ${from} → ${to}`])),
  );
