import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { exampleEvent } from '#event-store/testing';
import { newUuid, type Instant, type Uuid } from '#kernel';
import { openSqliteKeysReceiver, openSqliteMovableKeys, openSqliteVault } from '#people';
import { checkKeysFile, destroyErasedKeys, exportKeys, importKeys } from './move-keys';
import { PartFile } from './part-file';
import { openSource } from './source';
import { MovingBench } from './testing';

const HOUSEHOLDS = 1_500;
const AT = '2026-01-31T10:00:00.000Z' as Instant;

describe('keys that move', () => {
  let bench: MovingBench;
  let from: string;
  let to: string;
  beforeEach(() => {
    bench = new MovingBench();
    from = folder('from');
    to = folder('to');
  });
  afterEach(() => bench.destroy());

  const folder = (name: string): string => {
    mkdirSync(bench.path(name));
    return bench.path(name);
  };
  const numberOf = (index: number): string => `0780${String(index).padStart(14, '0')}`;
  const vaultWith = async (of: string, first: number, count: number) => {
    const vault = await openSqliteVault({ folder: of });
    const session = vault.session();
    const event = newUuid();
    const numbers = Array.from({ length: count }, (_, index) => first + index);
    await session.prepare({
      households: numbers.map(numberOf),
      allocations: numbers.map((number) => `BAIL-${number}`),
    });
    const sealed = Array.from({ length: count }, (_, index) => {
      const household = session.household(numberOf(first + index));
      session.allocation(`BAIL-${first + index}`);
      return session.seal(household, event, { income: index });
    });
    await session.commit();
    await vault.close();
    return { event, sealed };
  };
  const exported = async (file = 'keys.jsonl') => {
    const keys = openSqliteMovableKeys(from, 'reader');
    const part = await PartFile.open(bench.path(file), 'scratch');
    const closing = await exportKeys(keys, part, AT);
    await part.complete();
    await part.close();
    await keys.close();
    return closing;
  };
  const received = async (file = 'keys.jsonl') => {
    const receiver = openSqliteKeysReceiver({ folder: to });
    const source = await openSource(bench.path(file));
    try {
      return await importKeys(source, receiver);
    } finally {
      source.close();
      await receiver.keys.close();
    }
  };
  const withMasterKey = () => copyFileSync(`${from}/master.key`, `${to}/master.key`);

  it('open every box and find every number in the new folder, with the master key of the old one', async () => {
    const { event, sealed } = await vaultWith(from, 0, HOUSEHOLDS);
    const counts = { secrets: 2, keys: HOUSEHOLDS, numbers: 2 * HOUSEHOLDS };
    expect(await exported()).toMatchObject(counts);
    expect(statSync(bench.path('keys.jsonl')).mode & 0o777).toBe(0o600);
    expect(existsSync(bench.path('keys.jsonl.partiel'))).toBe(false);
    withMasterKey();
    expect(await received()).toBe(2 + 3 * HOUSEHOLDS);
    expect(await received()).toBe(0);
    const before = await openSqliteVault({ folder: from });
    const after = await openSqliteVault({ folder: to });
    const ring = await after.keysOf(sealed.map(({ household }) => household));
    sealed.forEach((box, index) => expect(ring.open(box, event)).toEqual({ income: index }));
    expect(after.digest('row')).toBe(before.digest('row'));
    for (const index of [0, 1, 700, HOUSEHOLDS - 1]) {
      expect(await after.find('household', numberOf(index))).toBe(await before.find('household', numberOf(index)));
      expect(await after.find('allocation', `BAIL-${index}`)).toBe(await before.find('allocation', `BAIL-${index}`));
    }
    await before.close();
    await after.close();
    expect(statSync(`${to}/keys.db`).mode & 0o777).toBe(0o600);
  });

  it('contain nothing in clear, and open nothing without the master key', async () => {
    const { event, sealed } = await vaultWith(from, 0, 3);
    await exported();
    const text = readFileSync(bench.path('keys.jsonl'), 'utf8');
    expect(text).not.toContain(numberOf(1));
    expect(text).not.toContain('BAIL');
    expect(text).not.toContain(readFileSync(`${from}/master.key`, 'utf8').trim());
    await expect(received()).rejects.toMatchObject({ code: 'master-key-absent' });
    expect(existsSync(`${to}/keys.db`)).toBe(false);
    writeFileSync(`${to}/master.key`, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    await expect(received()).rejects.toMatchObject({ code: 'arriving-key-unopened' });
    const vault = await openSqliteVault({ folder: to });
    const ring = await vault.keysOf([sealed[0]!.household]);
    expect(ring.open(sealed[0]!, event)).toBeUndefined();
    await vault.close();
  });

  it('are not mixed with keys of another installation, but added to keys of the same one', async () => {
    await vaultWith(from, 0, 3);
    await exported();
    await vaultWith(to, 0, 1);
    await expect(received()).rejects.toMatchObject({ code: 'arriving-key-unopened' });
    const again = folder('again');
    copyFileSync(`${from}/master.key`, `${again}/master.key`);
    to = again;
    await (await openSqliteVault({ folder: to })).close();
    await expect(received()).rejects.toMatchObject({ code: 'keys-differ' });
    const empty = folder('empty');
    copyFileSync(`${from}/master.key`, `${empty}/master.key`);
    to = empty;
    await received();
    await vaultWith(from, 10, 2);
    await exported('more.jsonl');
    expect(await received('more.jsonl')).toBe(6);
  });

  it.each([
    ['a box altered', (text: string) => text.replace(/"box":"....../, '"box":"AAAAAA'), 'keys-file-altered'],
    ['a line removed', (text: string) => text.split('\n').toSpliced(3, 1).join('\n'), 'keys-file-altered'],
    ['lines exchanged', (text: string) => swapped(text.split('\n'), 3, 4).join('\n'), 'keys-file-altered'],
    ['an id altered', (text: string) => text.replace(/"id":"./, '"id":"x'), 'keys-file-altered'],
    ['its end missing', (text: string) => text.slice(0, -60), 'keys-file-cut'],
    ['its first line missing', (text: string) => text.slice(text.indexOf('\n') + 1), 'keys-file-unknown'],
  ])('are refused with %s', async (_what, change, code) => {
    await vaultWith(from, 0, 3);
    await exported();
    writeFileSync(bench.path('changed.jsonl'), change(readFileSync(bench.path('keys.jsonl'), 'utf8')));
    await expect(checkKeysFile(await openSource(bench.path('changed.jsonl')))).rejects.toMatchObject({ code });
  });

  it('are written again from the start after an interruption, and never over an existing file', async () => {
    await vaultWith(from, 0, 3);
    writeFileSync(bench.path('keys.jsonl.partiel'), 'what was left', { mode: 0o644 });
    await exported();
    expect(statSync(bench.path('keys.jsonl')).mode & 0o777).toBe(0o600);
    await expect(exported()).rejects.toMatchObject({ code: 'file-exists' });
    const { exportedAt } = await checkKeysFile(await openSource(bench.path('keys.jsonl')));
    expect(exportedAt).toBe(AT);
  });

  it('are absent where there is no vault', () => {
    expect(() => openSqliteMovableKeys(from, 'reader')).toThrow(expect.objectContaining({ code: 'keys-absent' }));
  });

  it('of erased households are destroyed again, with their numbers, and leave no trace in the files', async () => {
    const { event, sealed } = await vaultWith(from, 0, 10);
    await exported();
    withMasterKey();
    await received();
    const store = bench.store();
    const erased = [sealed[2]!.household, sealed[7]!.household];
    for (const household of erased)
      await store.append({
        stream: `household-${household}`,
        expected: 'any',
        events: [exampleEvent({ type: 'HouseholdErased', data: { household } })],
      });
    const keys = openSqliteMovableKeys(to, 'writer');
    const boxes = await boxesOf(erased);
    // Another process has the keys open, so closing them here does not empty the log.
    const beside = await openSqliteVault({ folder: to });
    expect(await destroyErasedKeys(store, keys)).toBe(2);
    expect(await destroyErasedKeys(store, keys)).toBe(0);
    await keys.close();
    for (const file of readdirSync(to))
      for (const box of boxes) expect([file, readFileSync(`${to}/${file}`).includes(box)]).toEqual([file, false]);
    await beside.close();
    const vault = await openSqliteVault({ folder: to });
    const ring = await vault.keysOf(sealed.map(({ household }) => household));
    expect(sealed.map((box) => ring.open(box, event) === undefined)).toEqual(
      sealed.map((_, index) => index === 2 || index === 7),
    );
    expect(await vault.find('household', numberOf(2))).toBeUndefined();
    expect(await vault.find('household', numberOf(3))).toBe(sealed[3]!.household);
    expect(await vault.find('allocation', 'BAIL-2')).toBeDefined();
    await vault.close();
  });

  async function boxesOf(households: readonly Uuid[]): Promise<Buffer[]> {
    const keys = openSqliteMovableKeys(to, 'reader');
    const records = await keys.readKeys(null, 1_000);
    await keys.close();
    const bytes = readFileSync(`${to}/keys.db`);
    const boxes = records.flatMap((record) =>
      record.kind === 'key' && households.includes(record.household) ? [Buffer.from(record.box, 'base64')] : [],
    );
    expect(boxes).toHaveLength(households.length);
    for (const box of boxes) expect(bytes.includes(box)).toBe(true);
    return boxes;
  }
});

function swapped(lines: string[], first: number, second: number): string[] {
  const changed = [...lines];
  [changed[first], changed[second]] = [lines[second]!, lines[first]!];
  return changed;
}
