import { Office, type Files } from './support/office';
import { csv, lease, leases, TERRITORY, type Row } from './support/territory';

let office: Office;
beforeEach(async () => {
  office = new Office();
  await office.record(TERRITORY);
});
afterEach(() => office.close());

const eventsOf = async (files: Files) => {
  const before = (await office.history()).length;
  const { files: counts } = await office.record(files);
  const added = (await office.history()).slice(before);
  expect(counts.reduce((sum, { events, derived }) => sum + events + derived, 0)).toBe(added.length);
  return added.map(({ type, data }) => ({ type, data }));
};

it('adds nothing the second time, whatever the spelling of the rows', async () => {
  const row = lease({ date_bail: '2023-03-05', dalo: 'O', ressources_annuelles: '12345,60', annulee: 'N' });
  await office.record({ 'attributions.csv': csv(row) });
  const { numero_attribution: number, ...rest }: Row = {
    ...row,
    date_bail: '05/03/2023',
    dalo: 'o',
    ressources_annuelles: '12 345.6 €',
  };
  const otherSpelling = `\ufeff${csv({ ...rest, inconnue: 'x', numero_attribution: number! }).replaceAll('\n', '\r\n')}`;
  expect(await eventsOf({ ...TERRITORY, 'attributions.csv': otherSpelling })).toEqual([]);
});

it('keeps A → B → A as three events, each correction with the old and the new', async () => {
  const communes = (name: string) => ({ 'communes.csv': `code_insee;nom\n78621;${name}\n` });
  const renamed = await eventsOf(communes('Trappes-en-Yvelines'));
  expect(renamed).toEqual([
    { type: 'CommuneCorrected', data: { changes: { name: { from: 'Trappes', to: 'Trappes-en-Yvelines' } } } },
  ]);
  expect(await eventsOf(communes('Trappes'))).toEqual([
    { type: 'CommuneCorrected', data: { changes: { name: { from: 'Trappes-en-Yvelines', to: 'Trappes' } } } },
  ]);
  expect(await eventsOf(communes('Trappes'))).toEqual([]);
});

it('makes a fact unknown where its cell becomes empty, and changes nothing where a row is missing', async () => {
  await office.record(leases({ quartile: '1', travailleur_essentiel: 'O' }, { quartile: '1' }));
  expect((await eventsOf(leases({ quartile: '' }))).map(({ type }) => type)).toEqual(['AllocationCorrected']);
  expect(await office.shares()).toMatchObject({ ALLOCATIONS: '2/2', Q1: '1/2', ESSENTIAL_WORKERS: '0/2' });
  expect((await office.report()).unknownQuartile).toBe(1);
});

it('removes a lease from the figures when it is cancelled, counts it again later, and keeps what was known before', async () => {
  const all = async (asOf?: string) => (await office.shares({ asOf }))['ALLOCATIONS'] ?? '0/0';
  await office.record(leases({}));
  const signed = (await office.report()).asOf!;
  expect(await eventsOf(leases({ annulee: 'O' }))).toMatchObject([{ type: 'AllocationCancelled' }]);
  const cancelled = (await office.report()).asOf!;
  expect(await all()).toBe('0/0');
  expect(await eventsOf(leases({ annulee: 'N' }))).toMatchObject([{ type: 'AllocationCorrected' }]);
  expect([await all(signed), await all(cancelled), await all()]).toEqual(['1/1', '0/0', '1/1']);
});

it('moves a lease to another residence, day and holder', async () => {
  await office.record(leases({}));
  await office.record(leases({ code_residence: 'R1', date_bail: '2023-07-01', code_reservataire: 'VILLE' }));
  expect(await office.shares({ scope: 'commune' }, '78621')).toMatchObject({ Q1_REHOUSED_OUTSIDE_QPV: '0/1' });
  expect(await office.shares({ scope: 'commune' }, '78297')).toEqual({});
  expect(await office.shares({ scope: 'reservataire' }, 'contingent:commune')).toMatchObject({ ALLOCATIONS: '1/1' });
  expect(await office.shares({ to: '2023-06-30' })).toEqual({});
});

it('follows a QPV whose days are corrected; a report as of before still shows the old days', async () => {
  await office.record(leases({ code_residence: 'R1', date_bail: '2023-07-01' }));
  const before = (await office.report()).asOf!;
  await office.record({ 'qpv.csv': 'code_qpv;nom;code_insee;date_debut\nL-NEW;Nouveau;78621;2023-07-01\n' });
  expect(Object.keys(await office.shares())).toContain('Q234_IN_QPV');
  expect(Object.keys(await office.shares({ asOf: before }))).not.toContain('Q234_IN_QPV');
});

it('counts a household’s work as inside the EPCI when its commune joins', async () => {
  await office.record(leases({ commune_domicile: '78621', commune_travail: '78208' }));
  expect((await office.shares())['HOME_WORK']).toBe('0/1');
  const { files } = await office.record({ 'communes.csv': 'code_insee;nom\n78208;Élancourt\n' });
  expect(files).toEqual([{ file: 'communes.csv', rows: 1, events: 1, derived: 1, unchanged: 0 }]);
  expect((await office.shares())['HOME_WORK']).toBe('1/1');
});

describe('as of', () => {
  it('is empty before the first event, and shows null', async () => {
    const empty = await office.report({ asOf: '2024-12-31' });
    expect(empty).toMatchObject({ asOf: '2024-12-31T22:59:59.999Z', position: null, unknownQuartile: 0 });
    expect((await office.report({ asOf: '2024-12-31', scope: 'commune' })).figures).toEqual([]);
  });

  it('shows the recorded time and the position of the head, and accepts any offset', async () => {
    await office.record(leases({}));
    const head = (await office.history()).at(-1)!;
    const report = await office.report();
    expect([report.asOf, report.position]).toEqual([head.metadata.recordedAt, head.position]);
    const elsewhere = new Date(Date.parse(report.asOf!) + 7_200_000).toISOString().replace('Z', '+02:00');
    expect(await office.report({ asOf: elsewhere })).toEqual(report);
    const justBefore = new Date(Date.parse(report.asOf!) - 1).toISOString();
    expect((await office.report({ asOf: justBefore })).figures[0]!.numerator).toBe(0);
    expect((await office.report({ asOf: '2025-01-10' })).position).toBe(head.position);
  });

  it('does not show the entities of later imports', async () => {
    const before = (await office.report()).asOf!;
    await office.record({ 'bailleurs.csv': 'code_bailleur;nom\nL-C;Bailleur C\nL-A;Autre nom\n' });
    const labels = async (asOf?: string) => {
      const { figures } = await office.report({ scope: 'bailleur', asOf });
      return figures.filter(({ code }) => code === 'ALLOCATIONS').map(({ scope }) => scope.label);
    };
    expect(await labels(before)).toEqual(['Bailleur A', 'Bailleur B']);
    expect(await labels()).toEqual(['Autre nom', 'Bailleur B', 'Bailleur C']);
  });
});
