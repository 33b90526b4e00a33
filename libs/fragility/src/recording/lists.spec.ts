import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor, type Scope } from '#access';
import { readerOf } from '#access/testing';
import { day, refuse } from '#kernel';
import { anOwnership, aResidence } from '#territory/testing';
import { FragilityLists, type ListsQuery } from '../report/lists';
import { FragilityReminders } from '../report/reminders';
import { aNote, aSurvey, FragilitySetting, granted } from '../testing';
import type { ListRecorder } from './list-recorder';

const actor = (scope: Scope, role: Actor['role'] = 'administrateur'): Actor => ({ id: 'someone', role, scope });

describe('the legal lists', () => {
  let setting: FragilitySetting;
  let recorder: ListRecorder;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    const { history } = setting;
    await setting.territory();
    await history.declare('Residence', aResidence('R3', { commune: 'C2' }));
    await history.note(aNote('R1', '2022-01-01', { commune: 5 }));
    await history.note(aNote('R2', '2022-01-01', { commune: 4 }));
    await history.note(aNote('R3', '2023-06-01', { commune: 4 }));
    recorder = setting.listRecorder();
  });
  afterEach(() => setting.destroy());

  const establish = async (landlord: string, on?: string, key?: string, by = INSTALLATION_ADMINISTRATOR) =>
    recorder.establish({ landlord, ...(on !== undefined && { on: day(on) }) }, by, key);
  const lists = async (on: string, query: ListsQuery = {}, by: Actor = INSTALLATION_ADMINISTRATOR) =>
    granted(await new FragilityLists(await setting.caughtUp()).report({ ...query, on: day(on) }, by)).lists;
  const reminders = async (on: string, by: Actor = INSTALLATION_ADMINISTRATOR) =>
    granted(await new FragilityReminders(await setting.caughtUp()).report({ on: day(on) }, by));

  it('hold the residences that the landlord owns and that are noted 4 or 5 on their day, with who established them', async () => {
    await setting.history.own(anOwnership('R2', '2023-01-01', 'L1'));
    expect(await establish('L1', '2023-01-01', undefined, actor(limitedTo({ landlord: ['L1'] })))).toMatchObject({
      outcome: 'recorded',
      on: '2023-01-01',
      lastDay: '2025-12-31',
      residences: [
        { residence: 'R1', note: 5 },
        { residence: 'R2', note: 4 },
      ],
    });
    expect(await establish('L1')).toMatchObject({ on: '2024-01-01', residences: [{}, {}, { residence: 'R3' }] });
    expect(await lists('2023-12-31')).toEqual([
      {
        landlord: { id: 'L1', label: 'Bailleur L1' },
        on: '2023-01-01',
        lastDay: '2025-12-31',
        inForce: true,
        recordedAt: expect.any(String) as string,
        actor: 'someone',
        role: 'administrateur',
        residences: [
          { id: 'R1', label: 'Résidence R1', commune: { id: 'C1', label: 'Commune C1' }, note: 5 },
          { id: 'R2', label: 'Résidence R2', commune: { id: 'C2', label: 'Commune C2' }, note: 4 },
        ],
      },
    ]);
  });

  it('are in force until the next list or their last day; every established list is shown', async () => {
    await establish('L1', '2022-01-01');
    await establish('L1', '2023-06-01');
    const state = async (on: string) => (await lists(on)).map((list) => [list.on, list.inForce]);
    expect(await state('2021-12-31')).toEqual([]);
    expect(await state('2023-05-31')).toEqual([['2022-01-01', true]]);
    expect(await state('2023-06-01')).toEqual([
      ['2023-06-01', true],
      ['2022-01-01', false],
    ]);
    expect(await state('2026-06-01')).toEqual([
      ['2023-06-01', false],
      ['2022-01-01', false],
    ]);
    const asOf = setting.history.clock.now();
    setting.history.clock.advance();
    await establish('L2', '2023-01-01');
    expect((await lists('2024-01-01', { landlord: 'L2' })).length).toBe(1);
    expect(await lists('2024-01-01', { landlord: 'L2', asOf })).toEqual([]);
  });

  it('are shown to their landlord, and to a commune for its residences', async () => {
    await establish('L1', '2023-06-01');
    await establish('L2', '2023-06-01');
    const seen = async (scope: Scope) =>
      (await lists('2024-01-01', {}, readerOf(scope))).map(({ landlord, residences }) => [
        landlord.id,
        residences.map(({ id }) => id),
      ]);
    expect(await seen(limitedTo({ landlord: ['L1'] }))).toEqual([['L1', ['R1', 'R3']]]);
    expect(await seen(limitedTo({ commune: ['C2'] }))).toEqual([
      ['L1', ['R3']],
      ['L2', ['R2']],
    ]);
    expect(await seen(limitedTo({ commune: ['C9'] }))).toEqual([]);
    expect(await seen(limitedTo({ landlord: ['L1'], commune: ['C2'] }))).toEqual([
      ['L1', ['R1', 'R3']],
      ['L2', ['R2']],
    ]);
    expect(await seen(limitedTo({ landlord: ['L9'], commune: ['C2'] }))).toEqual([
      ['L1', ['R3']],
      ['L2', ['R2']],
    ]);
  });

  it('are established once, by their landlord or for it, for a day that has come', async () => {
    const other = actor(limitedTo({ landlord: ['L2'] }));
    expect(await establish('L1', '2023-06-01', undefined, other)).toEqual(refuse('scope-not-allowed'));
    const commune = actor(limitedTo({ commune: ['C1'] }));
    expect(await establish('L1', '2023-06-01', undefined, commune)).toEqual(refuse('scope-not-allowed'));
    const several = actor(limitedTo({ landlord: ['L2'], commune: ['C1'], holder: ['L1'] }));
    expect(await establish('L1', '2023-06-01', undefined, several)).toEqual(refuse('scope-not-allowed'));
    for (const role of ['auditeur', 'agent_epci', 'etat', 'statisticien', 'monitor', 'system'] as const)
      expect(await establish('L1', '2023-06-01', undefined, actor({ kind: 'all' }, role))).toEqual(
        refuse('not-allowed', { right: 'establish-list' }),
      );
    expect(await establish('L9')).toEqual(refuse('unknown-landlord', { landlord: 'L9' }));
    expect(await establish('L1', '2024-01-02')).toEqual(refuse('list-in-future', { on: '2024-01-02' }));
    const first = await establish('L1', '2023-06-01', 'key');
    await setting.history.note(aNote('R3', '2023-06-01', { commune: 1 }));
    expect(await establish('L1', '2023-06-01', 'key')).toEqual(first);
    expect(await establish('L1', '2023-06-01')).toEqual(refuse('list-already-established', { on: '2023-06-01' }));
    expect(await establish('L2', '2023-06-01', 'key')).toEqual(refuse('idempotency-key-reused'));
    expect(await establish('L2', '2023-06-01')).toMatchObject({ outcome: 'recorded' });
    expect(await establish('L2', '2023-06-01')).toMatchObject({ outcome: 'unchanged' });
  });

  it('are due, then late, where their landlord has a priority residence', async () => {
    await establish('L1', '2022-01-01');
    const due = async (on: string, by?: Actor) =>
      (await reminders(on, by)).lists.map(({ landlord, on: listedOn, lastDay, status, residences }) => [
        landlord.id,
        listedOn,
        lastDay,
        status,
        residences,
      ]);
    expect(await due('2021-06-01')).toEqual([]);
    expect(await due('2024-06-30')).toEqual([['L2', null, null, 'late', 1]]);
    expect(await due('2024-07-01')).toEqual([
      ['L2', null, null, 'late', 1],
      ['L1', '2022-01-01', '2024-12-31', 'due', 2],
    ]);
    expect(await due('2025-01-01', actor(limitedTo({ landlord: ['L1'] })))).toEqual([
      ['L1', '2022-01-01', '2024-12-31', 'late', 2],
    ]);
  });

  it('are reported with the surveys that are due: those older than two years, and those never made', async () => {
    const { history } = setting;
    await history.survey(aSurvey('R1', 2022));
    await history.survey(aSurvey('R2', 2021));
    const due = async (on: string, by?: Actor) =>
      (await reminders(on, by)).surveys.map(({ residence, year, lastDay, status }) => [
        residence.id,
        year,
        lastDay,
        status,
      ]);
    expect(await due('2023-06-30')).toEqual([
      ['R3', null, null, 'late'],
      ['R2', 2021, '2022-12-31', 'late'],
    ]);
    expect(await due('2023-07-01')).toContainEqual(['R1', 2022, '2023-12-31', 'due']);
    expect(await due('2024-01-01')).toContainEqual(['R1', 2022, '2023-12-31', 'late']);
    // A survey of a later year does not count today.
    expect(await due('2021-01-01')).toContainEqual(['R1', null, null, 'late']);
    expect((await due('2024-01-01', actor(limitedTo({ commune: ['C1'] })))).length).toBe(1);
    expect((await reminders('2024-01-01')).delays).toEqual({ surveyYears: 2, listYears: 3, noticeMonths: 6 });
  });
});
