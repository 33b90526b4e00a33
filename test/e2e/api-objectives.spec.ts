import { aConventionFile, anObjectiveFile, conventionText } from '#convention/testing';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY } from './support/territory';

const YEAR = 'from=2023-01-01&to=2023-12-31';

interface Counted {
  readonly scope: { readonly kind: string; readonly id: string };
  readonly numerator: number;
  readonly denominator: number;
}
interface Line extends Counted {
  readonly code: string;
}
interface One {
  readonly objective: { readonly code: string; readonly inForce: boolean };
  readonly lines: readonly Line[];
  readonly contributions: { readonly of: object; readonly parts: readonly Counted[] } | null;
}

let service: StartedApi;
beforeAll(async () => {
  service = await startedApi();
  const convention = aConventionFile({
    objectifs: [
      anObjectiveFile(),
      anObjectiveFile({ code: 'PAR-BAILLEUR', figure: 'Q1', portee: { type: 'bailleur' } }),
      anObjectiveFile({ code: 'ÉTAT / 1', figure: 'Q1', acteur: { type: 'contingent', identifiants: ['etat'] } }),
      anObjectiveFile({ code: 'RELOGES', figure: 'REHOUSED', valeur: '100 %' }),
    ],
  });
  const files = [...csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 120) })] as const;
  const answer = await service.send(new Map([...files, ['convention.json', conventionText(convention)] as const]));
  expect([answer.status, await answer.json()]).toMatchObject([200, { faults: [] }]);
});
afterAll(() => service.stop());

const asked = async <Answer>(path: string) => {
  const answer = await service.get(`/api/objectives${path}`);
  return { status: answer.status, body: (await answer.json()) as Answer };
};

describe('GET /api/objectives with filters', () => {
  it.each([
    ['code=LOI-25', ['LOI-25']],
    ['scope=bailleur', ['PAR-BAILLEUR']],
    ['scope=bailleur&scope=epci', ['LOI-25', 'PAR-BAILLEUR', 'ÉTAT / 1', 'RELOGES']],
    ['actor=contingent', ['ÉTAT / 1']],
    ['actor=aucun&figure=Q1', ['PAR-BAILLEUR']],
    ['figure=Q1&figure=REHOUSED', ['PAR-BAILLEUR', 'ÉTAT / 1', 'RELOGES']],
    ['code=INCONNU', []],
  ])('%s keeps the lines of those objectives, as they are in the whole report', async (filter, codes) => {
    const whole = (await asked<{ objectives: readonly Line[] }>(`?${YEAR}`)).body;
    const part = (await asked<{ objectives: readonly Line[] }>(`?${YEAR}&${filter}`)).body;
    expect(part).toEqual({ ...whole, objectives: whole.objectives.filter(({ code }) => codes.includes(code)) });
    expect([...new Set(part.objectives.map(({ code }) => code))]).toEqual(codes);
  });

  it('keeps them in files too', async () => {
    const answer = await service.get(`/api/objectives?${YEAR}&code=LOI-25&format=xlsx`);
    expect(await readXlsx(Buffer.from(await answer.arrayBuffer()))).toHaveLength(2);
  });

  it.each([
    ['scope=departement', 'invalid-request', '« scope »'],
    ['actor=commune', 'invalid-request', 'aucun'],
    ['figure=Q5', 'invalid-request', 'attendu : des codes de chiffres'],
    ['figure=PUBLIC_PERSONNE', 'unknown-figure', 'PUBLIC_PERSONNE'],
  ])('refuses %s in words', async (filter, code, words) => {
    const { status, body } = await asked<{ code: string; detail: string }>(`?${YEAR}&${filter}`);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).toContain(words);
  });
});

describe('GET /api/objectives/{code}', () => {
  it('gives the line of the list, and parts that add up to it', async () => {
    const { body } = await asked<One>(`/LOI-25?${YEAR}`);
    const { objectives } = (await asked<{ objectives: readonly Line[] }>(`?${YEAR}&code=LOI-25`)).body;
    expect(body.lines).toEqual(objectives.map((line) => ({ ...line, pace: null })));
    const [whole] = body.lines;
    const { parts } = body.contributions!;
    expect([...new Set(parts.map(({ scope }) => scope.kind))]).toEqual(['bailleur', 'commune', 'residence']);
    for (const kind of ['bailleur', 'commune', 'residence']) {
      const own = parts.filter(({ scope }) => scope.kind === kind);
      expect(own.reduce((sum, part) => sum + part.numerator, 0)).toBe(whole!.numerator);
      expect(own.reduce((sum, part) => sum + part.denominator, 0)).toBe(whole!.denominator);
    }
  });

  it('finds a code with signs of addresses in it, and the parts of one entity', async () => {
    const { status, body } = await asked<One>(`/${encodeURIComponent('ÉTAT / 1')}?${YEAR}&parts=bailleur`);
    expect([status, body.objective.code]).toEqual([200, 'ÉTAT / 1']);
    const several = await asked<One>(`/PAR-BAILLEUR?${YEAR}`);
    expect([several.body.lines.length > 1, several.body.contributions]).toEqual([true, null]);
    const { id } = several.body.lines[0]!.scope;
    const one = await asked<One>(`/PAR-BAILLEUR?${YEAR}&id=${id}&parts=residence&parts=contingent`);
    expect(one.body.contributions!.of).toMatchObject({ scope: { kind: 'bailleur', id }, actor: null });
  });

  it('says what it cannot find', async () => {
    expect(await asked(`/INCONNU?${YEAR}`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-objective', detail: expect.stringContaining('« INCONNU »') as string },
    });
    expect(await asked(`/LOI-25?${YEAR}&parts=qpv`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const before = await asked<One>(`/LOI-25?from=2010-01-01&to=2010-12-31`);
    expect([before.body.objective.inForce, before.body.lines]).toEqual([false, []]);
  });
});
