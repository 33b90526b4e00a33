import { INSTALLATION_ADMINISTRATOR, limitedTo, SYSTEM, type Actor, type Role, type Scope } from '#access';
import { day, refuse } from '#kernel';
import { anOwnership } from '#territory/testing';
import { aNote, aSurvey, FragilitySetting, granted } from '../testing';
import type { GivenNote, NoteRecorder } from './note-recorder';

const actor = (scope: Scope, role: Role = 'administrateur'): Actor => ({ id: 'someone', role, scope });
const COMMUNE = actor(limitedTo({ commune: ['C1'] }));
const LANDLORD = actor(limitedTo({ landlord: ['L1'] }));
const MEETING = {
  residence: 'R1',
  note: 3,
  heldOn: day('2023-12-20'),
  attendees: ['commune', 'landlord'],
  reason: 'Rotation faible',
} as const;

describe('notes given one by one', () => {
  let setting: FragilitySetting;
  let recorder: NoteRecorder;
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    await setting.territory();
    recorder = setting.noteRecorder();
  });
  afterEach(() => setting.destroy());

  const given = (facts: Partial<GivenNote> = {}): GivenNote => ({
    residence: 'R1',
    author: 'commune',
    note: 4,
    comment: null,
    ...facts,
  });
  const note = async (facts: Partial<GivenNote>, key?: string, by = INSTALLATION_ADMINISTRATOR) =>
    granted(await recorder.note(given(facts), by, key));
  const inForce = async (on = '2024-01-01') => (await setting.report(on)).residences[0]!;
  const events = async () => (await setting.history.all()).filter(({ type }) => type.startsWith('FragilityNote'));

  it('are recorded as the events of a file, from today on, with their actor', async () => {
    const receipt = await note({ comment: 'Halls à reprendre' }, undefined, COMMUNE);
    expect(receipt).toMatchObject({ residence: 'R1', from: '2024-01-01', outcome: 'recorded', revision: 0 });
    expect(await events()).toMatchObject([
      {
        stream: 'fragility-note-R1@2024-01-01',
        type: 'FragilityNoted',
        data: { residence: 'R1', commune: 4, communeComment: 'Halls à reprendre' },
        metadata: { actor: 'someone', role: 'administrateur', effectiveDay: '2024-01-01' },
      },
    ]);
    expect(await inForce()).toMatchObject({ commune: 4, note: 4 });
  });

  it('mix with rows of files: each takes over the other notes of the row before', async () => {
    await setting.history.note(aNote('R1', '2023-01-01', { statistical: 4, commune: 2 }));
    await note({ author: 'landlord', note: 4, from: day('2023-06-01') });
    await setting.history.note(aNote('R1', '2023-09-01', { commune: 1, landlord: 5 }));
    granted(await recorder.agree(MEETING, INSTALLATION_ADMINISTRATOR));
    const days = ['2023-05-31', '2023-06-01', '2023-09-01', '2023-12-20'];
    const notes = await Promise.all(days.map(async (on) => inForce(on)));
    expect(notes.map(({ commune, landlord, note: final }) => [commune, landlord, final])).toEqual([
      [2, null, 2],
      [2, 4, 2],
      [1, 5, 2],
      [1, 5, 3],
    ]);
  });

  it('need a comment to differ from the statistical note', async () => {
    await setting.history.survey(aSurvey('R1', 2022, true));
    expect(await recorder.note(given(), INSTALLATION_ADMINISTRATOR)).toEqual(
      refuse('comment-needed', { statistical: 5, note: 4 }),
    );
    expect(await events()).toEqual([]);
    expect(await note({ comment: 'Halls refaits' })).toMatchObject({ outcome: 'recorded' });
  });

  it('are given as the commune by a commune, for its residences; as the landlord by a landlord, for those that it owns today', async () => {
    await setting.history.own(anOwnership('R1', '2023-06-01', 'L2'));
    const denied = refuse('scope-not-allowed', { scope: 'commune' });
    expect(await recorder.note(given({ author: 'landlord' }), COMMUNE)).toEqual(denied);
    expect(await recorder.note(given({ residence: 'R2' }), COMMUNE)).toEqual(refuse('scope-not-allowed'));
    expect(await recorder.note(given({ author: 'landlord' }), LANDLORD)).toEqual(refuse('scope-not-allowed'));
    const owner = actor(limitedTo({ landlord: ['L2'] }));
    expect(await note({ author: 'landlord' }, undefined, owner)).toMatchObject({ outcome: 'recorded' });
    expect(await recorder.agree(MEETING, LANDLORD)).toEqual(refuse('scope-not-allowed'));
    expect(await recorder.note(given(), actor(limitedTo({ holder: ['C1'] })))).toEqual(refuse('scope-not-allowed'));
    for (const role of ['auditeur', 'etat', 'statisticien', 'monitor'] as const)
      expect(await recorder.note(given(), actor({ kind: 'all' }, role))).toEqual(
        refuse('not-allowed', { right: 'note-fragility' }),
      );
    expect(await recorder.note(given({ residence: 'R9' }), COMMUNE)).toEqual(refuse('unknown-residence'));
  });

  it('are given by an actor with a commune and a landlord as the commune in that commune, as the landlord for what it owns', async () => {
    const both = actor(limitedTo({ landlord: ['L2'], commune: ['C1'] }));
    const denied = refuse('scope-not-allowed');
    expect(await recorder.agree({ ...MEETING, residence: 'R2' }, COMMUNE)).toEqual(denied);
    expect(await recorder.agree({ ...MEETING, residence: 'R2' }, both)).toMatchObject({ outcome: 'recorded' });
    expect(await recorder.note(given({ residence: 'R1', author: 'landlord' }), both)).toEqual(denied);
    expect(await recorder.note(given({ residence: 'R2', author: 'commune' }), both)).toEqual(denied);
    expect(await note({ residence: 'R1', author: 'commune' }, undefined, both)).toMatchObject({ outcome: 'recorded' });
    expect(await note({ residence: 'R2', author: 'landlord' }, undefined, both)).toMatchObject({ outcome: 'recorded' });
    const besides = actor(limitedTo({ holder: ['H1'], commune: ['C1'] }));
    expect(await recorder.note(given({ author: 'landlord' }), besides)).toEqual(
      refuse('scope-not-allowed', { scope: 'commune' }),
    );
  });

  it('may be recorded by the installation itself', async () => {
    expect(await note({}, undefined, SYSTEM)).toMatchObject({ outcome: 'recorded' });
    const [event] = await events();
    expect(event!.metadata).toMatchObject({ actor: 'system', role: 'system' });
  });

  it('sent twice under a key are recorded once and get the same answer, also where other notes came in between', async () => {
    const first = await note({ note: 4 }, 'key-1');
    const other = await note({ note: 5 }, 'key-2');
    expect(other).toMatchObject({ outcome: 'corrected', revision: 1 });
    expect(await note({ note: 4 }, 'key-1')).toEqual(first);
    expect(await note({ note: 5 }, 'key-2')).toEqual(other);
    expect(await events()).toHaveLength(2);
    expect(await recorder.note(given({ note: 3 }), INSTALLATION_ADMINISTRATOR, 'key-1')).toEqual(
      refuse('idempotency-key-reused'),
    );
    expect(
      await recorder.agree({ ...MEETING, heldOn: day('2024-01-01') }, INSTALLATION_ADMINISTRATOR, 'key-2'),
    ).toEqual(refuse('idempotency-key-reused'));
  });

  it('sent again under the key under which they changed nothing still change nothing', async () => {
    await note({ note: 4 });
    const unchanged = await note({ note: 4 }, 'key-1');
    expect(unchanged).toMatchObject({ outcome: 'unchanged', revision: 0 });
    await note({ note: 5 });
    expect(await note({ note: 4 }, 'key-1')).toEqual(unchanged);
    expect(await inForce()).toMatchObject({ commune: 5 });
  });

  it('sent again without a key record no other event', async () => {
    await note({});
    expect(await note({})).toMatchObject({ outcome: 'unchanged' });
    expect(await events()).toHaveLength(1);
  });

  it('given at the same time for one day are all recorded, by this process and another', async () => {
    const other = setting.noteRecorder();
    await Promise.all([
      note({ note: 4 }),
      other.note(given({ author: 'landlord', note: 2 }), INSTALLATION_ADMINISTRATOR),
      recorder.note(given({ residence: 'R2', note: 5 }), INSTALLATION_ADMINISTRATOR),
    ]);
    expect(await inForce()).toMatchObject({ commune: 4, landlord: 2, note: null });
    expect(await events()).toHaveLength(3);
  });

  it('are recorded after a crash between their key and their event, from the day of the first try on', async () => {
    const { installation, history } = setting;
    const failing = Object.create(installation) as typeof installation;
    const store = installation.eventStore;
    Object.defineProperty(failing, 'eventStore', {
      value: new Proxy(store, {
        get: (target, name) =>
          name === 'append'
            ? () => Promise.reject(new Error('cut'))
            : (Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name)),
      }),
    });
    await expect(setting.noteRecorder(failing).note(given(), INSTALLATION_ADMINISTRATOR, 'key-1')).rejects.toThrow(
      'cut',
    );
    for (let minutes = 0; minutes < 24 * 60; minutes++) history.clock.advance();
    expect(await note({}, 'key-1')).toMatchObject({ outcome: 'recorded', from: '2024-01-01' });
    expect(await note({}, 'key-1')).toMatchObject({ outcome: 'recorded', from: '2024-01-01' });
    expect(await events()).toHaveLength(1);
  });
});
