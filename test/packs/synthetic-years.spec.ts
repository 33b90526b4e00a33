import { parse } from 'csv-parse/sync';
import { syntheticYear } from '#demo';
import { officialCommune } from '#territory';
import { conventionOf, type PackRow, type WrittenConvention } from './support/pack';

const PACKS = ['grand-poitiers', 'grand-orly-seine-bievre'];
/** The column with the names of synthetic things, by file. */
const NAMES: Readonly<Record<string, string>> = {
  'qpv.csv': 'nom',
  'bailleurs.csv': 'nom',
  'reservataires.csv': 'nom',
  'residences.csv': 'nom',
  'attributions.csv': 'numero_attribution',
};

describe.each(PACKS)('the pack %s', (pack) => {
  const convention = conventionOf(pack);
  const files = syntheticYear(pack);
  const rows = (file: string) => parse(files.get(file) ?? '', { columns: true, delimiter: ';' }) as PackRow[];
  const year = JSON.parse(files.get('convention.json')!) as WrittenConvention;

  it('has no target that is not published', () => {
    expect(convention.objectifs.length).toBeGreaterThan(0);
    for (const { operateur, valeur, origine } of convention.objectifs)
      expect([operateur, valeur ?? null, origine]).toEqual(['monitor', null, 'locale']);
    expect(convention).not.toHaveProperty('secteurs');
    expect(convention).not.toHaveProperty('categories_prioritaires');
  });

  it('has a year that says in each name that it is synthetic', () => {
    for (const [file, column] of Object.entries(NAMES))
      for (const row of rows(file)) expect(row[column]).toMatch(/synth[eé]tique/i);
    for (const { nom } of year.secteurs ?? []) expect(nom).toMatch(/synthétique/);
    for (const row of rows('communes.csv')) expect(officialCommune(row['code_insee']!)?.name).toBe(row['nom']);
  });

  it('has leases with and without each public, and its column', () => {
    const leases = rows('attributions.csv');
    for (const { colonne } of convention.publics!) {
      const counted = leases.filter((row) => row[colonne] === 'O').length;
      expect(counted).toBeGreaterThan(0);
      expect(counted).toBeLessThan(leases.length);
      expect(leases.every((row) => ['O', 'N'].includes(row[colonne]!))).toBe(true);
    }
  });

  it('has residences in every sector of its convention', () => {
    const used = new Set(rows('residences.csv').flatMap((row) => (row['code_secteur'] ? [row['code_secteur']] : [])));
    expect([...used].sort()).toEqual((year.secteurs ?? []).map(({ code }) => code).sort());
  });

  it('gives the same bytes for the same seed, and other bytes for another seed', () => {
    expect([...syntheticYear(pack, 7)]).toEqual([...syntheticYear(pack, 7)]);
    expect(syntheticYear(pack, 7).get('attributions.csv')).not.toBe(files.get('attributions.csv'));
  });
});

it('marks as sensitive the publics that reveal a household’s difficulties', () => {
  const sensitive = PACKS.flatMap((pack) => conventionOf(pack).publics!.filter(({ sensible }) => sensible));
  expect(sensitive.map(({ code }) => code)).toEqual(['victimes_violences_familiales', 'menages_vulnerables']);
});

it('has the shares that were observed', () => {
  const leases = parse(syntheticYear('grand-poitiers').get('attributions.csv')!, { columns: true, delimiter: ';' });
  const counted = (column: string) => (leases as PackRow[]).filter((row) => row[column] === 'O').length;
  expect([counted('moins_25_ans'), counted('etudiant'), leases.length]).toEqual([60, 24, 240]);
});
