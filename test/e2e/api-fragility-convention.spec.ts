import type { ComplianceReport } from '#compliance';
import { aConventionFile, anAmendmentFile, conventionText } from '#convention/testing';
import type { FragilityReport, RemindersReport } from '#fragility';
import type { SheetWithLeases } from '#fragility/module';
import type { JsonObject } from '#kernel';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY, type Row } from './support/territory';

const SURVEY: Row = {
  code_residence: 'R5',
  annee: '2022',
  logements: '40',
  taux_reponse: '80',
  part_moins_40_plus: '10',
  taux_activite: '80',
  part_familles_nombreuses: '5',
  part_monoparentales: '10',
  part_mineurs: '20',
};
/** A scale with only one indicator. It gives R5 the highest note; the default scale gives it note 1. */
const SCALE: JsonObject = {
  indicateurs: [{ indicateur: 'mineurs', poids: 1, plus_fragile: 'haut', seuil_2: '10', seuil_3: '20' }],
};

describe('the fragility under a convention', () => {
  let service: StartedApi;
  beforeEach(async () => {
    service = await startedApi();
  });
  afterEach(() => service.stop());

  const send = async (files: Readonly<Record<string, readonly Row[]>>, convention?: JsonObject) => {
    const all = new Map(csvFiles(files));
    if (convention) all.set('convention.json', conventionText(convention));
    return (await (await service.send(all)).json()) as { code?: string; faults: { column: string }[] };
  };
  const note = async (on: string) =>
    ((await (await service.get(`/api/fragility?on=${on}`)).json()) as FragilityReport).residences[4]!.note;
  const high = async () => {
    const path = '/api/compliance?from=2023-01-01&to=2024-12-31&scope=residence';
    const { figures } = (await (await service.get(path)).json()) as ComplianceReport;
    return figures
      .filter(({ code, scope }) => code.startsWith('Q1_FRAGILITY_HIGH') && scope.id === 'R5')
      .reduce((sum, { denominator }) => sum + denominator, 0);
  };

  it('follows its scale, and each amendment from its day on, in reports and in figures', async () => {
    const files = { ...TERRITORY, 'ops.csv': [SURVEY], 'attributions.csv': leases(1, 60) };
    expect((await send(files, aConventionFile())).faults).toEqual([]);
    expect([await note('2023-12-31'), await high()]).toEqual([1, 0]);
    const amended = aConventionFile({
      avenants: [
        anAmendmentFile({
          date_effet: '2023-06-01',
          bareme_fragilite: SCALE,
          delais: { renouvellement_notes_annees: 5 },
        }),
      ],
    });
    expect((await send({}, amended)).faults).toEqual([]);
    expect([await note('2023-05-31'), await note('2023-06-01')]).toEqual([1, 5]);
    const live = await high();
    expect(live).toBeGreaterThan(0);
    const sheet = (await (await service.get('/api/fragility/R5?on=2024-01-01')).json()) as SheetWithLeases;
    expect(sheet.survey).toMatchObject({
      indicators: [{ indicator: 'minors', mark: 3 }],
      mean: { numerator: 3, denominator: 1 },
    });
    const { delays } = (await (await service.get('/api/fragility/reminders?on=2024-01-01')).json()) as RemindersReport;
    expect(delays).toMatchObject({ surveyYears: 5, listYears: 3 });
    await service.installation.engine.rebuild('compliance');
    await service.installation.engine.rebuild('fragility');
    expect([await high(), await note('2024-01-01')]).toEqual([live, 5]);
  });

  it('checks a final note of a file with the scale of the same directory', async () => {
    const row = { code_residence: 'R5', date_effet: '2023-01-01', note_finale: '5' };
    const files = { ...TERRITORY, 'ops.csv': [SURVEY], 'notes.csv': [row] };
    expect((await send(files)).faults).toMatchObject([{ column: 'note_finale' }]);
    expect((await send(files, aConventionFile({ bareme_fragilite: SCALE }))).faults).toEqual([]);
    expect(await note('2023-01-01')).toBe(5);
  });
});
