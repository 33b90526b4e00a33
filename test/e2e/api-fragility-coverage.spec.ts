import { demoFiles } from '#demo';
import type { CoverageReport, ListReceipt, PriorityLists, RemindersReport } from '#fragility';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';

/** The published sums of the convention. The synthetic territory is made to reproduce them. */
describe('the fragility of the synthetic territory', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    const { 'logements.csv': _dwellings, 'attributions.csv': _leases, ...files } = Object.fromEntries(demoFiles());
    expect((await service.send(new Map(Object.entries(files)))).status).toBe(200);
  });
  afterAll(() => service.stop());

  const get = async <Answer>(path: string) => (await (await service.get(`/api/fragility${path}`)).json()) as Answer;

  it('gives the published sums, by note, by priority and in QPV', async () => {
    const { total, byNote, byGround, communes, landlords } = await get<CoverageReport>('/coverage?on=2023-12-31');
    expect(total).toMatchObject({
      dwellings: 26_856,
      noted: { residences: 300, dwellings: 24_616 },
      priority: { residences: 58, dwellings: 8_753, inQpv: { residences: 31, dwellings: 6_460 } },
    });
    expect(byNote.slice(0, 5).map(({ dwellings }) => dwellings)).toEqual([4_526, 6_758, 4_579, 5_886, 2_867]);
    const sum = (groups: readonly { readonly residences: number }[]) =>
      groups.reduce((all, { residences }) => all + residences, 0);
    for (const groups of [byNote, byGround, communes, landlords]) expect(sum(groups)).toBe(total.residences);
    expect(communes).toHaveLength(12);
  });

  it('establishes a landlord’s list once, shows it as a file too, and then no longer as due', async () => {
    const { lists: owed } = await get<RemindersReport>('/reminders?on=2023-12-31');
    const { landlord, residences, status } = owed[0]!;
    expect(status).toBe('late');
    const establish = async () => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'liste-1' };
      const body = JSON.stringify({ landlord: landlord.id, on: '2023-12-31' });
      const answer = await service.get('/api/fragility/lists', { method: 'POST', headers, body });
      return { status: answer.status, body: (await answer.json()) as ListReceipt };
    };
    const first = await establish();
    expect(first).toMatchObject({ status: 201, body: { lastDay: '2026-12-30', outcome: 'recorded' } });
    expect(first.body.residences).toHaveLength(residences);
    expect(await establish()).toEqual(first);
    const { lists } = await get<PriorityLists>(`/lists?on=2023-12-31&landlord=${landlord.id}`);
    expect(lists).toMatchObject([{ landlord, inForce: true, actor: 'administrator' }]);
    const after = await get<RemindersReport>('/reminders?on=2023-12-31');
    expect(after.lists.map((each) => each.landlord.id)).not.toContain(landlord.id);

    const csv = await service.get(`/api/fragility/lists?on=2023-12-31&landlord=${landlord.id}&format=csv`);
    expect(csv.headers.get('content-disposition')).toContain(
      `mixite-residences-prioritaires-${landlord.id}-2023-12-31`,
    );
    const lines = (await csv.text()).trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(';')[7])).toEqual(lists[0]!.residences.map(({ id }) => id));
    const xlsx = await service.get('/api/fragility/lists?on=2023-12-31&format=xlsx');
    expect((await readXlsx(Buffer.from(await xlsx.arrayBuffer()))).length).toBe(residences + 1);

    const listed = first.body.residences[0]!.residence;
    const history = await (await service.post('/api/audit/history', { residence: listed })).text();
    expect(history).toContain('Liste des résidences à enjeu établie');
  });

  it('refuses with French sentences', async () => {
    const answer = await service.post('/api/fragility/lists', { landlord: 'L-PERSONNE' });
    expect([answer.status, await answer.json()]).toMatchObject([404, { title: 'Bailleur inconnu' }]);
    const tomorrow = await service.post('/api/fragility/lists', { landlord: 'L-PERSONNE', on: '2999-01-01' });
    expect(tomorrow.status).toBe(404);
  });
});
