import { conventionOf, packRows, type PackRow } from './support/pack';

const convention = conventionOf('sqy');
const annex = packRows('sqy', 'tables/priority-residences.csv');
const totals = new Map(packRows('sqy', 'tables/totals.csv').map((row) => [row['total']!, Number(row['valeur'])]));
const objective = (code: string) => convention.objectifs.find((each) => each.code === code)!;
const sum = (rows: readonly PackRow[], column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
const countsOf = (rows: readonly PackRow[]) => [rows.length, sum(rows, 'logements')];
const unaccented = (name: string) => name.normalize('NFD').replace(/\p{Diacritic}/gu, '');

describe('the annex of priority residences', () => {
  const inQpv = annex.filter((row) => row['qpv'] !== '');
  const noted = (note: string) => annex.filter((row) => row['note_fragilite'] === note);

  it('has the printed totals', () => {
    expect([countsOf(annex), countsOf(inQpv)]).toEqual([
      [58, 8753],
      [31, 6460],
    ]);
    expect([countsOf(noted('4')), countsOf(noted('5'))]).toEqual([
      [42, 5886],
      [16, 2867],
    ]);
  });

  it('agrees with the file of published totals', () => {
    const of = (total: string) => [totals.get(`residences_${total}`), totals.get(`logements_${total}`)];
    expect([of('prioritaires'), of('prioritaires_qpv'), of('note_4'), of('note_5')]).toEqual(
      [annex, inQpv, noted('4'), noted('5')].map(countsOf),
    );
    expect([1, 2, 3, 4, 5].reduce((all, note) => all + totals.get(`logements_note_${note}`)!, 0)).toBe(
      totals.get('logements_notes'),
    );
  });

  it('has the same name twice, in two communes', () => {
    const named = annex.filter((row) => row['residence'] === 'Les Petits Prés');
    expect(named.map((row) => row['commune'])).toEqual(['Elancourt', 'Plaisir']);
  });
});

describe('the tables of targets', () => {
  const landlords = packRows('sqy', 'tables/landlord-targets.csv');
  const communes = packRows('sqy', 'tables/commune-shares.csv');
  const estimates = Object.keys(landlords[0]!).filter((column) => column.startsWith('q1_'));
  const expected = (rows: readonly PackRow[]) => estimates.reduce((all, column) => all + sum(rows, column), 0);

  it('give the objective of each landlord, as published, and no other', () => {
    const codes = new Map(packRows('sqy', 'bailleurs.csv').map((row) => [row['nom'], row['code_bailleur']!]));
    const published = landlords.map((row) => [[codes.get(row['bailleur'])], 'tendTo', `${row['part_q1_pct']} %`]);
    expect(targets('bailleur')).toEqual([...published, [['L-MOULINVERT'], 'monitor', undefined]]);
    expect(codes.size).toBe(14);
  });

  it('give the objective of each commune, as published', () => {
    const codes = new Map(
      packRows('sqy', 'communes.csv').map((row) => [unaccented(row['nom']!), row['code_insee']!] as const),
    );
    const published = communes.map((row) => [
      [codes.get(unaccented(row['commune']!))],
      'tendTo',
      `${row['part_q1_pct']} %`,
    ]);
    expect(targets('commune')).toEqual(published);
    expect(convention.territoire.communes).toEqual([...codes.values()]);
  });

  it('keep the values of the convention as printed, also where it contradicts itself', () => {
    expect([expected(landlords), expected(communes)]).toEqual([353, 343]);
    expect([totals.get('q1_bailleurs'), totals.get('q1_communes')]).toEqual([353, 343]);
    expect(communes.find((row) => row['commune'] === 'Les Clayes-sous-Bois')!['q1_fragile_qpv']).toBe('2');
    expect(objective('GRILLE-45-QPV-Q1')).toMatchObject({ operateur: 'zero' });
    expect([objective('COMMUNE-78490').valeur, objective('COMMUNE-78165').valeur]).toEqual(['19 %', '24 %']);
    expect(objective('PRIO-ETAT').valeur).toBe('95 %');
  });

  function targets(type: string): unknown[] {
    return convention.objectifs
      .filter((each) => each.portee.type === type && each.figure === 'Q1')
      .map((each) => [each.portee.identifiants, each.operateur, each.valeur]);
  }
});

describe('what is in force', () => {
  const on = (day: string) =>
    convention.objectifs
      .filter((each) => each.date_debut <= day && (each.date_fin === null || day <= each.date_fin))
      .map(({ code }) => code);

  it('is only the law, then the framework of 2021 too, then also the convention of 2025 for six years', () => {
    expect(on('2021-02-10')).toEqual(['LOI-25', 'LOI-50']);
    expect(on('2021-02-11')).toEqual(['LOI-25', 'LOI-50', 'DCOA-80', 'DCOA-50']);
    expect(on('2025-01-27')).toHaveLength(4);
    expect(on('2025-01-28')).toEqual(convention.objectifs.map(({ code }) => code));
    expect(on('2031-01-28')).toHaveLength(4);
  });

  it('has a third and a sixth where the convention prints 33 and 17', () => {
    const values = convention.objectifs.filter(({ figure }) => /_FRAGILITY_LOW_.*_QPV$/.test(figure));
    expect(values.map(({ operateur, valeur }) => `${operateur} ${valeur}`)).toEqual([
      ...['max 1/3', 'max 1/6', 'equal 50 %'],
      ...['min 1/3', 'min 1/6', 'equal 50 %'],
    ]);
  });

  it('has every code once', () => {
    for (const list of [
      convention.objectifs,
      convention.professions_essentielles!,
      convention.categories_prioritaires!,
    ])
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });
});
