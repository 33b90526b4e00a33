import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acquireWriterLock } from '#event-store';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { readXlsx } from './support/read-xlsx';
import { csvFiles, leases, TERRITORY } from './support/territory';

const NUMBER = 'BAIL-SECRET-7';
const HOUSEHOLD = '078000000000000007';
const SECRETS = /SECRET|0780000000/;

interface History {
  readonly names: string;
  readonly entries: readonly { readonly act: string; readonly text: string }[];
}

describe('mixite audit', () => {
  const folders = temporaryFolders();
  const data = folders.make();
  const at = ['--data', data];
  const history = (...words: string[]) => mixite(['audit', 'history', ...words, ...at]);
  const json = async (...words: string[]) => {
    const { code, stdout, stderr } = await history('--format', 'json', ...words);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('SECRET')]);
    return JSON.parse(stdout) as History;
  };
  const verify = (...words: string[]) => mixite(['audit', 'verify', ...words]);

  beforeAll(async () => {
    const importing = async (files: Parameters<typeof csvFiles>[0]) => {
      expect((await mixite(['import', folders.of(csvFiles(files)), ...at])).code).toBe(0);
    };
    await importing({ ...TERRITORY, 'attributions.csv': leases(1, 300) });
    await importing({ 'attributions.csv': [{ ...leases(7, 7)[0]!, typologie: 'T5' }] });
  });
  afterAll(() => folders.removeAll());

  it('shows the history of an allocation, and records the reading', async () => {
    const { names, entries } = await json('--allocation', NUMBER);
    expect(names).toBe('shown');
    expect(entries.map(({ act }) => act)).toEqual(['Bail signé', 'Bail corrigé']);
    expect(entries[1]!.text).toContain('typologie : inconnu → T5');
    const household = await json('--household', HOUSEHOLD);
    expect(household.entries.map(({ act }) => act)).toEqual([
      'Bail signé',
      'Bail corrigé',
      'Liste nominative consultée',
    ]);
  });

  it('shows it also as a table, as CSV and XLSX, and without names', async () => {
    const text = await history('--allocation', NUMBER, '--no-names');
    expect(text.stdout).toMatch(
      /2 événements, d'après ce qui était enregistré au \d{1,2}(er)?\s\S+\s\d{4} à \d\d\sh\s\d\d\.\nDonnées personnelles scellées/,
    );
    expect(text.stdout).toMatch(/│ administrator +│ Bail corrigé, attribution [0-9a-f-]{36} +│ import /);
    const csv = (await history('--allocation', NUMBER, '--no-names', '--format', 'csv')).stdout;
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    for (const shown of [text.stdout, csv]) expect(shown).not.toMatch(SECRETS);
    const sheet = await readXlsx((await history('--allocation', NUMBER, '--no-names', '--format', 'xlsx')).bytes);
    expect(sheet.map((row) => row[6])).toEqual(['Acte', 'Bail signé', 'Bail corrigé']);
    const residence = (await history('--residence', 'R1')).stdout;
    expect(residence).toContain('Notes de fragilité données');
    expect(residence).toMatch(/50 attributions dans cette résidence :/);
  });

  it.each([
    [['--allocation', 'INCONNU'], 1, 'Aucune attribution n’est connue sous ce numéro'],
    [['--household', 'INCONNU', '--no-names'], 1, 'Aucun ménage'],
    [['--residence', 'INCONNU'], 1, 'Aucune résidence'],
    [[], 2, '--allocation, --residence ou --household'],
    [['--allocation', 'A', '--residence', 'R1'], 2, 'un seul'],
    [['--allocation', 'A', '--format', 'pdf'], 2, '« pdf »'],
  ])('history %j ends with exit code %i and one sentence', async (words, code, sentence) => {
    const outcome = await history(...words);
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr.replaceAll("'", '’')).toContain(sentence);
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1);
    if (code === 1) expect(outcome.stderr).not.toContain('INCONNU');
  });

  it('verifies the whole history, in text and JSON', async () => {
    const { code, stdout } = await verify('--format', 'json', ...at);
    expect(code).toBe(0);
    const { events, position, digest, broken } = JSON.parse(stdout) as Record<string, string | number | null>;
    expect([Number(position), broken]).toEqual([events, null]);
    const text = await verify(...at);
    expect(text.stdout).toContain(`L'histoire tient : ${events} événements se suivent`);
    expect(text.stdout).toContain(`Dernière position : ${position}\nDernière empreinte : ${digest}`);
  });

  it.each([
    [`UPDATE events SET data = replace(data, 'T', 'U') WHERE position = 100`, '0000000000000100', 'altered', 'altéré'],
    ['DELETE FROM events WHERE position = 100', '0000000000000100', 'removed', 'supprimé'],
    [`DELETE FROM stream_index WHERE position = 100`, '0000000000000100', null, 'l’index'],
  ])('ends with exit code 1 and names the position after %s', async (sql, position, kind, sentence) => {
    const copy = join(folders.make(), 'copie');
    mkdirSync(copy);
    copyFileSync(join(data, 'events.db'), join(copy, 'events.db'));
    const database = new Database(join(copy, 'events.db'));
    database.exec(sql);
    database.close();
    const { code, stdout } = await verify('--format', 'json', '--data', copy);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ broken: { position, kind } });
    const text = await verify('--data', copy);
    expect([text.code, text.stderr]).toEqual([1, '']);
    expect(text.stdout).toContain(`L'histoire ne tient pas. À la position ${position}, `);
    expect(text.stdout).toContain(sentence);
    // The history was only read: no other file was made in the folder.
    expect(existsSync(join(copy, 'read.db'))).toBe(false);
  });

  it('refuses a folder without a history', async () => {
    const outcome = await verify('--data', join(folders.make(), 'rien'));
    expect([outcome.code, outcome.stdout]).toEqual([1, '']);
    expect(outcome.stderr).toContain('ne contient encore aucune donnée');
  });

  it('shows no name where another command holds the folder, because the reading cannot be recorded', async () => {
    const lock = acquireWriterLock(data);
    try {
      const [named, unnamed] = await Promise.all([
        history('--allocation', NUMBER),
        history('--allocation', NUMBER, '--no-names'),
      ]);
      expect([named.code, named.stdout]).toEqual([1, '']);
      expect(named.stderr).toContain('la lecture ne peut pas être consignée');
      expect([unnamed.code, unnamed.stdout]).toEqual([0, expect.stringContaining('Bail corrigé')]);
    } finally {
      lock.release();
    }
  });

  describe('beside a running service', () => {
    it('reads without names, lets the service record a reading, and verifies', async () => {
      const service = await serving(['serve', '--port', '0', ...at], { env: { MIXITE_LOG_LEVEL: 'trace' } });
      try {
        const before = await json('--household', HOUSEHOLD, '--no-names');
        const read = await history('--household', HOUSEHOLD, '--format', 'json');
        expect([read.code, read.stderr]).toEqual([0, expect.stringContaining('confiée')]);
        expect(JSON.parse(read.stdout)).toMatchObject({ names: 'shown' });
        expect((await json('--household', HOUSEHOLD, '--no-names')).entries).toHaveLength(before.entries.length + 1);
        const unknown = await history('--allocation', 'INCONNU');
        expect([unknown.code, unknown.stdout]).toEqual([1, '']);
        expect(unknown.stderr).toContain('Aucune attribution');
        expect((await verify(...at)).code).toBe(0);
        const walks = await Promise.all(
          Array.from({ length: 4 }, () => fetch(`${service.url}/api/audit/verify`, { method: 'POST' })),
        );
        const statuses = walks.map(({ status }) => status);
        expect(new Set(statuses)).toEqual(new Set([200, 409]));
        const walked = (await walks.find(({ status }) => status === 200)!.json()) as { broken: unknown };
        expect(walked.broken).toBeNull();
        const refused = (await walks.find(({ status }) => status === 409)!.json()) as { code: string };
        expect(refused.code).toBe('verification-under-way');
        expect((await fetch(`${service.url}/api/audit/verify`, { method: 'POST' })).status).toBe(200);
        expect(service.stderr()).toContain('/api/audit/history');
        expect(service.stderr()).not.toMatch(SECRETS);
      } finally {
        await service.stop();
      }
    });
  });
});
