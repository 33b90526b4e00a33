import Database from 'better-sqlite3';
import { join } from 'node:path';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface History {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly names: string;
  readonly position: string;
  readonly entries: readonly {
    readonly position: string;
    readonly event: string;
    readonly act: string;
    readonly about: string;
    readonly people: string;
    readonly text: string;
    readonly details: readonly { readonly label: string; readonly to: string }[];
  }[];
  readonly leases: readonly { readonly id: string }[] | null;
}

const NUMBER = 'BAIL-SECRET-7';
const HOUSEHOLD = '078000000000000007';

describe('POST /api/audit/history', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 40) });
    const corrected = { ...leases(7, 7)[0]!, typologie: 'T5', dalo: 'O' };
    await service.send({ 'attributions.csv': [corrected] });
  });
  afterAll(() => service.stop());

  const historyOf = async (body: object) => {
    const answer = await service.post('/api/audit/history', body);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return (await answer.json()) as History;
  };
  const reads = async () => service.installation.eventStore.readAll({ types: ['NamedListRead'], maxCount: 100 });

  it('shows the history of a number, and records the reading', async () => {
    const before = (await reads()).length;
    const { entries, names } = await historyOf({ allocation: NUMBER });
    expect(names).toBe('shown');
    expect(entries.map(({ act }) => act)).toEqual(['Bail signé', 'Bail corrigé']);
    expect(entries[0]!.text).toContain(`numéro unique : ${HOUSEHOLD}`);
    expect(entries[1]!.text).toContain('typologie : inconnu → T5');
    expect(await reads()).toHaveLength(before + 1);
  });

  it('shows no name where names are not asked for, and records nothing', async () => {
    const before = (await reads()).length;
    for (const body of [{ allocation: NUMBER }, { household: HOUSEHOLD }]) {
      const history = await historyOf({ ...body, names: false });
      expect(history.names).toBe('hidden');
      expect(JSON.stringify(history)).not.toMatch(/SECRET|0780000000/);
    }
    expect(await reads()).toHaveLength(before);
  });

  it('shows the history of a residence with its leases, and each lease can be read by its id', async () => {
    const { entries, leases: listed, names } = await historyOf({ residence: 'R1' });
    expect(names).toBe('none');
    expect(entries.map(({ act }) => act)).toEqual(['Résidence enregistrée', 'Notes de fragilité données']);
    const answer = await service.get('/api/allocations?code_residence=R1&limit=500');
    const { allocations } = (await answer.json()) as { allocations: { identifiant: string }[] };
    const ids = (found: readonly string[]) => [...found].sort();
    expect(ids(listed!.map(({ id }) => id))).toEqual(ids(allocations.map(({ identifiant }) => identifiant)));
    const { subject } = await historyOf({ allocation: listed![0]!.id, names: false });
    expect(subject).toEqual({ kind: 'allocation', id: listed![0]!.id });
  });

  it('attaches the same history as CSV and XLSX, under a name without a number', async () => {
    const { entries, subject } = await historyOf({ allocation: NUMBER });
    const csv = await service.post('/api/audit/history', { allocation: NUMBER, format: 'csv' });
    expect(csv.headers.get('content-disposition')).toMatch(
      /^attachment; filename="mixite-histoire-attribution-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
    const lines = Buffer.from(await csv.arrayBuffer())
      .toString('utf8')
      .slice(1)
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(
      'position;enregistre_le;instant_utc;jour_d_effet;acteur;role;acte;objet;detail;donnees_personnelles;motif;fichier;import_ou_demande;evenement',
    );
    expect(lines).toHaveLength(entries.length + 1);
    expect(lines[1]).toContain(`;administrator;administrateur;Bail signé;attribution ${subject.id};`);
    const xlsx = await service.post('/api/audit/history', { allocation: NUMBER, names: false, format: 'xlsx' });
    const [, ...rows] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    expect(rows.map((row) => [row[0], row[6], row[9], row[13]])).toEqual(
      entries.map(({ position, act, event }) => [position, act, 'scellées, non montrées', event]),
    );
  });

  it.each([
    [{ allocation: 'INCONNU' }, 'unknown-allocation', 'Aucune attribution'],
    [{ household: 'INCONNU' }, 'unknown-household', 'Aucun ménage'],
    [{ residence: 'INCONNU' }, 'unknown-residence', 'Aucune résidence'],
  ])('answers %j with a sentence that does not repeat it', async (body, code, sentence) => {
    const answer = await service.post('/api/audit/history', body);
    expect(answer.status).toBe(404);
    const problem = (await answer.json()) as { detail: string };
    expect(problem).toMatchObject({ code });
    expect(problem.detail).toContain(sentence);
    expect(JSON.stringify(problem)).not.toContain('INCONNU');
  });

  it.each([
    [{}, 'allocation', 'un dossier et un seul : allocation, residence ou household'],
    [{ allocation: 'A', residence: 'R1' }, 'allocation', 'un dossier et un seul : allocation, residence ou household'],
    [{ allocation: 7 }, 'allocation', 'un code des fichiers (100 caractères au plus)'],
    [{ residence: '' }, 'residence', 'un code des fichiers (100 caractères au plus)'],
    [{ residence: 'R1', names: 'non' }, 'names', 'true ou false'],
    [{ residence: 'R1', format: 'pdf' }, 'format', 'une valeur parmi json, csv, xlsx'],
    [{ numero: '7' }, 'numero', 'un paramètre de cette adresse (celui-ci est inconnu)'],
  ])('refuses %j, naming the member and what was expected', async (body, parameter, expected) => {
    const answer = await service.post('/api/audit/history', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request', parameters: [{ parameter, expected }] });
  });

  it('has no address that could contain a number', async () => {
    for (const path of [`?allocation=${NUMBER}`, `/${NUMBER}`])
      expect([400, 404, 405]).toContain((await service.get(`/api/audit/history${path}`)).status);
    expect((await service.post(`/api/audit/history?allocation=${NUMBER}`, {})).status).toBe(400);
    const text = await service.get('/api/audit/history', { method: 'POST', body: NUMBER });
    expect([text.status, await text.text()]).toEqual([400, expect.not.stringContaining(NUMBER)]);
    expect(service.log.join('')).toContain('/api/audit/history');
    expect(service.log.join('')).not.toMatch(/SECRET|0780000000/);
  });
});

describe('POST /api/audit/verify', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 40) });
  });
  afterAll(() => service.stop());

  it('reports how many events are intact, and the last one', async () => {
    const answer = await service.get('/api/audit/verify', { method: 'POST' });
    expect(answer.status).toBe(200);
    const { position } = (await service.installation.eventStore.head())!;
    expect(await answer.json()).toEqual({
      events: Number(position),
      position,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      receiving: false,
      unchained: 0,
      broken: null,
    });
  });

  it('names the event that does not follow the one before', async () => {
    const database = new Database(join(service.installation.folder, 'events.db'));
    database.exec(`UPDATE events SET data = replace(data, 'Trappes', 'Ailleurs') WHERE position = 1`);
    database.close();
    const answer = await service.get('/api/audit/verify', { method: 'POST' });
    expect(await answer.json()).toMatchObject({
      events: 0,
      position: null,
      broken: {
        part: 'events',
        position: '0000000000000001',
        kind: 'altered',
        message: 'À la position 0000000000000001, un événement a été altéré.',
      },
    });
  });
});
