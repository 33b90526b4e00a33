import { flowShareRows } from './flow-shares';
import { DEFAULT_SEED, territoryOf } from './territory';
import { holders } from './holders';

describe('the shares of the flow', () => {
  const rows = flowShareRows(2024, territoryOf(DEFAULT_SEED).residences);
  const known = new Set(holders().map(({ code }) => code));

  it('are of holders of the territory, each once for a landlord', () => {
    expect(rows.every((row) => known.has(row.code_reservataire))).toBe(true);
    expect(new Set(rows.map((row) => `${row.code_bailleur} ${row.code_reservataire}`)).size).toBe(rows.length);
  });

  it('are the whole flow of each landlord, and keep the limits of the State', () => {
    const sums = new Map<string, number>();
    const add = (key: string, part: string) =>
      sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(part.replace(',', '.')) * 100));
    for (const { code_bailleur, code_reservataire, part } of rows) {
      add(`all ${code_bailleur}`, part);
      if (['RES-ETAT', 'RES-FONCTIONNAIRES'].includes(code_reservataire)) add(`state ${code_bailleur}`, part);
    }
    for (const [key, sum] of sums) expect([key, sum]).toEqual([key, key.startsWith('all') ? 10_000 : 2_350]);
  });
});
