import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from './index';
import { CASE, cases, LEASE, OPERATION, RehousingOffice, TERRITORY, placesOf } from './testing/rehousing-office';

let office: RehousingOffice;
beforeEach(() => (office = new RehousingOffice()));
afterEach(() => office.close());

const lately = async () => (await office.history()).at(-1)!;
const countsOf = (report: ImportReport) =>
  Object.fromEntries(report.files.map(({ file, rows, events, unchanged }) => [file, [rows, events, unchanged]]));

it('opens an operation, then corrects it with the old and new values', async () => {
  await office.import(TERRITORY);
  expect(await lately()).toMatchObject({
    stream: 'operation-OP-1',
    type: 'RehousingOperationOpened',
    data: { code: 'OP-1', name: 'Merisiers', district: 'L-Q1', landlord: 'L-1', planned: 2, startsOn: '2020-01-01' },
    metadata: { effectiveDay: '2020-01-01' },
  });
  await office.import({ 'operations.csv': [{ ...OPERATION, menages_a_reloger: '3', date_fin_prevue: '' }] });
  expect(await lately()).toMatchObject({
    type: 'RehousingOperationCorrected',
    data: { changes: { planned: { from: 2, to: 3 }, endsOn: { from: '2028-12-31', to: null } } },
  });
});

it('records each row once, under a random id, with its numbers and amounts sealed', async () => {
  const report = await office.import({ ...cases(CASE), ...TERRITORY });
  expect([report.faults, report.warnings]).toEqual([[], []]);
  expect(countsOf(report)).toMatchObject({ 'operations.csv': [1, 1, 0], 'relogements.csv': [1, 1, 0] });
  const event = await lately();
  expect(event).toMatchObject({
    type: 'RehousingCompleted',
    stream: `rehousing-${(await office.idOf('rehousing', 'REL-SECRET-1'))!}`,
    data: {
      household: await office.idOf('household', '078SECRETNUMBER001'),
      residence: 'R2',
      resources: 'under-40',
      costConstant: true,
      costConstantPerM2: true,
    },
    metadata: { effectiveDay: '2024-03-05' },
  });
  expect(await office.sealedIn(event)).toEqual({
    rehousingNumber: 'REL-SECRET-1',
    householdNumber: '078SECRETNUMBER001',
    allocationNumber: null,
    persons: 3,
    ceilingShare: '38.7',
    costBefore: 31_247,
    costAfter: 31_246,
    surfaceBefore: 5_853,
    surfaceAfter: 5_854,
    proposals: 2,
  });
});

it('has the same household as a lease with the same numéro unique', async () => {
  await office.import({
    ...TERRITORY,
    'attributions.csv': [LEASE],
    ...cases({ ...CASE, numero_attribution: 'ATT-SECRET-1' }),
  });
  const [signed, , rehoused] = (await office.history()).slice(-3);
  expect([signed!.type, rehoused!.type]).toEqual(['AllocationSigned', 'RehousingCompleted']);
  expect(rehoused!.data['household']).toBe(signed!.data['household']);
});

it('adds no event the second time, in any spelling of the row', async () => {
  await office.import({ ...TERRITORY, ...cases(CASE) });
  const before = await office.history();
  const spelt = { ...CASE, date_relogement: '05/03/2024', definitif: 'o', reste_a_charge_avant: '312,470 €' };
  const report = await office.import({ ...TERRITORY, ...cases({ ...spelt, ressources_pct_plafond: '38,70 %' }) });
  expect(countsOf(report)).toMatchObject({ 'operations.csv': [1, 0, 1], 'relogements.csv': [1, 0, 1] });
  expect(await office.history()).toEqual(before);
});

it('follows a household from its enrolment, with one event for each change; A → B → A gives three events', async () => {
  const waiting = { ...CASE, date_relogement: '', code_residence: '', reste_a_charge_apres: '', surface_apres: '' };
  const moved = { ...CASE, definitif: 'N' };
  await office.import(TERRITORY);
  const start = (await office.history()).length;
  for (const row of [waiting, moved, CASE, moved, CASE, { ...CASE, ressources_pct_plafond: '40' }])
    await office.import(cases(row));
  const events = (await office.history()).slice(start);
  expect(events.map(({ type, revision }) => [type, revision])).toEqual([
    ['HouseholdEnrolled', 0],
    ['HouseholdMovedTemporarily', 1],
    ['RehousingCompleted', 2],
    ['RehousingCorrected', 3],
    ['RehousingCompleted', 4],
    ['RehousingCorrected', 5],
  ]);
  expect(events[0]!.metadata.effectiveDay).toBeUndefined();
  expect(events[5]!.data).toEqual({ changes: { resources: { from: 'under-40', to: '40-100' } } });
  expect(await office.sealedIn(events[5]!)).toEqual({
    changes: { ceilingShare: { from: '38.7', to: '40' } },
  });
});

it('a dry run counts the same and writes nothing, not even a key', async () => {
  const files = { ...TERRITORY, ...cases(CASE) };
  const dry = await office.import(files, { dryRun: true });
  expect(await office.history()).toEqual([]);
  expect(await office.idOf('rehousing', 'REL-SECRET-1')).toBeUndefined();
  expect((await office.import(files)).files).toEqual(dry.files);
});

it('leaves an erased household unchanged, with a warning', async () => {
  await office.import({ ...TERRITORY, ...cases(CASE) });
  const before = await office.history();
  const changed = cases({ ...CASE, personnes: '4' });
  const report = await office.import(changed, { withoutKeys: true });
  expect(placesOf(report.warnings)).toEqual(['relogements.csv:2 numero_unique']);
  expect(report.warnings[0]!.message).toContain('effacé');
  expect(countsOf(report)).toEqual({ 'relogements.csv': [1, 0, 1] });
  expect(await office.history()).toEqual(before);
  expect((await office.import(cases(CASE), { withoutKeys: true })).warnings).toEqual([]);
});

it('writes no number, share or amount in clear', async () => {
  // Long enough not to be found anywhere by chance.
  const row = {
    ...CASE,
    numero_attribution: 'ATT-SECRET-1',
    ressources_pct_plafond: '38,765432',
    reste_a_charge_avant: '76543,21',
    surface_avant: '87654,32',
  };
  await office.import({ ...TERRITORY, 'attributions.csv': [LEASE], ...cases(row) });
  await office.import(cases({ ...row, reste_a_charge_avant: '65432,19' }));
  for (const file of readdirSync(office.folder))
    for (const secret of ['SECRET', '38.765432', '7654321', '8765432', '6543219'])
      expect([file, secret, readFileSync(join(office.folder, file)).includes(secret)]).toEqual([file, secret, false]);
});
