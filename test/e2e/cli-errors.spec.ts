import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixite, serving, temporaryFolders } from './support/mixite';

const YEAR = ['report', 'compliance', '--from', '2023-01-01', '--to', '2023-12-31'];
const ROOT = join(__dirname, '../..');
const folders = temporaryFolders();
/** A store without an event: a folder without a store is refused. */
const empty = folders.make();
beforeAll(() => mixite(['import', folders.make(), '--data', empty]));
afterAll(() => folders.removeAll());

describe('mixite whose output is closed', () => {
  it('ends without a message', () => {
    const report = `bin/mixite.js report compliance --from 2023-01-01 --to 2023-12-31 --data "${empty}"`;
    const command = `"${process.execPath}" ${report} 2>/dev/null | true; echo "$PIPESTATUS"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });
});

describe('mixite reports an error in one sentence', () => {
  it.each([
    [['oups'], 2, 'Commande inconnue : « oups »'],
    [['report', 'compliance'], 2, '--from'],
    [['report', 'compliance', '--from', '2023-02-30', '--to', '2023-12-31'], 2, '« 2023-02-30 » n’est pas une date'],
    [['report', 'compliance', '--from', '2023-12-31', '--to', '2023-01-01', '--data', empty], 2, 'est après'],
    [[...YEAR, '--scope', 'monde'], 2, '« monde »'],
    [[...YEAR, '--as-of', 'hier'], 2, '« hier »'],
    [['report', 'rehousing', '--format', 'ods'], 2, '« ods »'],
    [['report', 'rehousing', '--as-of', 'demain'], 2, '« demain »'],
    [['report', 'rehousing', '--operation', 'OP-9', '--data', empty], 1, 'Opération inconnue : « OP-9 »'],
    [['report', 'prefect'], 2, '--semester'],
    [['report', 'prefect', '--semester', '2023-T1'], 2, '« 2023-T1 » n’est pas un semestre'],
    [['report', 'prefect', '--semester', '2023-S1', '--format', 'ods'], 2, '« ods »'],
    [[...YEAR, '--format', 'ods'], 2, '« ods »'],
    [['import'], 2, 'dossier'],
    [['serve', '--port', 'trois'], 2, '« trois »'],
    [['projections', 'rebuild', 'autre', '--data', empty], 1, 'Projection inconnue : « autre »'],
    [['import', '/', '--data', '/dev/null'], 1, '/dev/null'],
  ])('%j ends with exit code %i', async (words, code, sentence) => {
    const outcome = await mixite(words);
    expect(outcome.stderr.replaceAll("'", '’')).toContain(sentence);
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints help when asked, with exit code 0', async () => {
    for (const words of [
      ['--help'],
      ['import', '--help'],
      ['report', 'compliance', '--help'],
      ['report', 'rehousing', '--help'],
      ['serve', '--help'],
    ]) {
      const { code, stdout } = await mixite(words);
      expect([words, code]).toEqual([words, 0]);
      expect(stdout).toContain('Utilisation :');
    }
  });

  it('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await mixite(['serve', '--port', String(port), '--data', folders.make()]);
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`Le port ${port} est déjà pris`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('an absent SQLite binding', async () => {
    const preload = join(__dirname, '../support/without-sqlite.js');
    const { code, stderr } = await mixite([...YEAR, '--data', empty], { node: ['-r', preload] });
    expect(code).toBe(1);
    expect(stderr).toContain('SQLite');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a data folder that is a file', async () => {
    const file = join(folders.make(), 'fichier');
    writeFileSync(file, '');
    const { code, stderr } = await mixite([...YEAR, '--data', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('ne peut pas être utilisé');
  });

  it('a history without its keys', async () => {
    const data = folders.make();
    const landlord = (name: string) => folders.of(new Map([['bailleurs.csv', `code_bailleur;nom\nL-1;${name}\n`]]));
    expect((await mixite(['import', landlord('Un'), '--data', data])).code).toBe(0);
    rmSync(join(data, 'keys.db'));
    for (const attempt of [1, 2]) {
      const { code, stderr } = await mixite(['import', landlord(`Deux ${attempt}`), '--data', data]);
      expect([code, stderr]).toEqual([1, expect.stringContaining('ont disparu')]);
    }
  });

  it('a service that no longer answers', async () => {
    const data = folders.make();
    const files = folders.of(new Map([['bailleurs.csv', 'code_bailleur;nom\nL-1;Un\n']]));
    const service = await serving(['serve', '--port', '0', '--data', data]);
    const address = readFileSync(join(data, 'service.json'), 'utf8');
    writeFileSync(join(data, 'service.json'), address.replace(/:\d+"/, ':1"'));
    const { code, stderr } = await mixite(['import', files, '--data', data]);
    await service.stop();
    expect(code).toBe(1);
    expect(stderr).toContain('ne répond pas');
  });
});
