import { INSTALLATION_ADMINISTRATOR, limitedTo } from '#access';
import { readerOf } from '#access/testing';
import { day, refuse } from '#kernel';
import { aDistrict, anOwnership } from '#territory/testing';
import { aNote, aSurvey, FragilitySetting, granted } from '../testing';
import type { FragilityQuery } from './reading';
import { FragilitySheets, type ResidenceSheet } from './sheet';

describe('the sheet of a residence', () => {
  let setting: FragilitySetting;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    await setting.territory();
  });
  afterEach(() => setting.destroy());

  const asked = async (query: FragilityQuery, code = 'R1', actor = INSTALLATION_ADMINISTRATOR) =>
    new FragilitySheets(await setting.caughtUp()).sheet(code, query, actor);
  const sheet = async (on: string, query: FragilityQuery = {}): Promise<ResidenceSheet> =>
    granted(await asked({ ...query, on: day(on) }));

  it('describes the residence on that day, with its place and its owner', async () => {
    await setting.history.own(anOwnership('R1', '2024-02-01', 'L2'));
    expect((await sheet('2024-01-31')).residence).toEqual({
      id: 'R1',
      label: 'Résidence R1',
      commune: { id: 'C1', label: 'Commune C1' },
      landlord: { id: 'L1', label: 'Bailleur L1' },
      dwellings: 40,
      districts: [{ id: 'Q1', label: 'Quartier Q1' }],
    });
    expect((await sheet('2024-02-01')).residence.landlord.id).toBe('L2');
  });

  it('shows a QPV from its first day to its last, both included', async () => {
    await setting.history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-12-31'));
    const codes = async (on: string) => (await sheet(on)).residence.districts.map(({ id }) => id);
    expect([await codes('2014-12-31'), await codes('2015-01-01')]).toEqual([[], ['Q1']]);
    expect([await codes('2023-12-31'), await codes('2024-01-01')]).toEqual([['Q1'], []]);
  });

  it('explains the notes in force, since when, and the survey behind them', async () => {
    await setting.history.survey(aSurvey('R1', 2022, true));
    await setting.history.note(aNote('R1', '2023-05-01', { commune: 4, landlord: 2, final: 3, consensus: 'Réunion' }));
    expect(await sheet('2023-04-30')).toMatchObject({
      notes: { note: 5, ground: 'statistical-computed', since: '2022-01-01', statisticalSource: 'computed' },
      survey: { survey: { year: 2022 }, mean: { numerator: 18, denominator: 6 }, note: 5 },
    });
    expect((await sheet('2023-05-01')).notes).toEqual({
      statistical: 5,
      commune: 4,
      landlord: 2,
      note: 3,
      reason: 'Consensus : Réunion.',
      ground: 'consensus',
      since: '2023-05-01',
      statisticalSource: 'computed',
      consensus: 'Réunion',
      communeComment: null,
      landlordComment: null,
      meeting: null,
    });
    expect(await sheet('2021-12-31')).toMatchObject({
      notes: { note: null, ground: 'nothing', since: null, statisticalSource: null },
      survey: null,
    });
  });

  it('shows the newest survey beside a statistical note that a row gives', async () => {
    await setting.history.survey(aSurvey('R1', 2022, true));
    await setting.history.note(aNote('R1', '2023-05-01', { statistical: 1 }));
    expect(await sheet('2023-05-01')).toMatchObject({
      notes: { statistical: 1, statisticalSource: 'given' },
      survey: { note: 5 },
    });
  });

  it('shows every row and its corrections in the order of their days, with who recorded them, when and from which source', async () => {
    const { history } = setting;
    await history.note(aNote('R1', '2024-01-01', { commune: 4 }));
    await history.note(aNote('R1', '2023-01-01', { commune: 2 }));
    const asOf = history.clock.now();
    await history.note(aNote('R1', '2023-01-01', { commune: 3 }));
    await history.survey(aSurvey('R1', 2022));
    const shown = (await sheet('2024-01-01')).history.map(({ from, commune, correction, recordedAt }) => ({
      from,
      commune,
      correction,
      recordedAt: recordedAt <= asOf,
    }));
    expect(shown).toEqual([
      { from: '2023-01-01', commune: 2, correction: false, recordedAt: true },
      { from: '2023-01-01', commune: 3, correction: true, recordedAt: false },
      { from: '2024-01-01', commune: 4, correction: false, recordedAt: true },
    ]);
    expect((await sheet('2024-01-01')).history[0]).toMatchObject({
      actor: 'tester',
      role: 'system',
      source: 'request',
    });
    const then = await sheet('2024-01-01', { asOf });
    expect(then.history).toHaveLength(2);
    expect([then.surveys.length, (await sheet('2024-01-01')).surveys.length]).toEqual([0, 1]);
  });

  it('is refused where the residence is unknown, or the actor may not see it', async () => {
    const landlord = readerOf(limitedTo({ landlord: ['L2'] }));
    expect(await asked({}, 'R9')).toEqual(refuse('unknown-residence'));
    expect(await asked({}, 'R1', landlord)).toEqual(refuse('unknown-residence'));
    expect(await asked({}, 'R2', landlord)).toMatchObject({ residence: { id: 'R2' } });
  });
});
