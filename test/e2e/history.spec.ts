import Database from 'better-sqlite3';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { demoFiles } from '#demo';
import { openSqliteEventStore } from '#event-store';
import { exampleEvent, seededNumbers } from '#event-store/testing';
import { systemClock, type JsonObject, type Uuid } from '#kernel';
import { openSqliteVault } from '#people';
import { UPCASTERS } from '#product';
import { mixite, serving, start, temporaryFolders } from './support/mixite';
import { csv, csvFiles, leases, TERRITORY } from './support/territory';

const LONG = Boolean(process.env['MIXITE_LONG_TESTS']);
const BIN = join(__dirname, '../../bin/mixite.js');
const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const done = async (...words: string[]): Promise<string> => {
  const { code, stdout, stderr } = await mixite(words);
  expect([code, stderr.includes('Error')]).toEqual([0, false]);
  return stdout;
};
const json = async <Document = JsonObject>(...words: string[]): Promise<Document> =>
  JSON.parse(await done(...words, '--format', 'json')) as Document;
const refused = async (...words: string[]): Promise<string> => {
  const { code, stderr } = await mixite(words);
  expect([code, stderr]).toEqual([1, expect.any(String)]);
  return stderr;
};
const copyMasterKey = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  copyFileSync(join(from, 'master.key'), join(to, 'master.key'));
};

/** The most detailed figures of now, and others as of that instant. */
async function figuresOf(data: string, asOf: string): Promise<JsonObject[]> {
  const report = (...words: string[]) =>
    json('report', 'compliance', '--from', '2023-01-01', '--to', '2024-12-31', '--data', data, ...words);
  return [await report('--scope', 'residence'), await report('--scope', 'reservataire', '--as-of', asOf)];
}

describe('mixite history, from a folder to another', () => {
  const here = folders.make();
  const there = join(folders.make(), 'new');
  const file = join(folders.make(), 'historique.jsonl');
  const keys = join(folders.make(), 'cles.jsonl');
  let before: string;
  beforeAll(async () => {
    const first = folders.of(csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 150) }));
    await done('import', first, '--data', here);
    const known = await json<{ asOf: string }>(
      'report',
      'compliance',
      '--from',
      '2023-01-01',
      '--to',
      '2024-12-31',
      '--data',
      here,
    );
    before = known.asOf;
    await wait(5);
    const corrected = leases(1, 150).map((row, index) =>
      index % 4 === 0 ? { ...row, quartile: '4', annulee: 'N' } : row,
    );
    await done(
      'import',
      folders.of(new Map([['attributions.csv', csv([...corrected, ...leases(151, 200)])]])),
      '--data',
      here,
    );
  });

  it('is exported to a file and a file of keys, in which nobody is named', async () => {
    const exported = await json('history', 'export', file, '--keys', keys, '--data', here);
    expect(exported).toMatchObject({ fromOrdinal: 1, resumed: 0, keys: { secrets: 2, keys: 200, numbers: 400 } });
    for (const written of [file, keys]) {
      expect(statSync(written).mode & 0o777).toBe(0o600);
      const text = readFileSync(written, 'utf8');
      for (const { numero_attribution, reference_logement, numero_unique } of leases(1, 200))
        for (const secret of [numero_attribution!, reference_logement!, numero_unique!])
          expect(text).not.toContain(secret);
    }
    const { stderr } = await mixite(['history', 'export', `${file}.again`, '--keys', `${keys}.again`, '--data', here]);
    expect(stderr).toMatch(/à part de l'historique et de la clé maîtresse.*30 jours/);
  });

  it('is only checked by a dry run, which writes nothing', async () => {
    const printed = await done('history', 'import', file, '--keys', keys, '--dry-run', '--data', there);
    expect(printed).toMatch(/rangs sans trou ni double[\s\S]*Simulation/);
    expect(existsSync(there)).toBe(false);
  });

  it('is imported: every figure is the same, also as of before, and the personal facts can be read', async () => {
    copyMasterKey(here, there);
    const imported = await json<{ written: number; store: { storeId: string; digest: string } }>(
      ...['history', 'import', file, '--keys', keys, '--data', there],
    );
    expect(imported).toMatchObject({ already: 0, keys: { added: 602, erased: 0 } });
    expect(await figuresOf(there, before)).toEqual(await figuresOf(here, before));
    const facts = await personalFacts(there);
    expect(facts).toHaveLength(200);
    expect(facts).toEqual(await personalFacts(here));
    expect(facts.every((each) => each !== undefined)).toBe(true);
  });

  it('accepts imports as before its move: the same files add nothing, new ones are recorded', async () => {
    const again = await json<{ files: { events: number }[] }>(
      'import',
      folders.of(csvFiles(TERRITORY)),
      '--data',
      there,
    );
    expect(again.files.map(({ events }) => events)).toEqual(again.files.map(() => 0));
    await done('import', folders.of(new Map([['attributions.csv', csv(leases(201, 220))]])), '--data', there);
    expect(await json('history', 'import', file, '--data', there)).toMatchObject({ written: 0 });
  });

  it('goes through a pipe', async () => {
    const target = folders.make();
    const pipe = `"${process.execPath}" "${BIN}" history export - --data "${here}" | "${process.execPath}" "${BIN}" history import - --data "${target}"`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', pipe]);
    expect(stdout).toContain('vérifié à l’arrivée');
    expect(stdout).toMatch(/heures +│ du .* \d{4} à \d\d\sh\s\d\d au /);
    expect(stdout).not.toMatch(/T\d\d:\d\d:.*Z/);
    expect(stderr).toContain('empreinte du dernier');
    expect(stderr).toContain('--keys');
    expect(chainOf(target)).toEqual(chainOf(here));
    expect(await refused('import', folders.of(csvFiles(TERRITORY)), '--data', target)).toContain('clés');
  });

  it('reports in one sentence that the program that reads its output has closed it', async () => {
    const pipe = `"${process.execPath}" "${BIN}" history export - --data "${here}" | head -c 10`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', pipe]);
    expect([stdout, stderr]).toEqual(['{"format":', "La sortie standard s'est fermée avant la fin de l'export.\n"]);
  });

  it('is incomplete where the file was cut: it reports how far it goes, warns, accepts nothing else, and can be continued', async () => {
    const target = folders.make();
    const cut = join(folders.make(), 'coupe.jsonl');
    copyFileSync(file, cut);
    truncateSync(cut, 100_000);
    const message = await refused('history', 'import', cut, '--data', target);
    const stopped = Number(/s'arrête à l'événement n° (\d+)/.exec(message)?.[1]);
    expect(stopped).toBeGreaterThan(50);
    expect(message).toContain('coupé');
    expect(await refused('import', folders.of(csvFiles(TERRITORY)), '--data', target)).toContain('arrivé en partie');
    expect((await mixite(['projections', 'status', '--data', target])).stderr).toContain('arrivé en partie');
    const begun = await mixite(['audit', 'verify', '--data', target]);
    expect([begun.code, begun.stdout]).toEqual([0, expect.stringContaining("Le début d'un historique")]);
    expect(begun.stderr).toContain('arrivé en partie');
    expect(await refused('serve', '--port', '0', '--data', target)).toContain('arrivé en partie');
    const rest = join(folders.make(), 'suite.jsonl.gz');
    await done('history', 'export', rest, '--from-ordinal', String(stopped + 1), '--data', here);
    expect(await json('history', 'import', rest, '--data', target)).toMatchObject({ already: 0 });
    expect(chainOf(target)).toEqual(chainOf(here));
    expect((await mixite(['projections', 'status', '--data', target])).stderr).not.toContain('arrivé en partie');
    const whole = await mixite(['audit', 'verify', '--data', target]);
    expect([whole.stderr, whole.stdout]).toEqual(['', expect.stringContaining("L'histoire tient")]);
  });

  it('can be exported beside a running service, but not imported beside one', async () => {
    const service = await serving(['serve', '--port', '0', '--data', here]);
    try {
      const beside = join(folders.make(), 'h.jsonl');
      await done('history', 'export', beside, '--data', here);
      expect(readFileSync(beside)).toEqual(readFileSync(file));
      expect(await refused('history', 'import', beside, '--data', here)).toContain(`${service.url} tient ce dossier`);
    } finally {
      await service.stop();
    }
  });

  it('keeps an erased household erased, whatever copy of the keys arrives', async () => {
    const erasing = folders.make();
    await done('history', 'import', file, '--data', erasing);
    copyMasterKey(here, erasing);
    const [household] = await householdsOf(erasing);
    const store = openSqliteEventStore({ folder: erasing, mode: 'writer', clock: systemClock, upcasters: UPCASTERS });
    const erased = exampleEvent({ type: 'HouseholdErased', data: { household } });
    await store.append({ stream: `household-${household}`, expected: 'any', events: [erased] });
    await store.close();
    const since = join(folders.make(), 'h.jsonl');
    await done('history', 'export', since, '--data', erasing);
    const target = folders.make();
    copyMasterKey(here, target);
    const imported = await json('history', 'import', since, '--keys', keys, '--data', target);
    expect(imported).toMatchObject({ keys: { added: 602, erased: 1 } });
    const facts = await personalFacts(target);
    expect(facts.filter((each) => each === undefined)).toHaveLength(1);
    expect(await json('history', 'import', since, '--keys', keys, '--data', target)).toMatchObject({
      written: 0,
      keys: { erased: 1 },
    });
    expect((await personalFacts(target)).filter((each) => each === undefined)).toHaveLength(1);
  });

  it('names the wrong words of a command', async () => {
    for (const words of [
      ['export'],
      ['import'],
      ['export', file, '--from-ordinal', '0'],
      ['import', file, '--keys', '-'],
      ['move', file],
    ])
      expect([words, (await mixite(['history', ...words, '--data', here])).code]).toEqual([words, 2]);
    expect(await refused('history', 'export', file, '--data', here)).toContain('existe déjà');
    expect(await refused('history', 'export', 'x', '--data', folders.make())).toContain('aucune donnée');
    expect(await refused('history', 'import', join(here, 'master.key'), '--data', there)).toContain(
      "n'est pas un fichier d'historique",
    );
  });
});

describe('mixite history, killed', () => {
  const KILLS = LONG ? 60 : 4;
  const here = folders.make();
  const file = join(folders.make(), 'annee.jsonl');
  beforeAll(async () => {
    await done('import', folders.of(demoFiles()), '--data', here);
    await done('history', 'export', file, '--data', here);
  });

  it(`${KILLS} times during an import, continues where it was and arrives whole`, async () => {
    const next = seededNumbers(5);
    let target = folders.make();
    const reached: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const events = await killedOnceWritten(['history', 'import', file, '--data', target], target, next);
      if (events !== undefined) reached.push(events);
      if (events === 29_207) target = folders.make();
    }
    expect(reached.filter((events) => events > 0 && events < 29_207).length).toBeGreaterThan(0);
    expect(reached.every((events) => events % 1_000 === 0 || events === 29_207)).toBe(true);
    expect(await json('history', 'import', file, '--data', target)).toMatchObject({ store: { events: 29_207 } });
    expect(chainOf(target)).toEqual(chainOf(here));
  });

  it(`${KILLS} times during an export, continues where it was and writes the same file`, async () => {
    const next = seededNumbers(6);
    const other = join(folders.make(), 'annee.jsonl');
    const sizes: number[] = [];
    for (let kill = 0; kill < KILLS && !existsSync(other); kill += 1) {
      const child = start(['history', 'export', other, '--data', here]);
      const closed = once(child, 'close');
      const grown = () => existsSync(other) || sizeOf(`${other}.partiel`) > (sizes.at(-1) ?? 0);
      while (child.exitCode === null && !grown()) await wait(5);
      await wait(next() * 40);
      child.kill('SIGKILL');
      await closed;
      sizes.push(sizeOf(`${other}.partiel`));
    }
    expect(Math.max(...sizes)).toBeGreaterThan(100_000);
    if (!existsSync(other)) {
      const { resumed } = await json<{ resumed: number }>('history', 'export', other, '--data', here);
      expect(resumed).toBeGreaterThan(100);
    }
    expect(readFileSync(other).equals(readFileSync(file))).toBe(true);
  });
});

/** Kills an import at some moment after its first page is written. @returns how many events the store then contains */
async function killedOnceWritten(words: string[], data: string, next: () => number): Promise<number | undefined> {
  const child = start(words);
  const closed = once(child, 'close');
  const before = existsSync(join(data, 'events.db')) ? countIn(data) : 0;
  while (child.exitCode === null && countIn(data) <= before) await wait(10);
  await wait(next() * 120);
  child.kill('SIGKILL');
  await closed;
  return countIn(data);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function countIn(data: string): number {
  const file = join(data, 'events.db');
  if (!existsSync(file) || statSync(file).size === 0) return 0;
  const database = new Database(file, { readonly: true, timeout: 5_000 });
  try {
    return database.prepare<[], number>('SELECT count(*) FROM events').pluck().get()!;
  } catch {
    return 0;
  } finally {
    database.close();
  }
}

function chainOf(data: string): readonly unknown[] {
  const database = new Database(join(data, 'events.db'), { readonly: true });
  try {
    return database.prepare('SELECT id, digest, metadata FROM events ORDER BY position').all();
  } finally {
    database.close();
  }
}

async function leaseEvents(data: string) {
  const store = openSqliteEventStore({ folder: data, mode: 'reader', clock: systemClock, upcasters: UPCASTERS });
  const events = await store.readAll({ types: ['AllocationSigned'], maxCount: 10_000 });
  await store.close();
  return events;
}

async function householdsOf(data: string): Promise<Uuid[]> {
  return (await leaseEvents(data)).map(({ people }) => people!.household);
}

/** The sealed facts of each lease; undefined where its household is erased. */
async function personalFacts(data: string): Promise<unknown[]> {
  const vault = await openSqliteVault({ folder: data });
  const events = await leaseEvents(data);
  const ring = await vault.keysOf(events.map(({ people }) => people!.household));
  const facts = events.map(({ people, id }) => ring.open(people!, id));
  await vault.close();
  return facts;
}
