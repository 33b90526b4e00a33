import { EVERYTHING, type Actor } from '#access';
import type { AuditHistory } from '#audit';
import { Office } from './office';
import { leases, TERRITORY, type Row } from './territory';

export const READER: Actor = { id: 'lectrice', role: 'auditeur', scope: EVERYTHING };
export const STATISTICIAN: Actor = { id: 'statisticien', role: 'statisticien', scope: EVERYTHING };

/** Cells of leases: one household, and another household. */
export const FIRST = { numero_unique: '078000000000000001', ressources_annuelles: '18000' };
export const OTHER = { numero_unique: '078000000000000002', ressources_annuelles: '9000' };

export const acts = ({ entries }: AuditHistory): string[] => entries.map(({ act }) => act);
/** Every change as `field : old → new`, in order. */
export const changes = ({ entries }: AuditHistory): string[] =>
  entries.flatMap(({ details }) =>
    details.flatMap(({ label, from, to }) => (from === null ? [] : [`${label} : ${from} → ${to}`])),
  );

/** A new office for each test, with helpers that record leases and read histories. */
export function officeOfDossiers() {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());
  return {
    office: () => office,
    async given(...imports: readonly (readonly Row[])[]): Promise<void> {
      await office.record(TERRITORY);
      for (const rows of imports) await office.record(leases(...rows));
    },
    async historyOf(
      asked: Parameters<Office['audit']>[0],
      how?: Parameters<Office['audit']>[1],
    ): Promise<AuditHistory> {
      const history = await office.audit(asked, how);
      if (typeof history === 'string') throw new Error(history);
      return history;
    },
  };
}
