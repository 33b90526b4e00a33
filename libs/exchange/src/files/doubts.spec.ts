import { ALLOCATIONS, SURVEYS, THRESHOLDS } from '.';
import { csvOf, readTable } from '../reading/testing/tables';
import type { FileSpec } from '../reading/spec';

/** The warnings of one row: the examples of the columns, with some other cells. */
async function warningsOf(spec: FileSpec<never>, cells: Readonly<Record<string, string>>) {
  const names = spec.columns.map(({ name }) => name);
  const row = spec.columns.map(({ name, example }) => cells[name] ?? example);
  const { faults, warnings } = await readTable(csvOf(`${names.join(';')}\n${row.join(';')}\n`, 1000), spec);
  expect(faults).toEqual([]);
  return warnings.map(({ column, value, message }) => [column, value, message]);
}

describe('an income that can hardly be true', () => {
  it.each([
    ['1537,50', 'ces ressources se lisent comme celles d’un mois : 1 537,5 € × 12 = 18 450 € par an ?'],
    ['1845050', 'ces ressources se lisent comme des centimes : 18 450,5 € par an ?'],
  ])('%s', async (value, message) => {
    expect(await warningsOf(ALLOCATIONS as FileSpec<never>, { ressources_annuelles: value })).toEqual([
      ['ressources_annuelles', value, message],
    ]);
  });

  it('is zero for a household that works, and for no other', async () => {
    const none = {
      ressources_annuelles: '0',
      commune_travail: '',
      travailleur_essentiel: 'N',
      mobilite_professionnelle: 'N',
    };
    const spec = ALLOCATIONS as FileSpec<never>;
    expect(await warningsOf(spec, none)).toEqual([]);
    for (const work of [
      { commune_travail: '78423' },
      { travailleur_essentiel: 'O' },
      { mobilite_professionnelle: 'O' },
    ])
      expect(await warningsOf(spec, { ...none, ...work })).toMatchObject([
        ['ressources_annuelles', '0', expect.stringContaining('qui travaille')],
      ]);
  });

  it.each(['', '4000', '18450,50', '200000'])('is not %j', async (value) => {
    expect(await warningsOf(ALLOCATIONS as FileSpec<never>, { ressources_annuelles: value })).toEqual([]);
  });
});

describe('a word for "none" in the place of a category', () => {
  it.each(['N', 'Non', '-', '0', 'Aucune', 'néant', 'sans objet'])('%s', async (value) => {
    expect(await warningsOf(ALLOCATIONS as FileSpec<never>, { categorie_prioritaire: value })).toMatchObject([
      ['categorie_prioritaire', value, expect.stringContaining('toute valeur compte comme prioritaire')],
    ]);
  });

  it.each(['', 'DALO', 'sans logement', 'L441-1 c)', 'nouveau'])('is not %j', async (value) => {
    expect(await warningsOf(ALLOCATIONS as FileSpec<never>, { categorie_prioritaire: value })).toEqual([]);
  });
});

describe('a bound that can hardly be true', () => {
  it.each([
    ['968', 'cette borne se lit comme celle d’un mois : 968 € × 12 = 11 616 € par an ?'],
    ['1161500', 'cette borne se lit comme des centimes : 11 615 € par an ?'],
  ])('%s', async (q1, message) => {
    expect(await warningsOf(THRESHOLDS as FileSpec<never>, { q1 })).toEqual([['q1', q1, message]]);
  });

  it('is not the bound of a year', async () => {
    expect(await warningsOf(THRESHOLDS as FileSpec<never>, { q1: '11615', q2: '17000', q3: '24000' })).toEqual([]);
  });
});

describe('a share that is a fraction', () => {
  it('is a warning for each share, with its value', async () => {
    const cells = { taux_reponse: '0,87', part_mineurs: '0,31', taux_activite: '1' };
    expect((await warningsOf(SURVEYS as FileSpec<never>, cells)).map(([column, value]) => [column, value])).toEqual([
      ['taux_reponse', '0,87'],
      ['taux_activite', '1'],
      ['part_mineurs', '0,31'],
    ]);
  });

  it('is not 0, 1 or 87', async () => {
    expect(
      await warningsOf(SURVEYS as FileSpec<never>, { part_mineurs: '0', part_monoparentales: '1', taux_reponse: '87' }),
    ).toEqual([]);
  });
});
