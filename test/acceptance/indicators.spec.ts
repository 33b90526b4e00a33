import { limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import type { Indicators } from '#compliance';
import { aConventionFile, conventionText } from '#convention/testing';
import type { ImportReport } from '#exchange';
import { Office, type Files } from './support/office';
import { TERRITORY } from './support/territory';

const HEADER = 'code;portee;identifiant;periode;valeur;source;date_source';
const indicators = (...rows: readonly string[]): Files => ({
  'indicateurs.csv': `${[HEADER, ...rows.map((row) => `${row};Observatoire;2024-06-30`)].join('\n')}\n`,
});
const CONVENTION: Files = {
  'convention.json': conventionText(
    aConventionFile({
      territoire: { siren: '200058782', nom: 'SQY' },
      secteurs: [{ code: 'S1', nom: 'Secteur Un', code_insee: '78621' }],
    }),
  ),
};
const shown = ({ indicators: lines }: Indicators) =>
  lines.map(
    ({ code, scope, period, value }) => `${code} ${scope.kind} ${scope.id} (${scope.label}) ${period} ${value}`,
  );
const counted = ({ files }: ImportReport) =>
  files.filter(({ file }) => file === 'indicateurs.csv').map(({ events, unchanged }) => `${events} ${unchanged}`);
const faults = (report: ImportReport) =>
  report.faults.map(({ file, line, column, value }) => `${file} ${line} ${column} ${value}`);

describe('the figures of indicateurs.csv', () => {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());

  it('are shown with the names of what they are about, by code, scope, entity and period', async () => {
    await office.record({
      ...TERRITORY,
      ...CONVENTION,
      ...indicators(
        'VACANCE;commune;78297;2023;2,5 %',
        'ROTATION;commune;78621;2023-S1;9,50',
        'ROTATION;epci;epci;2023;8',
        'ROTATION;secteur;S1;2023;-1',
        'ROTATION;bailleur;L-A;2023;7',
        'ROTATION;reservataire;ETAT;2023;6',
        'ROTATION;reservataire;contingent:etat;2023;5',
        'ROTATION;residence;R1;2023;4',
        'ROTATION;qpv;L-OLD;2023;3',
        'ROTATION;commune;78621;2022;13 800',
      ),
    });
    expect(shown(await office.indicators())).toEqual([
      'ROTATION epci 200058782 (SQY) 2023 8',
      'ROTATION commune 78621 (Trappes) 2022 13800',
      'ROTATION commune 78621 (Trappes) 2023-S1 9.5',
      'ROTATION secteur S1 (Secteur Un) 2023 -1',
      'ROTATION bailleur L-A (Bailleur A) 2023 7',
      'ROTATION reservataire ETAT (État) 2023 6',
      'ROTATION reservataire contingent:etat (Contingent de l’État (publics prioritaires)) 2023 5',
      'ROTATION residence R1 (Une) 2023 4',
      'ROTATION qpv L-OLD (Ancien) 2023 3',
      'VACANCE commune 78297 (Guyancourt) 2023 2.5',
    ]);
    const [first] = (await office.indicators()).indicators;
    expect(first).toMatchObject({ source: 'Observatoire', sourceDay: '2024-06-30' });
    const queries = [{ code: 'VACANCE' }, { id: '78621', period: '2022' }, { scope: 'epci', id: 'epci' }] as const;
    for (const query of queries) expect((await office.indicators(query)).indicators).toHaveLength(1);
    expect((await office.indicators({ scope: 'commune' })).indicators).toHaveLength(3);
  });

  it('are read under the rights of the reader: those of its entities', async () => {
    const rows = ['A;epci;epci;2023;1', 'A;commune;78621;2023;2', 'A;commune;78297;2023;3', 'A;bailleur;L-A;2023;4'];
    await office.record({ ...TERRITORY, ...indicators(...rows) });
    const reader = (scope: Actor['scope']): Actor => readerOf(scope);
    const seen = async (scope: Actor['scope']) =>
      (await office.indicators({}, reader(scope))).indicators.map(({ value }) => value);
    expect(await seen(limitedTo({ commune: ['78297'] }))).toEqual(['3']);
    expect(await seen(limitedTo({ landlord: ['L-A'] }))).toEqual(['4']);
    expect(await seen(limitedTo({ holder: ['contingent:etat'] }))).toEqual([]);
  });

  it('add nothing the second time, and one correcting event where a value changes; as of before, the old one shows', async () => {
    const files = { ...TERRITORY, ...CONVENTION, ...indicators('A;epci;epci;2023;1', 'B;epci;epci;2023;2') };
    expect(counted(await office.record(files))).toEqual(['2 0']);
    const { asOf } = await office.indicators();
    expect(counted(await office.record(files))).toEqual(['0 2']);
    expect(counted(await office.record(indicators('A;epci;200058782;2023;1', 'B;epci;200058782;2023;2,5')))).toEqual([
      '1 1',
    ]);
    expect(shown(await office.indicators({ code: 'B' }))).toEqual(['B epci 200058782 (SQY) 2023 2.5']);
    expect(shown(await office.indicators({ code: 'B', asOf: asOf! }))).toEqual(['B epci 200058782 (SQY) 2023 2']);
    const corrected = (await office.history()).filter(({ type }) => type.startsWith('Indicator'));
    expect(corrected.map(({ type, metadata }) => `${type} ${metadata.effectiveDay}`)).toEqual([
      'IndicatorRecorded 2023-01-01',
      'IndicatorRecorded 2023-01-01',
      'IndicatorCorrected 2023-01-01',
    ]);
  });

  it('have a fault at each cell that cannot be true, and nothing is written', async () => {
    const report = await office.send({
      ...TERRITORY,
      ...CONVENTION,
      ...indicators(
        'A;departement;78;2023;1',
        'A;commune;Trappes;2023;1',
        'A;commune;78646;2023;1',
        'A;epci;243500139;2023;1',
        'A;secteur;S9;2023;1',
        'A;reservataire;contingent:inconnu;2023;1',
        'A;epci;epci;2023-T1;1',
        'A;epci;epci;2023-S2;beaucoup',
        'A;epci;epci;2024;1',
        'A;epci;200058782;2024;2',
        'B;epci;epci;2024;1',
        'B;epci;epci;2024;1',
      ),
    });
    expect(faults(report)).toEqual([
      'indicateurs.csv 2 portee departement',
      'indicateurs.csv 3 identifiant Trappes',
      'indicateurs.csv 4 identifiant 78646',
      'indicateurs.csv 5 identifiant 243500139',
      'indicateurs.csv 6 identifiant S9',
      'indicateurs.csv 7 identifiant contingent:inconnu',
      'indicateurs.csv 8 periode 2023-T1',
      'indicateurs.csv 9 valeur beaucoup',
      'indicateurs.csv 11 identifiant 200058782',
      'indicateurs.csv 13 code B ; epci ; epci ; 2024',
    ]);
    expect(await office.history()).toEqual([]);
  });
});
