import type { QpvFigures } from '#vacancy/module';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { csvFiles, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const DECLARATION = {
  reference_logement: 'LOGT-1',
  code_residence: 'R1',
  date_liberation: '2999-01-01',
  motif_liberation: 'depart',
};
const HOUSEHOLD = {
  type_demande: 'premier_acces',
  numero_unique: '078000000000000001',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  dalo: 'N',
};

describe('mixite report qpv', () => {
  const data = folders.make();
  const run = (...words: string[]) => {
    const period = ['--from', '2000-01-01', '--to', '2999-12-31'];
    return mixite(['report', 'qpv', ...period, ...words, '--data', data]);
  };
  beforeAll(async () => {
    expect((await mixite(['import', folders.of(csvFiles(TERRITORY)), '--data', data])).code).toBe(0);
    const service = await serving(['serve', '--port', '0', '--data', data]);
    const send = async (path: string, body: object, method = 'POST') => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${service.url}/api${path}`, { method, headers, body: JSON.stringify(body) });
      expect([path, answer.status]).toEqual([path, 201]);
      return (await answer.json()) as { readonly vacancy: string };
    };
    await send('/qpv-commissions/78621', { date_debut: '2025-03-01', demande_du_maire: '2025-01-15' }, 'PUT');
    const { vacancy } = await send('/vacancies', DECLARATION);
    await send(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    await send(`/vacancies/${vacancy}/candidates`, HOUSEHOLD);
    await service.stop();
  });

  it('prints one JSON document', async () => {
    const { code, stdout } = await run('--format', 'json');
    expect(code).toBe(0);
    const figures = JSON.parse(stdout) as QpvFigures;
    expect(figures).toMatchObject({
      total: { proposals: 1, endorsements: 0, deferrals: 0 },
      communes: [{ id: '78621', proposals: 1 }],
      districts: [{ id: 'L-Q2', proposals: 1 }],
    });
    const before = await run('--format', 'json', '--as-of', '2020-06-30');
    expect(JSON.parse(before.stdout)).toMatchObject({ total: { proposals: 0 }, communes: [] });
  });

  it('prints a table and a file', async () => {
    const text = (await run()).stdout;
    expect(text).toContain('Commissions de quartier du 2000-01-01 au 2999-12-31');
    expect(text).toMatch(/commune +│ 78621 +│ propositions │ — +│ +1 │/);
    const lines = (await run('--format', 'csv')).stdout.trim().split('\r\n');
    expect(lines[0]).toContain('perimetre;identifiant;etape;motif;nombre');
    expect(lines.some((line) => line.startsWith('qpv;L-Q2;propositions;;1;2000-01-01;2999-12-31;'))).toBe(true);
  });

  it('says that a report before the first event is empty, and what is wrong in French', async () => {
    const empty = folders.make();
    await mixite(['import', folders.make(), '--data', empty]);
    const period = ['--from', '2025-01-01', '--to', '2025-12-31'];
    const { code, stderr } = await mixite(['report', 'qpv', ...period, '--data', empty]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('vide')]);
    const reversed = await mixite(['report', 'qpv', '--from', '2025-02-01', '--to', '2025-01-01', '--data', data]);
    expect(reversed.code).not.toBe(0);
    expect(reversed.stderr).toMatch(/\p{L}{3}/u);
  });
});
