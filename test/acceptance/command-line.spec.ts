import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { acquireWriterLock } from '#event-store';
import { mixite, serving, start, temporaryFolders } from '../e2e/support/mixite';
import { leases, TERRITORY } from './support/territory';
import type { Files } from './support/office';

interface Found {
  readonly file: string;
  readonly line: number;
}
interface Imported {
  readonly files: readonly { readonly file: string; readonly rows: number; readonly events: number }[];
  readonly faults: readonly Found[];
  readonly warnings: readonly Found[];
  readonly unmapped?: readonly unknown[];
}

const folders = temporaryFolders();
afterAll(() => folders.removeAll());
const directory = (files: Files) => folders.of(new Map(Object.entries(files)));
const YEAR = ['report', 'compliance', '--from', '2023-01-01', '--to', '2023-12-31'];

/** The JSON document that a command prints, and its exit code. */
async function json<Document>(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { code, stdout, stderr } = await mixite([...words, '--format', 'json'], { env });
  return { code, document: JSON.parse(stdout) as Document, stderr };
}

describe('the words of a command', () => {
  it.each([[[]], [['report']], [['projections']]])(
    '%j without its command: exit code 2, help on stderr',
    async (words) => {
      const { code, stdout, stderr } = await mixite(words);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('Utilisation : mixite');
    },
  );

  it('every command has its help, in French, on stdout', async () => {
    const commands = [
      '',
      'import',
      'template',
      'report compliance',
      'report rehousing',
      'projections status',
      'projections rebuild',
      'serve',
      'demo',
    ];
    const helps = commands.map(async (command) => {
      const { code, stdout, stderr } = await mixite([...command.split(' ').filter(Boolean), '--help']);
      expect([command, code, stderr]).toEqual([command, 0, '']);
      expect(stdout).not.toMatch(/\[options\] \[command\]|display|default/);
    });
    await Promise.all(helps);
  });

  it('MIXITE_DATA_DIR, PORT and HOST have the same effect as the options', async () => {
    const data = folders.make();
    const env = { MIXITE_DATA_DIR: data, PORT: '0', HOST: '127.0.0.1' };
    expect((await json(['import', directory(TERRITORY)], env)).code).toBe(0);
    const service = await serving(['serve'], { env });
    const health = await fetch(`${service.url}/api/health`);
    expect([health.status, await service.stop()]).toEqual([200, 0]);
    const { code, stderr } = await mixite(['serve'], { env: { ...env, PORT: 'abc' } });
    expect([code, stderr.includes('« abc »')]).toEqual([2, true]);
  });
});

describe('an import', () => {
  it('reports that it knows none of the files', async () => {
    const { code, stdout } = await mixite(['import', directory({ 'lisezmoi.txt': 'x' }), '--data', folders.make()]);
    expect(code).toBe(0);
    expect(stdout).toContain('lisezmoi.txt : fichier inconnu');
    expect(stdout).toContain('Aucun fichier à importer');
  });

  it('reports its faults line by line, and does not quote an empty value', async () => {
    const faulty = directory({
      ...TERRITORY,
      ...leases({ code_residence: 'X', date_bail: '' }, { dalo: 'oui' }, { code_residence: 'Y' }),
    });
    const { code, stdout } = await mixite(['import', faulty, '--data', folders.make()]);
    expect(code).toBe(1);
    const places = [...stdout.matchAll(/attributions\.csv, ligne (\d), (.*?) : /g)].map(
      ([, line, cell]) => `${line} ${cell}`,
    );
    expect(places).toEqual(['2 date_bail', '2 code_residence « X »', '3 dalo « oui »', '4 code_residence « Y »']);
  });

  it('gives the line of the file beside the line of the record', async () => {
    const faulty = directory({ 'communes.csv': 'code_insee;nom\n\n7862;x\n' });
    const { stdout } = await mixite(['import', faulty, '--data', folders.make()]);
    expect(stdout).toContain('communes.csv, ligne 2 (ligne 3 du fichier), code_insee « 7862 » :');
  });

  it('waits for another import', async () => {
    const at = ['--data', folders.make()];
    // The report may come first: in a folder without a store it would be refused.
    await mixite(['import', folders.make(), ...at]);
    const both = await Promise.all([
      json<Imported>(['import', directory(TERRITORY), ...at]),
      json<Imported>(['import', directory({ 'communes.csv': 'code_insee;nom\n78208;Élancourt\n' }), ...at]),
      mixite([...YEAR, ...at]),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    const { document } = await json<{ figures: readonly { code: string }[] }>([...YEAR, '--scope', 'commune', ...at]);
    expect(document.figures.filter(({ code }) => code === 'ALLOCATIONS')).toHaveLength(3);
  });
});

describe('a report', () => {
  it('waits for a command that holds the folder and has not made its files yet', async () => {
    const data = folders.make();
    const lock = acquireWriterLock(data);
    const report = start([...YEAR, '--data', data]);
    report.stdout!.resume();
    const ended = once(report, 'close');
    await once(report.stderr!, 'data');
    lock.release();
    expect(await ended).toEqual([0, null]);
  });
});

describe('beside a running service', () => {
  it('an import gives the same report as without a service', async () => {
    const data = folders.make();
    const at = ['--data', data];
    const right = directory({ ...TERRITORY, 'lisezmoi.txt': 'x', '~$communes.xlsx': 'x' });
    mkdirSync(join(right, 'archives'));
    symlinkSync(
      join(directory({ 'a.csv': leases({})['attributions.csv']! }), 'a.csv'),
      join(right, 'attributions.csv'),
    );
    const faulty = directory({
      'communes.csv': 'code_insee;nom;x\n7862;y;z\n',
      'communes.xlsx': '',
      ...leases({ dalo: 'oui' }),
    });
    const mappings = directory({
      'faux.json': '{',
      'bon.json': '{"files":{"attributions.csv":{"values":{"dalo":{"non":"N"}}}}}',
    });
    const words = [
      [right],
      [join(data, 'nulle-part')],
      [right, '--dry-run', '--mapping', join(mappings, 'absent.json')],
      [right, '--mapping', join(mappings, 'faux.json')],
      [faulty, '--mapping', join(mappings, 'bon.json')],
    ];
    const outcomes = async () => {
      const printed = [];
      for (const each of words) {
        const { code, document } = await json<Imported>(['import', ...each, ...at]);
        printed.push({ each, code, ...document });
      }
      return printed;
    };
    await json(['import', right, ...at]);
    const alone = await outcomes();
    const service = await serving(['serve', '--port', '0', ...at]);
    try {
      expect(await outcomes()).toEqual(alone);
      const { code, stderr } = await mixite(['projections', 'rebuild', ...at]);
      expect([code, stderr.includes('reconstruite')]).toEqual([0, true]);
      const second = await mixite(['serve', '--port', '0', ...at]);
      expect([second.code, second.stdout]).toEqual([1, '']);
    } finally {
      await service.stop();
    }
    expect(alone.map(({ code }) => code)).toEqual([0, 1, 1, 1, 1]);
    expect(alone[0]!.warnings.map(({ file }) => file)).toEqual(['archives', 'lisezmoi.txt']);
    expect(alone[4]!.unmapped).toEqual([{ file: 'attributions.csv', column: 'dalo', value: 'oui', count: 1 }]);
  });
});
