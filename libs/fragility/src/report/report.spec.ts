import { limitedTo, type Actor, type Scope } from '#access';
import { readerOf } from '#access/testing';
import { day, refuse } from '#kernel';
import { anOwnership, aResidence } from '#territory/testing';
import { FRAGILITY_MODEL } from '../projections/model';
import { aNote, aSurvey, FragilitySetting } from '../testing';
import type { FragilityReport } from './report';

const reader = (scope: Scope): Actor => readerOf(scope);
const codes = ({ residences }: FragilityReport) => residences.map(({ id }) => id);
const notes = ({ residences }: FragilityReport) => residences.map(({ note }) => note);

describe('the report of fragility notes', () => {
  let setting: FragilitySetting;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
  });
  afterEach(() => setting.destroy());

  it('is empty before the first event', async () => {
    expect(await setting.report('2024-01-01')).toEqual({
      on: '2024-01-01',
      asOf: null,
      position: null,
      residences: [],
    });
  });

  it('shows every residence in the order of their codes, with the notes of its row and why', async () => {
    await setting.territory();
    await setting.history.declare('Residence', aResidence('R0'));
    await setting.history.note(aNote('R1', '2023-01-01', { statistical: 2, commune: 4, landlord: 5 }));
    await setting.history.survey(aSurvey('R2', 2022, true));
    const { residences } = await setting.report('2024-03-01');
    expect(residences).toEqual([
      {
        id: 'R0',
        label: 'Résidence R0',
        statistical: null,
        commune: null,
        landlord: null,
        note: null,
        reason: 'Aucune enquête ni aucune note.',
      },
      {
        id: 'R1',
        label: 'Résidence R1',
        statistical: 2,
        commune: 4,
        landlord: 5,
        note: null,
        reason: 'Désaccord : commune 4, bailleur 5 ; un accord est attendu.',
      },
      {
        id: 'R2',
        label: 'Résidence R2',
        statistical: 5,
        commune: null,
        landlord: null,
        note: 5,
        reason: 'Note statistique de l’enquête OPS 2022.',
      },
    ]);
  });

  it('is of the day asked, by default today', async () => {
    await setting.territory();
    await setting.history.note(aNote('R1', '2023-01-01', { commune: 2 }));
    await setting.history.note(aNote('R1', '2024-01-02', { commune: 5 }));
    expect(notes(await setting.report('2022-12-31'))).toEqual([null, null]);
    expect(notes(await setting.report('2024-01-01'))).toEqual([2, null]);
    expect(notes(await setting.report('2024-01-02'))).toEqual([5, null]);
    expect(await setting.asked({})).toMatchObject({ on: '2024-01-01', residences: [{ note: 2 }, {}] });
  });

  it('shows what was known at an instant, without the corrections since', async () => {
    await setting.territory();
    await setting.history.note(aNote('R1', '2023-01-01', { commune: 2 }));
    const asOf = setting.history.clock.now();
    await setting.history.note(aNote('R1', '2023-01-01', { commune: 5 }));
    await setting.history.declare('Residence', aResidence('R3'));
    expect(notes(await setting.report('2024-01-01'))).toEqual([5, null, null]);
    expect(notes(await setting.report('2024-01-01', { asOf }))).toEqual([2, null]);
    expect(await setting.report('2024-01-01', { asOf })).toMatchObject({ asOf });
  });

  it('shows a landlord the residences that it owns today, a commune those in it, and others none', async () => {
    await setting.territory();
    await setting.history.own(anOwnership('R1', '2023-06-01', 'L2'));
    await setting.history.own(anOwnership('R2', '2024-06-01', 'L1'));
    const seen = async (scope: Scope, on = '2024-01-01') => codes(await setting.report(on, {}, reader(scope)));
    expect(await seen(limitedTo({ landlord: ['L1'] }))).toEqual([]);
    expect(await seen(limitedTo({ landlord: ['L2'] }))).toEqual(['R1', 'R2']);
    // The day of the notes changes nothing about who may see them.
    expect(await seen(limitedTo({ landlord: ['L1'] }), '2020-01-01')).toEqual([]);
    expect(await seen(limitedTo({ commune: ['C2'] }))).toEqual(['R2']);
    expect(await seen(limitedTo({ landlord: ['L1'], commune: ['C2'] }))).toEqual(['R2']);
    expect(await seen(limitedTo({ landlord: ['L2'], commune: ['C9'] }))).toEqual(['R1', 'R2']);
    expect(await seen(limitedTo({ holder: ['H1'], commune: ['C2'] }))).toEqual(['R2']);
    expect(await setting.asked({}, reader(limitedTo({ holder: ['H1'] })))).toEqual(
      refuse('scope-not-allowed', { scope: 'holder' }),
    );
    expect(await setting.asked({}, reader({ kind: 'none' }))).toEqual(refuse('not-allowed', { right: 'read-figures' }));
    expect(await setting.asked({}, { id: 'm', role: 'monitor', scope: { kind: 'all' } })).toEqual(
      refuse('not-allowed', { right: 'read-figures' }),
    );
  });

  it('hides the past too from a former owner, also as of an instant when it was the owner', async () => {
    await setting.territory();
    const asOf = setting.history.clock.now();
    await setting.history.own(anOwnership('R1', '2023-06-01', 'L2'));
    const report = (landlord: string) =>
      setting.report('2023-01-01', { asOf }, reader(limitedTo({ landlord: [landlord] })));
    expect(codes(await report('L1'))).toEqual([]);
    expect(codes(await report('L2'))).toEqual(['R1', 'R2']);
  });

  it('is the same after a rebuild', async () => {
    await setting.territory();
    const { history, installation } = setting;
    await history.note(aNote('R1', '2023-01-01', { commune: 2 }));
    const asOf = history.clock.now();
    await history.note(aNote('R1', '2023-01-01', { commune: 5 }));
    await history.survey(aSurvey('R2', 2022, true));
    const live = await setting.report('2024-01-01');
    const then = await setting.report('2024-01-01', { asOf });
    await installation.engine.rebuild('fragility');
    expect(await setting.report('2024-01-01')).toEqual(live);
    expect(await setting.report('2024-01-01', { asOf })).toEqual(then);
    expect((await installation.readStore.active(FRAGILITY_MODEL)).generation).not.toBe('a');
  });

  it('uses the survey of the row’s year or before, on any day', async () => {
    await setting.territory();
    await setting.history.survey(aSurvey('R1', 2022, true));
    await setting.history.note(aNote('R1', '2023-05-01'));
    await setting.history.survey(aSurvey('R1', 2024));
    for (const on of ['2022-01-01', '2023-05-01', '2024-12-31'])
      expect((await setting.report(on)).residences[0]).toMatchObject({ note: 5, statistical: 5 });
    expect((await setting.report(day('2021-12-31'))).residences[0]).toMatchObject({ note: null });
  });
});
