import { Office } from './support/office';
import { leases, TERRITORY, type Row } from './support/territory';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterEach(() => office.close());

/** Notes of R1 (in QPV) and R2 (outside) that are in force all year. */
const NOTES = {
  'notes.csv': 'code_residence;date_effet;note_commune\nR1;2023-01-01;4\nR2;2023-01-01;3\n',
};
const IN: Row = { code_residence: 'R1' };

describe('each figure, counted by hand', () => {
  it.each<[string, Row[], Record<string, string>]>([
    [
      'a lease of which almost nothing is known',
      [{}],
      {
        ALLOCATIONS: '1/1',
        Q1_REHOUSED_OUTSIDE_QPV: '0/1',
        Q1: '0/1',
        Q2: '0/1',
        Q34: '0/1',
        Q1_FRAGILITY_MEDIUM_OUTSIDE_QPV: '0/1',
        Q2_FRAGILITY_MEDIUM_OUTSIDE_QPV: '0/1',
        Q34_FRAGILITY_MEDIUM_OUTSIDE_QPV: '0/1',
        PRIORITY: '0/1',
        HOME_WORK: '0/1',
        ESSENTIAL_WORKERS: '0/1',
        TRANSFERS: '0/1',
      },
    ],
    [
      'first quartile, rehoused, both or neither, outside QPV',
      [{ quartile: '1' }, { relogement: 'anru' }, { quartile: '1', relogement: 'orcod' }, { quartile: '2' }],
      { Q1_REHOUSED_OUTSIDE_QPV: '3/4', Q1: '2/4', Q2: '1/4', Q1_FRAGILITY_MEDIUM_OUTSIDE_QPV: '2/4' },
    ],
    [
      'the four quartiles in QPV, where being rehoused does not help',
      [
        { ...IN, quartile: '1', relogement: 'anru' },
        { ...IN, quartile: '2' },
        { ...IN, quartile: '3' },
        { ...IN, quartile: '4' },
        { ...IN },
      ],
      {
        Q234_IN_QPV: '3/5',
        Q34_IN_QPV: '2/5',
        Q34: '2/5',
        Q1_FRAGILITY_HIGH_IN_QPV: '1/5',
        Q2_FRAGILITY_HIGH_IN_QPV: '1/5',
        Q34_FRAGILITY_HIGH_IN_QPV: '2/5',
      },
    ],
    [
      'priority by DALO or by any category, in QPV and in notes 4–5',
      [
        { ...IN, dalo: 'O', quartile: '1' },
        { ...IN, categorie_prioritaire: 'violences', quartile: '2' },
        { ...IN, quartile: '1' },
        { dalo: 'o', quartile: '1' },
      ],
      { PRIORITY: '3/4', PRIORITY_Q1_IN_QPV: '1/2', PRIORITY_Q1_FRAGILITY_HIGH: '1/2' },
    ],
    [
      'a first letting is in no cell of the grid, but counts everywhere else',
      [{ ...IN, premiere_mise_en_location: 'O', quartile: '1', dalo: 'O' }],
      { ALLOCATIONS: '1/1', Q1_FRAGILITY_HIGH_IN_QPV: '', PRIORITY_Q1_FRAGILITY_HIGH: '1/1', Q234_IN_QPV: '0/1' },
    ],
    [
      'home and work',
      [
        { commune_domicile: '75056', commune_travail: '78621' },
        { commune_domicile: '78621', commune_travail: '78297' },
        { commune_domicile: '78621', commune_travail: '78621' },
        { commune_domicile: '78621', commune_travail: '75056' },
        { commune_domicile: '', commune_travail: '78621' },
        { commune_domicile: '75056', commune_travail: '' },
        { mobilite_professionnelle: 'O', travailleur_essentiel: 'O' },
        { mobilite_professionnelle: 'N', travailleur_essentiel: 'O' },
      ],
      { HOME_WORK: '3/8', ESSENTIAL_WORKERS: '2/8', ESSENTIAL_IN_HOME_WORK: '1/3' },
    ],
    [
      'transfers that contribute',
      [
        { type_demande: 'mutation', quartile: '1' },
        { type_demande: 'mutation', relogement: 'anru' },
        { type_demande: 'mutation', quartile: '3' },
        { type_demande: 'mutation', quartile: '3', dalo: 'O' },
        { type_demande: 'mutation', quartile: '3', mobilite_professionnelle: 'O' },
        { ...IN, type_demande: 'mutation', quartile: '2' },
        { ...IN, type_demande: 'mutation', quartile: '1', relogement: 'anru' },
        { ...IN, type_demande: 'mutation' },
        { quartile: '1' },
      ],
      { TRANSFERS: '8/9', TRANSFERS_CONTRIBUTING: '5/8' },
    ],
    [
      'a lease that never took effect',
      [{ annulee: 'O', quartile: '1' }, { annulee: '' }, { annulee: 'n' }],
      { ALLOCATIONS: '2/2', Q1: '0/2' },
    ],
  ])('%s', async (_case, rows, expected) => {
    await office.record({ ...NOTES, ...leases(...rows) });
    const shares = await office.shares();
    const found = Object.keys(expected).map((code) => [code, shares[code] ?? '']);
    expect(Object.fromEntries(found)).toEqual(expected);
    if (Object.keys(expected).length > 8) expect(shares).toEqual(expected);
  });
});

it('gives every code in the published order, with the shape of formats.md', async () => {
  const { figures, ...head } = await office.report();
  expect(Object.keys(head)).toEqual(['from', 'to', 'asOf', 'position', 'unknownQuartile', 'partialQuartile']);
  const grid = ['Q1', 'Q2', 'Q34'].flatMap((quartile) =>
    ['LOW', 'MEDIUM', 'HIGH'].flatMap((level) =>
      ['IN', 'OUTSIDE'].map((place) => `${quartile}_FRAGILITY_${level}_${place}_QPV`),
    ),
  );
  const after =
    'PRIORITY PRIORITY_Q1_IN_QPV PRIORITY_Q1_FRAGILITY_HIGH HOME_WORK ESSENTIAL_WORKERS ESSENTIAL_IN_HOME_WORK';
  expect(figures.map(({ code }) => code)).toEqual([
    ...'ALLOCATIONS Q1_REHOUSED_OUTSIDE_QPV Q234_IN_QPV Q34_IN_QPV Q1 Q2 Q34'.split(' '),
    ...grid,
    ...after.split(' '),
    ...'TRANSFERS TRANSFERS_CONTRIBUTING'.split(' '),
  ]);
  const nothing = { numerator: 0, denominator: 0, rate: null, target: null, status: null };
  for (const figure of figures) {
    expect(figure).toMatchObject({ ...nothing, scope: { kind: 'epci', id: 'epci' } });
    expect(Object.keys(figure)).toEqual(['code', 'scope', 'numerator', 'denominator', 'rate', 'target', 'status']);
  }
});

it('does not round a rate', async () => {
  await office.record(leases({ quartile: '1' }, {}, {}));
  const { figures } = await office.report();
  expect(figures.find(({ code }) => code === 'Q1')!.rate).toBe(1 / 3);
});

describe('days', () => {
  it('counts both ends of a period, and each QPV from its first day to its last', async () => {
    const days = ['2022-12-31', '2023-01-01', '2023-06-30', '2023-07-01', '2023-07-02', '2023-12-31', '2024-01-01'];
    await office.record(leases(...days.map((date_bail) => ({ ...IN, date_bail, quartile: '2' }))));
    const shares = await office.shares();
    expect([shares['ALLOCATIONS'], shares['Q234_IN_QPV'], shares['Q1_REHOUSED_OUTSIDE_QPV']]).toEqual([
      '5/5',
      '4/4',
      '0/1',
    ]);
    expect((await office.shares({ scope: 'qpv' }, 'L-OLD'))['ALLOCATIONS']).toBe('2/2');
    expect((await office.shares({ scope: 'qpv' }, 'L-NEW'))['ALLOCATIONS']).toBe('2/2');
    const oneDay = { from: '2023-06-30', to: '2023-06-30' };
    expect((await office.shares(oneDay))['Q234_IN_QPV']).toBe('1/1');
  });

  it('keeps the landlord of the day: the new owner counts from its first day', async () => {
    await office.record({
      'proprietes.csv': 'code_residence;date_debut;code_bailleur\nR2;01/04/2023;L-A\nR2;2023-10-01;L-B\n',
      ...leases(...['2023-03-31', '2023-04-01', '2023-09-30', '2023-10-01'].map((date_bail) => ({ date_bail }))),
    });
    const landlords = { scope: 'bailleur' } as const;
    expect((await office.shares(landlords, 'L-A'))['ALLOCATIONS']).toBe('2/2');
    expect((await office.shares(landlords, 'L-B'))['ALLOCATIONS']).toBe('2/2');
  });
});

describe('groups', () => {
  const groups = async (scope: 'commune' | 'bailleur' | 'reservataire' | 'residence' | 'qpv') => {
    const { figures } = await office.report({ scope });
    const of = figures.filter(({ code }) => code === 'ALLOCATIONS');
    expect(figures).toHaveLength(of.length * 33);
    for (const { scope: group } of of) expect(group.kind).toBe(scope);
    return of.map(({ scope: group, numerator }) => `${group.id} ${numerator}`);
  };

  it('lists every entity of the territory in the order of the codes, but only the residences and QPV that have a lease', async () => {
    await office.record(
      leases({ ...IN, code_reservataire: 'FONC' }, { code_residence: 'R1', date_bail: '2023-07-01' }),
    );
    expect(await groups('commune')).toEqual(['78297 0', '78621 2']);
    expect(await groups('bailleur')).toEqual(['L-A 2', 'L-B 0']);
    expect(await groups('residence')).toEqual(['R1 2']);
    expect(await groups('qpv')).toEqual(['L-OLD 1']);
    expect(await groups('reservataire')).toEqual([
      'ETAT 1',
      'FONC 1',
      'VILLE 0',
      'contingent:commune 0',
      'contingent:etat 1',
      'contingent:etat_fonctionnaires 1',
    ]);
  });

  it('has a group for a contingent only where a holder uses it', async () => {
    await office.record({ 'reservataires.csv': 'code_reservataire;nom;contingent\nAL;AL;action_logement\n' });
    expect((await groups('reservataire')).filter((group) => group.startsWith('contingent:'))).toEqual([
      'contingent:action_logement 0',
      'contingent:commune 0',
      'contingent:etat 0',
      'contingent:etat_fonctionnaires 0',
    ]);
  });

  it('shows no entity before it is recorded, and counts unknown quartiles in every scope', async () => {
    expect(await groups('residence')).toEqual([]);
    await office.record(leases({ ...IN }, { quartile: '1' }, { date_bail: '2024-01-01' }));
    for (const scope of ['epci', 'commune', 'reservataire', 'residence', 'qpv'] as const)
      expect([scope, (await office.report({ scope })).unknownQuartile]).toEqual([scope, 1]);
  });
});
