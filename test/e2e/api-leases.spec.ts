import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY, type Row } from './support/territory';

interface Answer {
  readonly id: string;
  readonly outcome: string;
  readonly revision: number;
  readonly position: string;
  readonly warnings: readonly Notice[];
  readonly shown?: boolean;
}
interface Notice {
  readonly column: string;
  readonly value: string;
  readonly message: string;
}
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly faults?: readonly Notice[];
  readonly parameters?: readonly { readonly parameter: string }[];
}

const [LEASE] = leases(1, 1) as readonly [Row];
const YEARS = 'from=2023-01-01&to=2024-12-31';

describe('recording a lease', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'seuils.csv': [{ annee: '2023', q1: '11000', q2: '17000', q3: '25000' }] });
  });
  afterAll(() => service.stop());

  const send = (body: unknown, headers: Readonly<Record<string, string>> = {}, query = '', to = service) =>
    to.get(`/api/allocations${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const recorded = async (body: unknown, headers = {}, query = '', to = service) => {
    const answer = await send(body, headers, query, to);
    const json = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(JSON.stringify(json));
    return { status: answer.status, ...json };
  };
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return { status: answer.status, ...((await answer.json()) as Problem) };
  };
  const historyOf = async (to = service) => to.installation.eventStore.readAll({ maxCount: 10_000 });
  const total = async (to = service) =>
    ((await (await to.get('/api/allocations?limit=1')).json()) as { total: number }).total;

  it('answers 201 for a new lease, 200 for a known one, and the list shows it', async () => {
    const signed = await recorded(LEASE, {}, '?wait=true');
    expect(signed).toEqual({
      status: 201,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      outcome: 'signed',
      revision: 0,
      position: expect.any(String) as unknown,
      warnings: [],
      shown: true,
    });
    const { id, position } = signed;
    expect(await recorded(LEASE)).toEqual({ ...signed, status: 200, outcome: 'unchanged', shown: undefined });
    const corrected = await recorded({ ...LEASE, typologie: 'T5' });
    expect(corrected).toMatchObject({ status: 200, id, outcome: 'corrected', revision: 1 });
    expect(corrected.position > position).toBe(true);
    const page = (await (await service.get(`/api/allocations?wait=${corrected.position}`)).json()) as {
      allocations: readonly { identifiant: string; typologie: string }[];
      position: string;
    };
    expect(page.position >= corrected.position).toBe(true);
    expect(page.allocations).toContainEqual(expect.objectContaining({ identifiant: id, typologie: 'T5' }));
    expect(await recorded({ ...LEASE, annulee: true })).toMatchObject({ status: 200, outcome: 'cancelled' });
  });

  it('shows the figures at least as of the position that it gave', async () => {
    const { position } = await recorded({ ...LEASE, numero_attribution: 'POUR-LES-CHIFFRES' });
    const report = (await (await service.get(`/api/compliance?${YEARS}&wait=${position}`)).json()) as {
      position: string;
    };
    expect(report.position >= position).toBe(true);
    for (const path of [`/api/compliance?${YEARS}&`, '/api/allocations?', '/api/allocations/export?format=csv&']) {
      expect((await service.get(`${path}wait=${position}`)).status).toBe(200);
      const beyond = await problem(await service.get(`${path}wait=99999999999999999999`));
      expect(beyond).toMatchObject({ status: 400, code: 'unknown-position' });
      expect(await problem(await service.get(`${path}wait=%20`))).toMatchObject({
        status: 400,
        code: 'invalid-request',
      });
    }
  });

  describe('reports what is wrong', () => {
    it.each<[Readonly<Record<string, unknown>>, string, string]>([
      [{ numero_attribution: '' }, 'numero_attribution', 'obligatoire'],
      [{ numero_attribution: 'A|B' }, 'numero_attribution', 'sans barre verticale'],
      [{ numero_unique: Number('78012345678901234') }, 'numero_unique', 'entre guillemets'],
      [{ date_bail: '2024-02-30' }, 'date_bail', 'une date du calendrier'],
      [{ date_caleol: 'hier' }, 'date_caleol', 'une date du calendrier'],
      [{ code_residence: 'R9' }, 'code_residence', 'code inconnu'],
      [{ code_reservataire: 'PERSONNE' }, 'code_reservataire', 'code inconnu'],
      [{ reference_logement: null }, 'reference_logement', 'obligatoire'],
      [{ typologie: 'T9' }, 'typologie', 'l’une de ces valeurs'],
      [{ financement: 'PLUZ' }, 'financement', 'l’une de ces valeurs'],
      [{ premiere_mise_en_location: 'oui' }, 'premiere_mise_en_location', 'O (oui) ou N (non)'],
      [{ annulee: 1 }, 'annulee', 'O (oui) ou N (non)'],
      [{ type_demande: 'autre' }, 'type_demande', 'l’une de ces valeurs'],
      [{ personnes_14_ans_et_plus: 0 }, 'personnes_14_ans_et_plus', 'de 1 à 50'],
      [{ enfants_moins_14_ans: 1.5 }, 'enfants_moins_14_ans', 'de 0 à 50'],
      [{ ressources_annuelles: '12,345' }, 'ressources_annuelles', 'deux décimales'],
      [{ quartile: 5 }, 'quartile', 'un quartile de 1 à 4'],
      [{ dalo: 'peut-être' }, 'dalo', 'O (oui) ou N (non)'],
      [{ categorie_prioritaire: ['a'] }, 'categorie_prioritaire', 'un texte, un nombre'],
      [{ relogement: 'autre' }, 'relogement', 'l’une de ces valeurs'],
      [{ commune_domicile: '00000' }, 'commune_domicile', 'n’est pas un code INSEE'],
      [{ commune_travail: 'Trapes' }, 'commune_travail', 'le plus proche est'],
      [{ mobilite_professionnelle: 'x' }, 'mobilite_professionnelle', 'O (oui) ou N (non)'],
      [{ travailleur_essentiel: {} }, 'travailleur_essentiel', 'un texte, un nombre'],
      [{ composition: 'tribu' }, 'composition', 'l’une de ces valeurs'],
    ])('%j', async (changes, column, message) => {
      const before = (await historyOf()).length;
      const { status, code, faults } = await problem(await send({ ...LEASE, numero_attribution: 'FAUTE', ...changes }));
      expect({ status, code }).toEqual({ status: 422, code: 'lease-refused' });
      expect(faults).toEqual([
        { column, value: expect.any(String) as unknown, message: expect.stringContaining(message) as unknown },
      ]);
      expect((await historyOf()).length).toBe(before);
    });

    it('all at once', async () => {
      const { status, detail, faults } = await problem(await send({}));
      expect(status).toBe(422);
      expect(faults!.map(({ column }) => column)).toEqual([
        'numero_attribution',
        'date_bail',
        'code_residence',
        'reference_logement',
        'code_reservataire',
        'type_demande',
        'numero_unique',
        'personnes_14_ans_et_plus',
        'enfants_moins_14_ans',
        'dalo',
      ]);
      expect(detail).toContain('10 valeurs');
    });

    it('and what is doubtful, without refusing the lease', async () => {
      const row = {
        ...LEASE,
        numero_attribution: 'DOUTE',
        numero_unique: 'COURT',
        date_caleol: '2025-01-01',
        nom: 'x',
      };
      const { status, warnings } = await recorded(row);
      expect(status).toBe(201);
      expect(warnings.map(({ column }) => column)).toEqual(['nom', 'numero_unique', 'date_caleol']);
    });
  });

  describe('refuses a request that is not a lease', () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    it.each<[string, string, Readonly<Record<string, string>>, number, string]>([
      ['broken JSON', '{"dalo":', JSON_TYPE, 400, 'malformed-json'],
      ['an empty body', '', JSON_TYPE, 400, 'malformed-json'],
      ['a prototype', '{"__proto__": {"a": 1}}', JSON_TYPE, 400, 'malformed-json'],
      ['a list', '[]', JSON_TYPE, 400, 'invalid-request'],
      ['null', 'null', JSON_TYPE, 400, 'invalid-request'],
      ['a text', '"x"', JSON_TYPE, 400, 'invalid-request'],
      ['plain text', 'bonjour', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
      ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
      ['too much', JSON.stringify({ a: 'x'.repeat(70_000) }), JSON_TYPE, 413, 'request-too-large'],
      ['a long key', '{}', { ...JSON_TYPE, 'idempotency-key': 'x'.repeat(256) }, 400, 'invalid-request'],
      ['a key with a space', '{}', { ...JSON_TYPE, 'idempotency-key': 'a b' }, 400, 'invalid-request'],
      ['an empty key', '{}', { ...JSON_TYPE, 'idempotency-key': '' }, 400, 'invalid-request'],
    ])('%s', async (_what, body, headers, status, code) => {
      const answer = await service.get('/api/allocations', { method: 'POST', headers, body });
      expect(await problem(answer)).toMatchObject({ status, code });
    });

    it('multipart, which only imports accept', async () => {
      const body = new FormData();
      body.append('dalo', 'O');
      const answer = await service.get('/api/allocations', { method: 'POST', body });
      expect(await problem(answer)).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    });

    it('with all unknown parameters reported at once', async () => {
      const { status, parameters } = await problem(await send(LEASE, {}, '?wait=2&attendre=oui'));
      expect(status).toBe(400);
      expect(parameters!.map(({ parameter }) => parameter)).toEqual(['wait', 'attendre']);
    });
  });

  describe('sent twice with the same key', () => {
    const row = { ...LEASE, numero_attribution: 'CLE-1' };
    const key = { 'idempotency-key': 'cle-de-test' };

    it('gets the same answer, even after others have corrected the lease', async () => {
      const first = await recorded(row, key);
      expect(first.status).toBe(201);
      expect(await recorded(row, key)).toEqual(first);
      await recorded({ ...row, typologie: 'T6' });
      const before = (await historyOf()).length;
      expect(await recorded(row, key)).toEqual(first);
      expect((await historyOf()).length).toBe(before);
    });

    it('is refused with another content', async () => {
      const before = (await historyOf()).length;
      for (const other of [
        { ...row, typologie: 'T7' },
        { ...row, numero_attribution: 'CLE-2' },
      ])
        expect(await problem(await send(other, key))).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
      expect((await historyOf()).length).toBe(before);
    });

    it('writes one event, even when sent 16 times at once', async () => {
      const before = (await historyOf()).length;
      const same = { ...LEASE, numero_attribution: 'CLE-3' };
      const answers = await Promise.all(
        Array.from({ length: 16 }, () => recorded(same, { 'idempotency-key': 'cle-3' })),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]!.status).toBe(201);
      expect((await historyOf()).length).toBe(before + 1);
    });
  });

  describe('64 requests at once', () => {
    it('for 64 leases record 64 leases', async () => {
      const before = await total();
      const answers = await Promise.all(leases(1_000, 1_063).map((row) => recorded(row)));
      expect(answers.every(({ status }) => status === 201)).toBe(true);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(64);
      expect(await total()).toBe(before + 64);
    });

    it('for one lease with the same values record one event', async () => {
      const before = (await historyOf()).length;
      const answers = await Promise.all(
        Array.from({ length: 64 }, () => recorded({ ...LEASE, numero_attribution: 'UN-SEUL' })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect((await historyOf()).length).toBe(before + 1);
    });

    it('for one lease with different values are all kept', async () => {
      const row = { ...LEASE, numero_attribution: 'DISPUTE' };
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, n) => recorded({ ...row, reference_logement: `LOGT-SECRET-${n}` })),
      );
      expect(answers.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 64 }, (_, n) => n),
      );
    });

    it('for one household make one household', async () => {
      const rows = leases(2_000, 2_063).map((row) => ({ ...row, numero_unique: '078000000000PARTAGE' }));
      const answers = await Promise.all(rows.map((row) => recorded(row)));
      const streams = new Set(answers.map(({ id }) => `allocation-${id}`));
      const signed = (await historyOf()).filter(({ stream }) => streams.has(stream));
      expect(signed).toHaveLength(64);
      expect(new Set(signed.map(({ data }) => data['household'])).size).toBe(1);
    });
  });

  it('gives the same figures and the same list as an import of the same rows, and this import then adds nothing', async () => {
    const rows = leases(1, 90);
    const [oneByOne, imported] = [await startedApi(), await startedApi()];
    await imported.send({ ...TERRITORY, 'attributions.csv': rows });
    await oneByOne.send(TERRITORY);
    await Promise.all(rows.map((row) => recorded(row, {}, '', oneByOne)));
    const figuresOf = async (from: StartedApi) => {
      const report = (await (await from.get(`/api/compliance?${YEARS}&scope=residence`)).json()) as object;
      return { ...report, asOf: '', position: '' };
    };
    expect(await figuresOf(oneByOne)).toEqual(await figuresOf(imported));
    const listOf = async (from: StartedApi) => {
      const { allocations } = (await (await from.get('/api/allocations?limit=500')).json()) as {
        allocations: object[];
      };
      return allocations.map((row) => JSON.stringify({ ...row, identifiant: '' })).sort();
    };
    expect(await listOf(oneByOne)).toEqual(await listOf(imported));
    const again = (await (await oneByOne.send({ 'attributions.csv': rows })).json()) as { files: object[] };
    expect(again.files).toMatchObject([{ file: 'attributions.csv', rows: 90, events: 0, unchanged: 90 }]);
    await oneByOne.stop();
    await imported.stop();
  });

  it('works while files are imported, and neither loses what the other wrote', async () => {
    const before = await total();
    const posting = leases(3_000, 3_199).map(async (row, index) => {
      await new Promise((resolve) => setTimeout(resolve, index));
      return (await send(row)).status;
    });
    const importing = service.send({ 'attributions.csv': leases(3_100, 3_399) });
    const statuses = await Promise.all(posting);
    expect(statuses.every((status) => status === 201 || status === 200)).toBe(true);
    const report = await importing;
    // Where both used the same numbers at once, the import answers that it must be sent again.
    if (report.status !== 200) {
      expect(await problem(report)).toMatchObject({ status: 409, code: 'import-conflict' });
      expect((await service.send({ 'attributions.csv': leases(3_100, 3_399) })).status).toBe(200);
    }
    expect(await total()).toBe(before + 400);
    const signed = (await historyOf()).filter(({ type }) => type === 'AllocationSigned');
    expect(new Set(signed.map(({ stream }) => stream)).size).toBe(signed.length);
  });

  it('writes no number in a log or in an address', async () => {
    const lines = service.log.join('');
    expect(lines).toContain('/api/allocations');
    for (const secret of ['SECRET', '0780000', 'COURT', 'PARTAGE', 'CLE-1', 'cle-de-test', 'DISPUTE'])
      expect([secret, lines.includes(secret)]).toEqual([secret, false]);
  });
});
