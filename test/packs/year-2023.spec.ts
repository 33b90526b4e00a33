import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFiles } from '#demo';
import { openMixite, type Mixite } from '../property/mixite';

const YEAR = { from: '2023-01-01', to: '2023-12-31' };
/** Not needed: the list of dwellings changes no figure. */
const LEFT_OUT = ['logements.csv'];

let mixite: Mixite;
beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mixite-2023-'));
  mixite = await openMixite(undefined, 'convention');
  for (const [file, text] of demoFiles()) if (!LEFT_OUT.includes(file)) await writeFile(join(directory, file), text);
  await mixite.importDirectory(directory);
  await rm(directory, { recursive: true, force: true });
});
afterAll(() => mixite.close());

async function figures(period: { from: string; to: string }, scope: 'epci' | 'bailleur' | 'reservataire' = 'epci') {
  return (await mixite.report({ ...period, scope })).figures;
}

it('judges the printed year by the objectives in force in 2023', async () => {
  const judged = (await figures(YEAR)).filter(({ target }) => target !== null);
  expect(judged).toEqual([
    expect.objectContaining({
      code: 'Q1_REHOUSED_OUTSIDE_QPV',
      scope: { kind: 'epci', id: '200058782', label: 'Saint-Quentin-en-Yvelines' },
      ...{ numerator: 142, denominator: 1178, target: { min: 0.25 }, status: 'missed' },
    }),
    expect.objectContaining({
      code: 'Q234_IN_QPV',
      ...{ numerator: 403, denominator: 467, target: { min: 0.8 }, status: 'met' },
    }),
    expect.objectContaining({ code: 'Q34_IN_QPV', denominator: 467, target: { min: 0.5 } }),
  ]);
  const [outside, inside] = judged.map(({ rate }) => Math.round(rate! * 1000) / 10);
  expect([outside, inside]).toEqual([12.1, 86.3]);
});

it('has no target by landlord before 2025, and by contingent only the priority publics of the framework', async () => {
  expect((await figures(YEAR, 'bailleur')).filter(({ target }) => target !== null)).toEqual([]);
  const judged = (await figures(YEAR, 'reservataire')).filter(({ target }) => target !== null);
  expect(judged.length).toBeGreaterThan(0);
  for (const { code, scope, target } of judged)
    expect([code, scope.id.startsWith('contingent:'), target]).toEqual(['PRIORITY', true, { min: 0.25 }]);
});

it('judges by the law only before the framework, and by the whole grid since the convention', async () => {
  const targets = async (to: string) =>
    Object.fromEntries((await figures({ from: YEAR.from, to })).map((each) => [each.code, each.target]));
  expect(await targets('2025-01-27')).toMatchObject({ Q234_IN_QPV: { min: 0.8 }, Q1_FRAGILITY_LOW_IN_QPV: null });
  expect(await targets('2025-01-28')).toMatchObject({
    Q234_IN_QPV: { min: 0.8 },
    Q1_FRAGILITY_LOW_IN_QPV: { max: 1 / 3 },
    Q2_FRAGILITY_LOW_OUTSIDE_QPV: { min: 1 / 6 },
    Q34_FRAGILITY_LOW_IN_QPV: null,
    Q1_FRAGILITY_HIGH_IN_QPV: { max: 0 },
    PRIORITY: null,
  });
  const before = await figures({ from: '2020-01-01', to: '2021-02-10' });
  expect(before.find(({ code }) => code === 'Q234_IN_QPV')).toMatchObject({ target: { min: 0.5 }, status: null });
});

it('has targets for each contingent since 2025', async () => {
  const byContingent = await figures({ from: '2025-01-28', to: '2025-12-31' }, 'reservataire');
  const aims = byContingent.flatMap(({ code, scope, target }) =>
    target === null ? [] : [[scope.id, code, target] as const],
  );
  const of = (code: string) =>
    Object.fromEntries(aims.filter(([, of]) => of === code).map(([id, , target]) => [id, target]));
  expect(of('PRIORITY')).toEqual({
    'contingent:action_logement': { min: 0.25 },
    'contingent:bailleur': { min: 0.25 },
    'contingent:commune': { min: 0.25 },
    'contingent:epci': { min: 0.25 },
    'contingent:departement': { min: 0.25 },
    'contingent:etat': { min: 0.95 },
    'contingent:etat_fonctionnaires': { min: 0.25 },
  });
  expect(of('HOME_WORK')).toMatchObject({
    'contingent:action_logement': { min: 0.3 },
    'contingent:departement': { min: 0.1 },
    'contingent:epci': { min: 0.8 },
    'contingent:etat': { min: 0.1 },
  });
  expect(new Set(Object.values(of('ESSENTIAL_IN_HOME_WORK')).map((target) => JSON.stringify(target)))).toEqual(
    new Set(['{"min":0.5}']),
  );
});
