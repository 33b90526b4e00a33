import { INSTALLATION_ADMINISTRATOR, limitedTo, type Scope } from '#access';
import { readerOf } from '#access/testing';
import { day } from '#kernel';
import { aDistrict, anOwnership, aResidence } from '#territory/testing';
import { aNote, aSurvey, FragilitySetting, granted } from '../testing';
import { FragilityCoverage, type CoverageReport } from './coverage';
import type { FragilityQuery } from './reading';

const NONE = { residences: 0, dwellings: 0 };

describe('the coverage', () => {
  let setting: FragilitySetting;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    const { history } = setting;
    await setting.territory();
    await history.declare('Residence', aResidence('R3', { dwellings: 100 }));
    await history.declare('Residence', aResidence('R4', { dwellings: 7, commune: 'C2' }));
    await history.note(aNote('R1', '2023-01-01', { commune: 5, landlord: 5 }));
    await history.survey(aSurvey('R2', 2022, true));
    await history.note(aNote('R3', '2023-01-01', { commune: 2, landlord: 3 }));
  });
  afterEach(() => setting.destroy());

  const coverage = async (
    on: string,
    query: FragilityQuery = {},
    scope: Scope = INSTALLATION_ADMINISTRATOR.scope,
  ): Promise<CoverageReport> => {
    const actor = readerOf(scope);
    return granted(await new FragilityCoverage(await setting.caughtUp()).report({ ...query, on: day(on) }, actor));
  };

  it('counts residences and dwellings, noted, priority, in QPV', async () => {
    expect((await coverage('2024-01-01')).total).toEqual({
      residences: 4,
      dwellings: 187,
      noted: { residences: 2, dwellings: 80 },
      priority: { residences: 2, dwellings: 80, inQpv: { residences: 1, dwellings: 40 } },
    });
  });

  it('counts a residence in QPV from the first day of its QPV to the last, both included', async () => {
    await setting.history.declare('PriorityDistrict', aDistrict('Q1', '2023-06-01', '2023-12-31'));
    const inQpv = async (on: string) => (await coverage(on)).total.priority.inQpv.residences;
    expect([await inQpv('2023-05-31'), await inQpv('2023-06-01')]).toEqual([0, 1]);
    expect([await inQpv('2023-12-31'), await inQpv('2024-01-01')]).toEqual([1, 0]);
  });

  it('splits them by note, by ground, and the priority ones by type', async () => {
    const { byNote, byGround, byType } = await coverage('2024-01-01');
    expect(byNote.filter(({ residences }) => residences > 0)).toEqual([
      { note: 5, residences: 2, dwellings: 80 },
      { note: null, residences: 2, dwellings: 107 },
    ]);
    expect(byGround.filter(({ residences }) => residences > 0)).toEqual([
      { ground: 'agreement', residences: 1, dwellings: 40 },
      { ground: 'statistical-computed', residences: 1, dwellings: 40 },
      { ground: 'disagreement', residences: 1, dwellings: 100 },
      { ground: 'nothing', residences: 1, dwellings: 7 },
    ]);
    expect(byType).toEqual([
      { type: 1, ...NONE },
      { type: 2, residences: 1, dwellings: 40 },
      { type: 3, residences: 1, dwellings: 40 },
      { type: 4, residences: 1, dwellings: 40 },
      { type: null, residences: 1, dwellings: 40 },
    ]);
  });

  it('has a line for each commune and each owner of the day', async () => {
    await setting.history.own(anOwnership('R3', '2024-01-02', 'L2'));
    const { communes, landlords } = await coverage('2024-01-01');
    expect(communes).toEqual([
      {
        id: 'C1',
        label: 'Commune C1',
        residences: 2,
        dwellings: 140,
        noted: { residences: 1, dwellings: 40 },
        priority: { residences: 1, dwellings: 40 },
      },
      expect.objectContaining({ id: 'C2', residences: 2, dwellings: 47 }),
    ]);
    expect(landlords.map(({ id, dwellings }) => [id, dwellings])).toEqual([
      ['L1', 147],
      ['L2', 40],
    ]);
    const after = await coverage('2024-01-02');
    expect(after.landlords.map(({ id, dwellings }) => [id, dwellings])).toEqual([
      ['L1', 47],
      ['L2', 140],
    ]);
  });

  it('counts what the actor may see, on a day and as of an instant', async () => {
    expect((await coverage('2021-12-31')).total.noted).toEqual(NONE);
    const asOf = setting.history.clock.now();
    await setting.history.note(aNote('R4', '2023-01-01', { commune: 1 }));
    expect((await coverage('2024-01-01')).total.noted.residences).toBe(3);
    expect((await coverage('2024-01-01', { asOf })).total.noted.residences).toBe(2);
    const own = await coverage('2024-01-01', {}, limitedTo({ commune: ['C2'] }));
    expect([own.total.residences, own.communes.map(({ id }) => id)]).toEqual([2, ['C2']]);
  });

  it('compares occupancy with the whole territory, whatever the actor may see', async () => {
    await setting.history.survey(aSurvey('R2', 2022, true, { underOccupied: '20' }));
    const typesSeen = async () => {
      const { byType } = await coverage('2024-01-01', {}, limitedTo({ landlord: ['L2'] }));
      return byType.filter(({ residences }) => residences > 0).map(({ type }) => type);
    };
    expect(await typesSeen()).toEqual([2, 3, 4]);
    await setting.history.survey(aSurvey('R4', 2022, false, { underOccupied: '10' }));
    expect(await typesSeen()).toEqual([1, 2, 3, 4]);
  });
});
