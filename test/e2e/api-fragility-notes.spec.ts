import type { ComplianceReport } from '#compliance';
import type { FragilityReport, NoteReceipt } from '#fragility';
import type { SheetWithLeases } from '#fragility/module';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY, type Row } from './support/territory';

const NOTE = { author: 'commune', note: 4, from: '2023-03-01', comment: 'Halls à reprendre' };
const MEETING = {
  heldOn: '2023-09-01',
  attendees: ['landlord', 'commune'],
  reason: 'Rotation faible, halls refaits',
  note: 3,
};
const ROW: Row = { code_residence: 'R5', date_effet: '2023-03-01', note_commune: '4', note_bailleur: '' };

describe('notes recorded over HTTP', () => {
  let service: StartedApi;
  beforeEach(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
  });
  afterEach(() => service.stop());

  const post = async (path: string, body: unknown, key?: string) => {
    const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    const answer = await service.get(`/api/fragility/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as NoteReceipt & { readonly code: string } };
  };
  const sheet = async (code: string, on: string) =>
    (await (await service.get(`/api/fragility/${code}?on=${on}`)).json()) as SheetWithLeases;
  const imported = async (row: Row) =>
    ((await (await service.send({ 'notes.csv': [row] })).json()) as { files: { events: number }[] }).files[0]!.events;

  it('are in force at once, for the report, the sheet and the figures of the convention', async () => {
    const high = async () => {
      const { figures } = (await (
        await service.get('/api/compliance?from=2023-01-01&to=2023-12-31')
      ).json()) as ComplianceReport;
      return figures
        .filter(({ code }) => code.startsWith('Q1_FRAGILITY_HIGH'))
        .reduce((sum, { denominator }) => sum + denominator, 0);
    };
    const before = await high();
    const recorded = await post('R5/notes', NOTE);
    expect(recorded).toMatchObject({
      status: 201,
      body: { residence: 'R5', from: '2023-03-01', outcome: 'recorded', revision: 0 },
    });
    expect(await high()).toBeGreaterThan(before);
    const report = (await (await service.get('/api/fragility?on=2023-03-01')).json()) as FragilityReport;
    expect(report.residences[4]).toMatchObject({ id: 'R5', commune: 4, note: 4, reason: 'Note de la commune seule.' });
    expect(await sheet('R5', '2023-03-01')).toMatchObject({
      notes: { communeComment: 'Halls à reprendre', since: '2023-03-01' },
      history: [{ commune: 4, source: 'request', actor: 'administrator', correction: false }],
    });
  });

  it('lead to an agreed note at a meeting, with its day, its participants and its reason', async () => {
    await post('R5/notes', NOTE);
    await post('R5/notes', { author: 'landlord', note: 2, from: '2023-04-01' });
    expect((await sheet('R5', '2023-04-01')).notes).toMatchObject({ note: 4, ground: 'disagreement' });
    expect(await post('R5/consensus', MEETING)).toMatchObject({ status: 201, body: { from: '2023-09-01' } });
    expect((await sheet('R5', '2023-09-01')).notes).toMatchObject({
      commune: 4,
      landlord: 2,
      note: 3,
      ground: 'consensus',
      reason: 'Consensus : Rotation faible, halls refaits.',
      meeting: { heldOn: '2023-09-01', attendees: ['commune', 'landlord'] },
    });
  });

  it('keep their comments where a file has the same notes, and are corrected where it has others', async () => {
    await post('R5/notes', NOTE);
    expect(await imported(ROW)).toBe(0);
    expect((await sheet('R5', '2023-03-01')).notes).toMatchObject({ communeComment: 'Halls à reprendre' });
    expect(await imported({ ...ROW, note_bailleur: '4' })).toBe(1);
    expect((await sheet('R5', '2023-03-01')).notes).toMatchObject({ landlord: 4, communeComment: 'Halls à reprendre' });
    expect(await imported({ ...ROW, note_commune: '2', note_bailleur: '4' })).toBe(1);
    expect((await sheet('R5', '2023-03-01')).notes).toMatchObject({ commune: 2, communeComment: null });
    expect((await sheet('R5', '2023-03-01')).history.map(({ source, correction }) => [source, correction])).toEqual([
      ['request', false],
      ['file', true],
      ['file', true],
    ]);
  });

  it('correct the notes of the same day, are recorded once for each key, and name their faults', async () => {
    const first = await post('R5/notes', NOTE, 'clef-1');
    expect(await post('R5/notes', NOTE, 'clef-1')).toEqual(first);
    expect(await post('R5/notes', { ...NOTE, note: 5 })).toMatchObject({ status: 200, body: { outcome: 'corrected' } });
    expect(await post('R5/notes', { ...NOTE, note: 5 })).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
    const refusals: readonly (readonly [string, object, number, string])[] = [
      ['R9/notes', NOTE, 404, 'unknown-residence'],
      ['R5/notes', { ...NOTE, from: '2023-02-28' }, 409, 'note-superseded'],
      ['R5/notes', { ...NOTE, from: '2999-01-01' }, 422, 'note-in-future'],
      ['R5/notes', { ...NOTE, comment: 'M. Dupont' }, 422, 'text-names-people'],
      ['R5/consensus', { ...MEETING, heldOn: '2999-01-01' }, 422, 'meeting-in-future'],
      ['R5/consensus', { ...MEETING, attendees: ['commune'] }, 422, 'meeting-without-party'],
      ['R5/consensus', { ...MEETING, attendees: ['commune', 'M. Dupont'] }, 400, 'invalid-request'],
      ['R5/consensus', { ...MEETING, reason: '  ' }, 400, 'invalid-request'],
      ['R5/notes', { ...NOTE, note: 6 }, 400, 'invalid-request'],
      ['R5/notes', { ...NOTE, note: '4' }, 400, 'invalid-request'],
      ['R5/notes', { ...NOTE, autre: 1 }, 400, 'invalid-request'],
    ];
    for (const [path, body, status, code] of refusals)
      expect({ path, body, answer: await post(path, body) }).toMatchObject({ answer: { status, body: { code } } });
    expect(await post('R5/notes', { ...NOTE, note: 3 }, 'clef-1')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await post('R5/notes', NOTE, 'deux mots')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('appear in the history of their residence', async () => {
    await post('R5/notes', NOTE);
    await post('R5/consensus', MEETING);
    const history = await (await service.post('/api/audit/history', { residence: 'R5' })).text();
    for (const text of [
      'commentaire de la commune',
      'Halls à reprendre',
      '2023-09-01 (commune, bailleur)',
      'Rotation faible',
    ])
      expect(history).toContain(text);
  });
});
