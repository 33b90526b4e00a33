import type { RefusalsReport } from '#vacancy/module';
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
  composition: 'seul',
};

describe('mixite report refusals', () => {
  const data = folders.make();
  const run = (...words: string[]) => {
    const period = ['--from', '2000-01-01', '--to', '2999-12-31'];
    return mixite(['report', 'refusals', ...period, ...words, '--data', data]);
  };
  beforeAll(async () => {
    expect((await mixite(['import', folders.of(csvFiles(TERRITORY)), '--data', data])).code).toBe(0);
    const service = await serving(['serve', '--port', '0', '--data', data]);
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${service.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, answer.status]).toEqual([path, 201]);
      return (await answer.json()) as { readonly vacancy: string; readonly candidate: string };
    };
    const { vacancy } = await send('/vacancies', DECLARATION);
    await send(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    const { candidate } = await send(`/vacancies/${vacancy}/candidates`, HOUSEHOLD);
    const withdrawal = { motif: 'localisation', par: 'menage' };
    await send(`/vacancies/${vacancy}/candidates/${candidate}/withdrawal`, withdrawal);
    await service.stop();
  });

  it('prints one JSON document, of the whole or of some codes', async () => {
    const put = async (...words: string[]) => {
      const { code, stdout } = await run('--format', 'json', ...words);
      expect(code).toBe(0);
      const { figures } = JSON.parse(stdout) as RefusalsReport;
      return figures.find(({ dimension, refusal }) => dimension === 'all' && refusal === 'withdrawnByHousehold');
    };
    expect(await put()).toMatchObject({ numerator: 1, denominator: 1, rate: 1, mean: 1 });
    expect(
      await put('--landlord', 'L-A', '--residence', 'R1', '--holder', 'VILLE', '--commune', '78621'),
    ).toMatchObject({ denominator: 1 });
    expect(await put('--landlord', 'L-B')).toMatchObject({ numerator: 0, denominator: 0, rate: null });
    expect(await put('--as-of', '2020-06-30')).toMatchObject({ denominator: 0 });
  });

  it('prints a table and a file', async () => {
    const text = (await run()).stdout;
    expect(text).toContain('Refus de candidats du 2000-01-01 au 2999-12-31');
    expect(text).toMatch(
      /retrait par le ménage +│ ménage +│ composition +│ seul +│ personne seule +│ +1 │ +1 │ 100,0 %/,
    );
    const lines = (await run('--format', 'csv')).stdout.trim().split('\r\n');
    expect(lines[0]).toContain('etape;refus;auteur;axe;identifiant;libelle;numerateur;denominateur;taux;moyenne');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^avant la commission;retrait par le ménage;ménage;motif;localisation;localisation;1;1;1;1;/,
      ),
    );
  });

  it('says what is wrong in French', async () => {
    const reversed = await mixite(['report', 'refusals', '--from', '2025-02-01', '--to', '2025-01-01', '--data', data]);
    expect([reversed.code, reversed.stderr]).toEqual([2, expect.stringMatching(/\p{L}{3}/u)]);
  });
});
