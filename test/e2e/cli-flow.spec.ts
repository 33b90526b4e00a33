import type { FlowReport } from '#flow';
import { readPdf } from '#documents/testing';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { csvFiles, leases, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const DECLARATION = {
  reference_logement: 'LOGT-1',
  code_residence: 'R1',
  date_liberation: '2999-01-01',
  motif_liberation: 'depart',
};
const SHARE = { code_bailleur: 'L-A', exclus: '0' };

describe('mixite report flux', () => {
  const data = folders.make();
  let year: string;
  const run = (...words: string[]) => mixite(['report', 'flux', '--year', year, ...words, '--data', data]);

  beforeAll(async () => {
    year = String(new Date().getUTCFullYear());
    const shares = [
      { ...SHARE, annee: year, code_reservataire: 'ETAT', part: '31' },
      { ...SHARE, annee: '2023', code_reservataire: 'VILLE', part: '20,5' },
    ];
    const files = csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 40), 'flux.csv': shares });
    const imported = await mixite(['import', folders.of(files), '--data', data]);
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringContaining('flux.csv')]);
    const service = await serving(['serve', '--port', '0', '--data', data]);
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${service.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, answer.status]).toEqual([path, 201]);
      return (await answer.json()) as { readonly vacancy: string };
    };
    const { vacancy } = await send('/vacancies', DECLARATION);
    await send(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'ETAT' });
    await service.stop();
  });

  it('prints one JSON document', async () => {
    const { code, stdout } = await run('--format', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as FlowReport;
    expect(report).toMatchObject({
      landlord: null,
      landlords: [
        { id: 'L-A', dwellings: 1, holders: [{ id: 'ETAT', share: 0.31, given: 1, proposed: 1, allocated: 0 }] },
        { id: 'L-B', dwellings: 0 },
      ],
    });
    const before = await run('--format', 'json', '--as-of', '2020-06-30');
    expect(JSON.parse(before.stdout)).toMatchObject({ landlords: [], total: { dwellings: 0 } });
  });

  it('counts the leases of files in the statement of their year', async () => {
    const { stdout } = await mixite(['report', 'flux', '--year', '2023', '--format', 'json', '--data', data]);
    const { total } = JSON.parse(stdout) as FlowReport;
    const figures = ['report', 'compliance', '--from', '2023-01-01', '--to', '2023-12-31', '--scope', 'epci'];
    const compliance = await mixite([...figures, '--format', 'json', '--data', data]);
    const { figures: counted } = JSON.parse(compliance.stdout) as { figures: readonly { numerator: number }[] };
    expect(total.allocated).toBe(counted[0]!.numerator);
    expect(total).toMatchObject({ dwellings: 0, proposed: 0 });
  });

  it('prints a table that names the limits that are passed, and a file', async () => {
    const text = (await run()).stdout;
    expect(text).toMatch(/L-A +│ ETAT +│ 31,0.% │ 0,31 │ +1 │/);
    expect(text).toContain('Bilan à transmettre avant le');
    expect(text).toContain("Bailleur A : la part de l'État convenue (31,0\u00a0%) dépasse 30,0\u00a0%.");
    const lines = (await run('--landlord', 'L-A', '--format', 'csv')).stdout.trim().split('\r\n');
    expect(lines[0]).toContain('annee;code_bailleur;bailleur;code_reservataire');
    expect(
      lines.some((line) => line.startsWith(`${year};L-A;Bailleur A;ETAT;État;etat;commune;78621;Trappes;1;0;`)),
    ).toBe(true);
  });

  it('prints the statement of a landlord on paper', async () => {
    const { code, bytes } = await run('--landlord', 'L-A', '--format', 'pdf');
    expect(code).toBe(0);
    expect(readPdf(bytes).title).toBe('Bilan annuel de la gestion en flux : Bailleur A');
  });

  it('says in French what is wrong', async () => {
    const unknown = await run('--landlord', 'L-Z');
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('Aucun bailleur n’est connu sous ce code'),
    ]);
    const off = await mixite(['report', 'flux', '--year', '24', '--data', data]);
    expect([off.code, off.stderr]).toEqual([2, expect.stringContaining("« 24 » n'est pas une année")]);
    const without = await mixite(['report', 'flux', '--data', data]);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--year')]);
  });
});
