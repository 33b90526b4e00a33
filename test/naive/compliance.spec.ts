import type { Import, Row } from './cells';
import { naiveCompliance, type NaiveQuery, type NaiveReport } from './compliance';
import { FIGURES } from './figures';

const territory: Record<string, readonly Row[]> = {
  'communes.csv': [
    { code_insee: '78621', nom: 'Trappes' },
    { code_insee: '78297', nom: 'Guyancourt' },
  ],
  'qpv.csv': [
    { code_qpv: 'L-OLD', nom: 'Ancien', code_insee: '78621', date_debut: '2015-01-01', date_fin: '2023-06-30' },
    { code_qpv: 'L-NEW', nom: 'Nouveau', code_insee: '78621', date_debut: '02/07/2023', date_fin: '' },
  ],
  'bailleurs.csv': [
    { code_bailleur: 'L-A', nom: 'Bailleur A' },
    { code_bailleur: 'L-B', nom: 'Bailleur B' },
  ],
  'reservataires.csv': [
    { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' },
    { code_reservataire: 'AL', nom: 'Action Logement', contingent: 'action_logement' },
  ],
  'residences.csv': [
    { code_residence: 'IN', nom: 'Dedans', code_insee: '78621', code_bailleur: 'L-A', code_qpv: 'L-OLD|L-NEW' },
    { code_residence: 'OUT', nom: 'Dehors', code_insee: '78297', code_bailleur: 'L-B', code_qpv: '' },
  ],
};

function files(content: Record<string, readonly Row[]>): Import {
  return new Map(Object.entries(content));
}

function lease(cells: Row): Row {
  return {
    numero_attribution: 'A1',
    date_bail: '2023-03-15',
    code_residence: 'OUT',
    code_reservataire: 'ETAT',
    type_demande: 'premier_acces',
    numero_unique: '078000000000000001',
    personnes_14_ans_et_plus: '1',
    enfants_moins_14_ans: '0',
    dalo: 'N',
    ...cells,
  };
}

const YEAR: NaiveQuery = { from: '2023-01-01', to: '2023-12-31', scope: 'epci' };

function report(leases: readonly Row[], more: Record<string, readonly Row[]> = {}, query = YEAR): NaiveReport {
  return naiveCompliance([files({ ...territory, ...more, 'attributions.csv': leases })], query);
}

/** `numerator/denominator` of a code, in the only group or in the group with the given id. */
function share(of: NaiveReport, code: string, id?: string): string {
  const figure = of.figures.find((each) => each.code === code && (id === undefined || each.scope.id === id))!;
  return `${figure.numerator}/${figure.denominator}`;
}

describe('quartile of a lease', () => {
  const bounds = { 'seuils.csv': [{ annee: '2023', q1: '11 615,00 €', q2: '', q3: '' }] };
  const withBounds = (q2: string, q3: string) => ({ 'seuils.csv': [{ annee: '2023', q1: '10000', q2, q3 }] });
  const one = (cells: Row, more: Record<string, readonly Row[]> = bounds) => report([lease(cells)], more);

  // 2 persons of 14 or more and a child: 1.8 units, so 20 907.00 € exactly.
  const family = { personnes_14_ans_et_plus: '2', enfants_moins_14_ans: '1' };

  it('is the first up to the bound times the units, exact to the cent', () => {
    expect(share(one({ ...family, ressources_annuelles: '20 907,00' }), 'Q1')).toBe('1/1');
    const above = one({ ...family, ressources_annuelles: '20907.01' });
    expect(share(above, 'Q1')).toBe('0/1');
    expect(above.partialQuartile).toBe(1);
  });

  it('compares tenths of a cent where the bound times the units is not a whole number of cents', () => {
    const odd = { 'seuils.csv': [{ annee: '2023', q1: '100,01', q2: '', q3: '' }] };
    const child = { enfants_moins_14_ans: '1' };
    expect(share(one({ ...child, ressources_annuelles: '130,01' }, odd), 'Q1')).toBe('1/1');
    expect(share(one({ ...child, ressources_annuelles: '130,02' }, odd), 'Q1')).toBe('0/1');
  });

  it('is an open range above the last known bound', () => {
    const inQpv = { code_residence: 'IN', ressources_annuelles: '50000' };
    const from2 = one(inQpv, withBounds('', ''));
    expect(['Q2', 'Q34', 'Q234_IN_QPV', 'Q34_IN_QPV'].map((code) => share(from2, code))).toEqual([
      '0/1',
      '0/1',
      '1/1',
      '0/1',
    ]);
    const from3 = one(inQpv, withBounds('12000', ''));
    expect(['Q2', 'Q34', 'Q234_IN_QPV', 'Q34_IN_QPV'].map((code) => share(from3, code))).toEqual([
      '0/1',
      '1/1',
      '1/1',
      '1/1',
    ]);
    expect(from3.partialQuartile).toBe(0);
  });

  it('is the second, third or fourth between known bounds', () => {
    const all = withBounds('12000', '15000');
    expect(share(one({ ressources_annuelles: '12000,00' }, all), 'Q2')).toBe('1/1');
    expect(share(one({ ressources_annuelles: '12000,01' }, all), 'Q34')).toBe('1/1');
    expect(share(one({ ressources_annuelles: '15000,01' }, all), 'Q34')).toBe('1/1');
  });

  it('takes the given quartile where there is no income, even in a year without bounds', () => {
    expect(share(one({ quartile: '1' }, {}), 'Q1')).toBe('1/1');
    expect(share(one({ quartile: '1', ressources_annuelles: '99000' }), 'Q1')).toBe('0/1');
  });

  it('is unknown with an income and no bounds for the year, and with neither income nor quartile', () => {
    expect(one({ ressources_annuelles: '9000', quartile: '1', date_bail: '2023-01-01' }, {}).unknownQuartile).toBe(1);
    const neither = one({});
    expect(neither.unknownQuartile).toBe(1);
    expect(share(neither, 'Q1_REHOUSED_OUTSIDE_QPV')).toBe('0/1');
  });
});

describe('the day of the lease', () => {
  it('includes the first and the last day, both of the period and of a QPV', () => {
    const days = ['2022-12-31', '2023-01-01', '2023-06-30', '2023-07-01', '2023-07-02', '2023-12-31', '2024-01-01'];
    const leases = days.map((date_bail, index) =>
      lease({ date_bail, numero_attribution: `A${index}`, code_residence: 'IN', quartile: '2' }),
    );
    const epci = report(leases);
    expect(share(epci, 'ALLOCATIONS')).toBe('5/5');
    expect(share(epci, 'Q234_IN_QPV')).toBe('4/4');
    const districts = report(leases, {}, { ...YEAR, scope: 'qpv' });
    expect(share(districts, 'ALLOCATIONS', 'L-OLD')).toBe('2/2');
    expect(share(districts, 'ALLOCATIONS', 'L-NEW')).toBe('2/2');
  });

  it('counts the lease for the landlord of that day', () => {
    const more = { 'proprietes.csv': [{ code_residence: 'OUT', date_debut: '01/04/2023', code_bailleur: 'L-A' }] };
    const leases = ['2023-03-31', '2023-04-01', '2023-09-01'].map((date_bail, index) =>
      lease({ date_bail, numero_attribution: `A${index}` }),
    );
    const landlords = report(leases, more, { ...YEAR, scope: 'bailleur' });
    expect([share(landlords, 'ALLOCATIONS', 'L-A'), share(landlords, 'ALLOCATIONS', 'L-B')]).toEqual(['2/2', '1/1']);
  });
});

describe('household facts', () => {
  const homeWork = (cells: Row) => share(report([lease(cells)]), 'HOME_WORK');

  it('counts home and work where both communes are known, work is in the EPCI and the communes differ', () => {
    expect(homeWork({ commune_domicile: '75056', commune_travail: '78621' })).toBe('1/1');
    expect(homeWork({ commune_domicile: '78297', commune_travail: '78621' })).toBe('1/1');
    expect(homeWork({ commune_domicile: '78621', commune_travail: '78621' })).toBe('0/1');
    expect(homeWork({ commune_domicile: '78621', commune_travail: '75056' })).toBe('0/1');
    expect(homeWork({ commune_domicile: '', commune_travail: '78621' })).toBe('0/1');
    expect(homeWork({ mobilite_professionnelle: 'o' })).toBe('1/1');
  });

  it('counts essential workers among all leases and among home-work leases', () => {
    const leases = [
      lease({ travailleur_essentiel: 'O', mobilite_professionnelle: 'O' }),
      lease({ numero_attribution: 'A2', travailleur_essentiel: 'O' }),
      lease({ numero_attribution: 'A3', mobilite_professionnelle: 'O' }),
    ];
    expect(share(report(leases), 'ESSENTIAL_WORKERS')).toBe('2/3');
    expect(share(report(leases), 'ESSENTIAL_IN_HOME_WORK')).toBe('1/2');
  });

  it('counts as contributing each transfer that contributes in one of the defined ways', () => {
    const ways: Row[] = [
      { quartile: '1' },
      { quartile: '3' },
      { quartile: '3', relogement: 'anru' },
      { quartile: '3', code_residence: 'IN' },
      { quartile: '1', code_residence: 'IN' },
      { quartile: '1', code_residence: 'IN', categorie_prioritaire: 'x' },
      { quartile: '3', dalo: 'O' },
      { quartile: '3', mobilite_professionnelle: 'O' },
    ];
    const leases = ways.map((cells, index) =>
      lease({ ...cells, type_demande: 'mutation', numero_attribution: `A${index}` }),
    );
    const counted = report([...leases, lease({ numero_attribution: 'FIRST', quartile: '1' })]);
    expect(share(counted, 'TRANSFERS')).toBe('8/9');
    expect(share(counted, 'TRANSFERS_CONTRIBUTING')).toBe('6/8');
  });
});

describe('the fragility grid', () => {
  const noted = (note: string) => ({
    'notes.csv': [{ code_residence: 'OUT', date_effet: '2023-01-01', note_commune: note }],
  });

  it.each([
    ['2', 'Q1_FRAGILITY_LOW_OUTSIDE_QPV'],
    ['3', 'Q1_FRAGILITY_MEDIUM_OUTSIDE_QPV'],
    ['4', 'Q1_FRAGILITY_HIGH_OUTSIDE_QPV'],
  ])('puts note %s in %s only', (note, code) => {
    const counted = report([lease({ quartile: '1' })], noted(note)).figures;
    const cells = counted.filter(
      (figure) => figure.code.includes('FRAGILITY') && figure.denominator > 0 && figure.numerator > 0,
    );
    expect(cells.map((figure) => figure.code)).toEqual([code]);
  });

  it('leaves first lettings out of the grid, but not out of the priority households of notes 4 and 5', () => {
    const first = report([lease({ quartile: '1', premiere_mise_en_location: 'O', dalo: 'O' })], noted('5'));
    expect(share(first, 'Q1_FRAGILITY_HIGH_OUTSIDE_QPV')).toBe('0/0');
    expect(share(first, 'PRIORITY_Q1_FRAGILITY_HIGH')).toBe('1/1');
  });
});

describe('groups', () => {
  const idsOf = (scope: NaiveQuery['scope']) => [
    ...new Set(report([lease({})], {}, { ...YEAR, scope }).figures.map((figure) => figure.scope.id)),
  ];

  it('shows every commune, landlord, holder and contingent in the order of their codes, even at 0', () => {
    expect(idsOf('commune')).toEqual(['78297', '78621']);
    expect(idsOf('bailleur')).toEqual(['L-A', 'L-B']);
    expect(idsOf('reservataire')).toEqual(['AL', 'ETAT', 'contingent:action_logement', 'contingent:etat']);
  });

  it('shows only residences and QPV that have a lease in the period', () => {
    expect(idsOf('residence')).toEqual(['OUT']);
    expect(idsOf('qpv')).toEqual([]);
  });

  it('lists the codes of the published table in its order, with a null rate where the denominator is 0', () => {
    const codes = FIGURES.map(([code]) => code);
    expect(codes).toHaveLength(33);
    expect(codes.slice(7, 11)).toEqual([
      'Q1_FRAGILITY_LOW_IN_QPV',
      'Q1_FRAGILITY_LOW_OUTSIDE_QPV',
      'Q1_FRAGILITY_MEDIUM_IN_QPV',
      'Q1_FRAGILITY_MEDIUM_OUTSIDE_QPV',
    ]);
    const [first] = report([]).figures;
    expect(first).toEqual({
      code: 'ALLOCATIONS',
      scope: { kind: 'epci', id: 'epci', label: null },
      numerator: 0,
      denominator: 0,
      rate: null,
      target: null,
      status: null,
    });
  });
});

describe('a history of imports', () => {
  const query = { ...YEAR, scope: 'epci' } as const;
  const first = files({
    ...territory,
    'attributions.csv': [lease({ ressources_annuelles: '11000' }), lease({ numero_attribution: 'A2', quartile: '1' })],
  });

  it('replaces a row with the same key, keeps a row that a later import leaves out, and does not count a cancelled lease', () => {
    const second = files({ 'attributions.csv': [lease({ ressources_annuelles: '11000', annulee: 'O' })] });
    const third = files({ 'attributions.csv': [lease({ ressources_annuelles: '11000', annulee: 'N' })] });
    const counts = [1, 2, 3].map((k) =>
      share(naiveCompliance([first, second, third].slice(0, k), query), 'ALLOCATIONS'),
    );
    expect(counts).toEqual(['2/2', '1/1', '2/2']);
  });

  it('revises the quartile when the bounds of the year come in a later import', () => {
    const late = files({ 'seuils.csv': [{ annee: '2023', q1: '11615' }] });
    expect([1, 2].map((k) => share(naiveCompliance([first, late].slice(0, k), query), 'Q1'))).toEqual(['1/2', '2/2']);
  });
});
