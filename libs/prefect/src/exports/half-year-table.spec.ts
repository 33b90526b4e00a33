import { csvTable } from '#tables';
import type { Instant, Semester } from '#kernel';
import type { HalfYear, LandlordHalfYear } from '../figures/half-year';
import { halfYearFileName, halfYearTable } from './half-year-table';

const LANDLORD: LandlordHalfYear = {
  id: 'L-A',
  label: '=Bailleur ; A',
  outsideQpv: 3,
  eligible: 1,
  rate: 1 / 3,
  target: 0.25,
  met: true,
  missing: 0,
  substitution: null,
};
const HALF_YEAR = {
  semester: '2024-S1' as Semester,
  from: '2024-01-01',
  to: '2024-06-30',
  asOf: '2024-07-05T10:00:00.000Z' as Instant,
  position: '0000000000000042',
  closed: false,
} as HalfYear;

async function linesOf(...landlords: LandlordHalfYear[]): Promise<string[]> {
  let text = '';
  for await (const piece of csvTable(halfYearTable({ ...HALF_YEAR, landlords }))) text += piece;
  return text.slice(1).trimEnd().split('\r\n');
}

describe('a half-year as a table', () => {
  it('gives on each row the half-year, the landlord, and the instant of the figures', async () => {
    expect(await linesOf(LANDLORD)).toEqual([
      'semestre;du;au;code_bailleur;bailleur;attributions_hors_qpv;dont_premier_quartile_ou_relogement;taux;objectif;objectif_atteint;attributions_manquantes;semestre_clos;etat_au;position',
      `2024-S1;2024-01-01;2024-06-30;L-A;"'=Bailleur ; A";3;1;0,3333333333333333;0,25;O;0;N;2024-07-05T10:00:00.000Z;0000000000000042`,
    ]);
  });

  it('leaves the rate and the verdict empty where there is no lease', async () => {
    const [, line] = await linesOf({ ...LANDLORD, outsideQpv: 0, eligible: 0, rate: null, met: null });
    expect(line).toContain(';0;0;;0,25;;0;');
  });

  it('has a file name with the half-year', () => {
    expect(halfYearFileName(HALF_YEAR)).toBe('mixite-prefet-2024-S1');
  });
});
