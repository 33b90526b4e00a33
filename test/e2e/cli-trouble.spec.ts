import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';

const ROOT = join(__dirname, '../..');
const YEAR = ['report', 'compliance', '--from', '2024-01-01', '--to', '2024-12-31'];
const NOBODY = 65_534;
/** The superuser may write everywhere: the command then runs as nobody. */
const AS_NOBODY = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

describe('what goes wrong on the command line', () => {
  const folders = temporaryFolders();
  let data: string;
  let figures: string;
  beforeAll(async () => {
    const files = folders.make();
    data = join(folders.make(), 'data');
    await mixite(['template', files]);
    expect((await mixite(['import', files, '--data', data])).code).toBe(0);
    figures = (await mixite([...YEAR, '--format', 'csv', '--data', data])).stdout;
  });
  afterAll(() => folders.removeAll());

  /** The same data in another folder, to be damaged. */
  const copy = () => {
    const folder = join(folders.make(), 'data');
    cpSync(data, folder, { recursive: true });
    return folder;
  };
  const oneSentence = (stderr: string) => expect(stderr.trimEnd().split('\n')).toHaveLength(1);

  it('refuses a report of a folder that is absent or empty, and makes nothing there', async () => {
    const absent = join(folders.make(), 'absent');
    const empty = folders.make();
    for (const folder of [absent, empty])
      for (const words of [
        YEAR,
        ['audit', 'verify'],
        ['projections', 'status'],
        ['audit', 'history', '--residence', 'R'],
      ]) {
        const { code, stderr, stdout } = await mixite([...words, '--data', folder]);
        expect([code, stdout]).toEqual([1, '']);
        expect(stderr).toContain(`Le dossier ${folder} ne contient encore aucune donnée`);
        oneSentence(stderr);
      }
    expect([existsSync(absent), readdirSync(empty)]).toEqual([false, []]);
  });

  it.each(['hello', 'SQLite format 3\0 and nothing of it'])(
    'sets a damaged read.db aside (%j), and gives the same figures',
    async (text) => {
      const folder = copy();
      for (const part of ['-wal', '-shm']) rmSync(join(folder, `read.db${part}`), { force: true });
      writeFileSync(join(folder, 'read.db'), text);
      const { code, stdout, stderr } = await mixite([...YEAR, '--format', 'csv', '--data', folder]);
      expect([code, stdout]).toEqual([0, figures]);
      expect(stderr).toContain('mis de côté');
      expect(existsSync(join(folder, 'read-ecarte-1.db'))).toBe(true);
      expect((await mixite([...YEAR, '--data', folder])).stderr).toBe('');
    },
  );

  it('says that events.db is damaged', async () => {
    const folder = copy();
    for (const part of ['-wal', '-shm']) rmSync(join(folder, `events.db${part}`), { force: true });
    writeFileSync(join(folder, 'events.db'), 'hello');
    const { code, stderr } = await mixite([...YEAR, '--data', folder]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('audit verify')]);
    oneSentence(stderr);
  });

  it.each([
    ['a result', (): string => `${YEAR.join(' ')} --format csv --data "${data}"`],
    ['the version', (): string => '--version'],
    ['the help', (): string => '--help'],
    ['the help of a command', (): string => 'report compliance --help'],
  ])('says that %s cannot be written', (_, words) => {
    const command = `"${process.execPath}" bin/mixite.js ${words()} > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('n’a pas pu être écrit'.replace('’', "'"))]);
    oneSentence(stderr);
  });

  it('refuses an instant to come, and takes days as the files have them', async () => {
    const { code, stderr } = await mixite([...YEAR, '--as-of', '2999-01-01', '--data', data]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('au lieu de 2999-01-01')]);
    const { stderr: moment } = await mixite([...YEAR, '--as-of', '2999-01-01T00:00:00Z', '--data', data]);
    expect(moment).toMatch(/au lieu de « 1er\sjanvier\s2999 à 01\sh\s00 »/);
    const french = ['report', 'compliance', '--from', '01/01/2024', '--to', '31/12/2024', '--format', 'csv'];
    expect((await mixite([...french, '--data', data])).stdout).toBe(figures);
    const today = new Date().toISOString().slice(0, 10);
    expect((await mixite([...YEAR, '--as-of', today, '--data', data])).code).toBe(0);
  });

  it('tells its version, and what it did', async () => {
    expect((await mixite(['--version'])).stdout).toMatch(/^Mixité \d+\.\d+\.\d+\n$/);
    const files = join(folders.make(), 'modele');
    expect((await mixite(['template', files])).stderr).toContain('Modèles écrits');
    const folder = join(folders.make(), 'data');
    expect((await mixite(['import', files, '--data', folder])).stdout).toMatch(
      /Import terminé : \d+ événements de plus/,
    );
    expect((await mixite(['import', files, '--data', folder])).stdout).toContain("rien n'a été ajouté");
  });

  it('reads a folder that cannot be written, in a copy without its keys', async () => {
    const folder = copy();
    for (const name of readdirSync(folder))
      chmodSync(join(folder, name), name.startsWith('events') || name.startsWith('read') ? 0o444 : 0o400);
    chmodSync(folder, 0o555);
    chmodSync(join(folder, '..'), 0o755);
    const before = readdirSync(folder);
    const run = (words: readonly string[]) =>
      spawnSync(process.execPath, [join(ROOT, 'bin/mixite.js'), ...words, '--data', folder], {
        ...AS_NOBODY,
        encoding: 'utf8',
        env: {},
      });
    const report = run([...YEAR, '--format', 'csv']);
    expect([report.status, report.stdout]).toEqual([0, figures]);
    expect(report.stderr).toContain('copie provisoire');
    expect(run(['audit', 'verify']).stdout).toContain("L'histoire tient");
    expect(readdirSync(folder)).toEqual(before);
    chmodSync(folder, 0o755);
  });

  describe('a service', () => {
    let service: Service;
    afterEach(() => service.stop());

    it('says at its start that the keys are gone, is not healthy, and answers a problem of its own', async () => {
      const folder = copy();
      for (const name of readdirSync(folder)) if (name.startsWith('keys.db')) rmSync(join(folder, name));
      service = await serving(['serve', '--port', '0', '--data', folder]);
      expect(service.stderr()).toContain('ses clés (keys.db) ont disparu');
      const health = (await (await fetch(`${service.url}/api/health`)).json()) as object;
      expect(health).toMatchObject({ status: 'unavailable', keys: 'lost' });
      const answer = await fetch(`${service.url}/api/audit/history`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ household: '0780123456789' }),
      });
      expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'keys-lost' }]);
    });

    it.each([
      ['damaged', 'keys.db', 'garbage', 'endommagé'],
      ['without their master key', 'master.key', undefined, 'Clé maîtresse introuvable'],
    ])('says at its start that the keys are %s, and is not healthy', async (_, file, content, sentence) => {
      const folder = copy();
      for (const name of readdirSync(folder)) if (name.startsWith(file)) rmSync(join(folder, name));
      if (content !== undefined) writeFileSync(join(folder, file), content);
      service = await serving(['serve', '--port', '0', '--data', folder]);
      expect(service.stderr()).toContain(sentence);
      const health = (await (await fetch(`${service.url}/api/health`)).json()) as object;
      expect(health).toMatchObject({ status: 'unavailable', keys: 'unusable' });
    });

    it('says what is open where others can reach it, and says that it stops', async () => {
      const folder = join(folders.make(), 'data');
      mkdirSync(folder);
      service = await serving(['serve', '--port', '0', '--host', '0.0.0.0', '--data', folder]);
      const { ended } = service;
      service.signal('SIGINT');
      expect(await ended).toBe(0);
      const said = service.stderr();
      expect(said).toContain('ouvert au réseau');
      expect(said).toContain('service.json');
      expect(said).toMatch(/s’arrête.*arrêté\./s);
    });
  });
});
