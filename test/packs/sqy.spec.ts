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

describe('the files of the annex', () => {
  const residences = packRows('sqy', 'residences.csv');
  const notes = packRows('sqy', 'notes.csv');
  const landlords = new Map(packRows('sqy', 'bailleurs.csv').map((row) => [row['code_bailleur'], row['nom']]));
  const districts = new Map(packRows('sqy', 'qpv.csv').map((row) => [row['code_qpv'], row['nom']]));

  it('have each residence as the annex prints it, with its landlord, its QPV, its dwellings and its note', () => {
    const written = residences.map((row, index) => ({
      ...{ bailleur: landlords.get(row['code_bailleur']), qpv: districts.get(row['code_qpv']) ?? '' },
      ...{ residence: row['nom'], logements: row['logements'], note_fragilite: notes[index]!['note_finale'] },
    }));
    expect(written).toEqual(annex.map(({ commune: _commune, ...row }) => row));
    expect(notes.map((row) => row['code_residence'])).toEqual(residences.map((row) => row['code_residence']));
  });

  it('have each residence in the list of its landlord, from the day of its note on', () => {
    const listed = packRows('sqy', 'listes.csv').map((row) => [
      row['code_bailleur'],
      row['date_effet'],
      row['code_residence'],
    ]);
    expect(listed).toEqual(
      residences.map((row, index) => [row['code_bailleur'], notes[index]!['date_effet'], row['code_residence']]),
    );
  });

  it('have the one printed statistical note: Valibout 239', () => {
    const noted = notes.filter((row) => row['note_statistique'] !== '').map((row) => row['code_residence']);
    expect(residences.filter((row) => noted.includes(row['code_residence'])).map((row) => row['nom'])).toEqual([
      'Valibout 239',
    ]);
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
    const all = [...published, [['L-MOULINVERT'], 'monitor', undefined]];
    expect(targets('bailleur')).toEqual(all);
    expect(targets('bailleur', 'Q1_REHOUSED')).toEqual(all);
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

  function targets(type: string, figure = 'Q1'): unknown[] {
    return convention.objectifs
      .filter((each) => each.portee.type === type && each.figure === figure)
      .map((each) => [each.portee.identifiants, each.operateur, each.valeur]);
  }
});

describe('what is in force', () => {
  const on = (day: string) =>
    convention.objectifs
      .filter(
        (each) =>
          (each.date_debut === 'toujours' || each.date_debut <= day) &&
          (each.date_fin === null || day <= each.date_fin),
      )
      .map(({ code }) => code);

  it('is only the law, then the framework of 2021 too, then also the convention of 2025 for six years', () => {
    expect(on('2021-02-10')).toEqual(['LOI-25', 'LOI-50']);
    expect(on('1990-01-01')).toEqual(['LOI-25', 'LOI-50']);
    expect(on('2021-02-11')).toEqual(['LOI-25', 'LOI-50', 'DCOA-80', 'DCOA-50', 'PRIO-25']);
    expect(on('2025-01-27')).toHaveLength(5);
    expect(on('2025-01-28')).toEqual(convention.objectifs.map(({ code }) => code));
    expect(on('2031-01-28')).toHaveLength(5);
  });

  it('has a third and a sixth where the convention prints 33 and 17', () => {
    const values = convention.objectifs.filter(({ figure }) => /_FRAGILITY_LOW_(IN|OUTSIDE)_QPV$/.test(figure));
    expect(values.map(({ operateur, valeur }) => `${operateur} ${valeur}`)).toEqual([
      ...['max 1/3', 'max 1/6', 'tendTo 50 %'],
      ...['min 1/3', 'min 1/6', 'tendTo 50 %'],
    ]);
  });

  it('is of a convention whose opinion is known, and whose approval is not', () => {
    const { date_avis, date_adoption, date_debut } = convention.convention;
    expect([date_avis, date_adoption, date_debut]).toEqual(['2025-01-28', undefined, '2025-01-28']);
  });

  it('tends to each value of the grid that is printed without max or min, and to both halves on notes 1 to 3', () => {
    const grid = convention.objectifs.filter(({ code }) => code.startsWith('GRILLE-'));
    expect(grid.filter(({ operateur }) => operateur === 'equal')).toEqual([]);
    const tended = grid.filter(({ operateur }) => operateur === 'tendTo');
    expect(tended.map(({ code, valeur }) => `${code} ${valeur}`)).toEqual([
      ...['GRILLE-12-QPV-Q34 50 %', 'GRILLE-12-HORS-QPV-Q34 50 %'],
      ...[
        'GRILLE-45-QPV-Q2 30 %',
        'GRILLE-45-QPV-Q34 70 %',
        'GRILLE-45-HORS-QPV-Q2 30 %',
        'GRILLE-45-HORS-QPV-Q34 60 %',
      ],
      ...['GRILLE-123-Q12 50 %', 'GRILLE-123-Q34 50 %'],
    ]);
  });

  it('asks for essential workers in half of the home-work leases, of the territory and of each contingent', () => {
    const essential = convention.objectifs.filter(({ figure }) => figure === 'ESSENTIAL_IN_HOME_WORK');
    expect(essential.map(({ portee, valeur }) => [portee.type, valeur])).toEqual([
      ['epci', '50 %'],
      ['contingent', '50 %'],
    ]);
  });

  it('has the twelve criteria of the agreement of the département, from 2024 to 2029', () => {
    const criteria = convention.categories_prioritaires!;
    expect(criteria).toHaveLength(12);
    for (const each of criteria) expect([each.date_debut, each.date_fin]).toEqual(['2024-01-01', '2029-12-31']);
  });

  it('has the calendar of instances and what is due', () => {
    const meetings = convention.instances!.map(({ code, seances_min, seances_max, periode }) =>
      [code, seances_min ?? '', seances_max ?? '', periode ?? ''].join(' ').trim(),
    );
    expect(meetings).toEqual([
      ...['CIL 1  annee', 'COORDINATION 2 3 annee', 'QPV', 'CONCERTATION 1  annee', 'PREMIERE-MISE-EN-LOCATION 2'],
      ...['SITUATIONS-COMPLEXES', 'RELOGEMENT-LOCAL 1  mois', 'CIR 2  annee'],
    ]);
    const due = new Map(convention.echeances!.map(({ code, jours }) => [code, jours]));
    expect([due.get('ETAT-FLUX'), due.get('ETAT-PREFET')]).toEqual([['02-28'], ['06-30', '12-31']]);
  });

  it('has the objectives of NPNRU, on the figures of the rehousing report', () => {
    const npnru = convention.objectifs.filter(({ code }) => code.startsWith('NPNRU-'));
    expect(npnru.map(({ figure, operateur, valeur }) => `${figure} ${operateur} ${valeur}`)).toEqual([
      'REHOUSED_NEW_OR_UNDER_5_YEARS tendTo 30 %',
      'REHOUSED_NEW tendTo 8 %',
      'REHOUSED_OUTSIDE_QPV tendTo 38 %',
      'COST_CONSTANT_UNDER_40 min 100 %',
      'COST_CONSTANT_UNDER_40_PER_M2 min 100 %',
      'COST_RISE_WITH_IMPROVEMENT_40_100 min 100 %',
      'REHOUSED tendTo undefined',
    ]);
    expect(npnru.at(-1)!.trajectoire).toEqual([{ annee: 2025, valeur: '100 %' }]);
  });

  it('has every code once', () => {
    for (const list of [
      convention.objectifs,
      convention.professions_essentielles!,
      convention.categories_prioritaires!,
      convention.instances!,
      convention.echeances!,
    ])
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });
});
