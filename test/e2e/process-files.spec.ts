import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mixite, serving, type Service } from './support/mixite';
import { formOf } from './support/started-api';
import type { Files, Row } from './support/territory';

interface Report {
  readonly files: readonly { readonly file: string; readonly rows: number; readonly events: number }[];
  readonly faults: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly code: string;
  }[];
}

const VACANCY: Row = {
  reference_logement: 'LOG-3',
  code_residence: 'RES-1',
  date_liberation: '2999-01-01',
  motif_liberation: 'depart',
};

/** The template has a vacancy of LOG-2, with one candidate. */
describe('vacancies and designations in files, by the command line and over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-process-e2e-'));
  const files = join(folder, 'modeles');
  const at = ['--data', join(folder, 'donnees')];
  let service: Service;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    expect((await mixite(['template', files])).code).toBe(0);
  });
  afterAll(async () => {
    await service?.stop();
    rmSync(folder, { recursive: true });
  });

  const countsOf = ({ files: counted }: Report) =>
    Object.fromEntries(counted.map(({ file, rows, events }) => [file, [rows, events]]));

  it('are imported by the command line, once', async () => {
    const importing = async (...words: string[]) => {
      const { code, stdout } = await mixite(['import', files, '--format', 'json', ...words, ...at]);
      expect(code).toBe(0);
      return JSON.parse(stdout) as Report;
    };
    const tried = await importing('--dry-run');
    const first = await importing();
    expect(first).toEqual(tried);
    expect(first.faults).toEqual([]);
    expect(countsOf(first)).toMatchObject({ 'vacances.csv': [1, 2], 'designations.csv': [1, 1] });
    for (const { events } of (await importing()).files) expect(events).toBe(0);
  });

  it('are refused whole, cell by cell, by the command line', async () => {
    const text = readFileSync(join(files, 'vacances.csv'), 'utf8');
    const wrong = mkdtempSync(join(folder, 'faux-'));
    writeFileSync(join(wrong, 'vacances.csv'), text.replace('2024-06-01', '2024-07-01'));
    const { code, stderr, stdout } = await mixite(['import', wrong, ...at]);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('ce logement a déjà une vacance');
  });

  const importing = async (role: string, rows: Files) => {
    const answer = await fetch(`${service.url}/api/imports`, {
      method: 'POST',
      body: formOf(rows),
      headers: { authorization: `Bearer ${tokens[role]}` },
    });
    return { status: answer.status, body: (await answer.json()) as Report & { readonly code: string } };
  };
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${tokens['agent_epci']}` };
    return (await (await fetch(`${service.url}${path}`, { headers })).json()) as Record<string, readonly object[]>;
  };
  const vacancies = async () =>
    (await read('/api/vacancies'))['vacancies'] as readonly { readonly vacancy: string; readonly status: string }[];

  it('are imported over HTTP by a landlord within its scope, and by no role that may not import', async () => {
    for (const [role, ...scope] of [['bailleur', '--scope', 'L-BAILLEUR-1'], ['agent_epci'], ['elu']] as const) {
      const { code, stdout } = await mixite(['token', '--role', role, ...scope, ...at]);
      expect(code).toBe(0);
      tokens[role] = stdout.trim().split('\n')[0]!;
    }
    service = await serving(['serve', '--port', '0', ...at]);
    const own = await importing('bailleur', { 'vacances.csv': [VACANCY] });
    expect([own.status, countsOf(own.body)]).toEqual([200, { 'vacances.csv': [1, 1] }]);
    const outside = await importing('bailleur', {
      'vacances.csv': [{ ...VACANCY, code_residence: 'RES-404' }],
      'communes.csv': [{ code_insee: '78297', nom: 'Guyancourt' }],
    });
    expect(outside.status).toBe(422);
    expect(outside.body.faults.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['communes.csv', 0, '', 'scope-not-allowed'],
      ['vacances.csv', 2, 'code_residence', 'scope-not-allowed'],
    ]);
    const elected = await importing('elu', { 'vacances.csv': [VACANCY] });
    expect([elected.status, elected.body.code]).toEqual([403, 'import-not-allowed']);
    const declared = (await vacancies()).find(({ status }) => status === 'declared')!;
    const history = await read(`/api/vacancies/${declared.vacancy}/history`);
    expect(history['events']).toMatchObject([{ type: 'VacancyDeclared', role: 'bailleur' }]);
  });

  it('go on live: a lease of a file lets the vacancy of its candidate', async () => {
    expect((await vacancies()).map(({ status }) => status).sort()).toEqual(['declared', 'designated']);
    const [header, row] = readFileSync(join(files, 'attributions.csv'), 'utf8')
      .replace('\ufeff', '')
      .trim()
      .split(/\r?\n/);
    const cells = row!.split(';');
    const lease: Row = {
      ...Object.fromEntries(header!.split(';').map((column, index) => [column, cells[index]!])),
      numero_attribution: 'ATT-2',
      reference_logement: 'LOG-2',
      numero_unique: '078000000000001XYZ',
    };
    expect((await importing('agent_epci', { 'attributions.csv': [lease] })).status).toBe(200);
    const deadline = Date.now() + 20_000;
    const isLet = async () => (await vacancies()).some(({ status }) => status === 'let');
    while (!(await isLet()) && Date.now() < deadline) await sleep(200);
    expect((await vacancies()).map(({ status }) => status).sort()).toEqual(['declared', 'let']);
  });
});
