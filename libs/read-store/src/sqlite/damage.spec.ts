import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSqlite } from '#sqlite';
import type { ReadStore } from '../port';
import { at, idsFound, lease, LEASES } from '../testing/examples';
import { openSqliteReadStore } from './store';

const MANY = Array.from({ length: 3_000 }, (_, row) => lease(`row-${row}`, 1, { day: '2024-01-01' }));

describe('a read.db that is damaged or not ours', () => {
  let folder: string;
  let file: string;
  let store: ReadStore | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-damage-'));
    file = join(folder, 'read.db');
  });
  afterEach(async () => {
    await store?.close();
    store = undefined;
    rmSync(folder, { recursive: true });
  });

  const open = (mode: 'writer' | 'reader' = 'writer') => (store = openSqliteReadStore({ folder, mode }));
  const filled = async () => {
    await (await open().active(LEASES)).commit(MANY, { storeId: 'events', position: at(1) });
    await store!.close();
  };
  /** Overwrites the pages from that one on; SQLite has moved its log into the file. */
  const damageFrom = (page: number) => {
    const { size } = statSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(size - page * 4_096, 0x5a), 0, undefined, page * 4_096);
    closeSync(handle);
  };
  const expectNewAndEmpty = async () => {
    expect(store!.setAside).toBe(join(folder, 'read-ecarte-1.db'));
    expect(existsSync(store!.setAside!)).toBe(true);
    const model = await store!.active(LEASES);
    expect(await model.checkpoint()).toBeNull();
    await model.commit([lease('a', 1, {})], { storeId: 'events', position: at(1) });
    expect(await idsFound(model)).toEqual(['a']);
  };

  it('is kept where it is sound', async () => {
    await filled();
    open();
    expect(store!.setAside).toBeUndefined();
    expect(await (await store!.active(LEASES)).checkpoint()).toEqual({ storeId: 'events', position: at(1) });
  });

  it.each(['hello', '', 'SQLite format 3\0 and then nothing of it'])('is set aside where it holds %j', async (text) => {
    writeFileSync(file, text);
    open();
    if (text === '') expect(store!.setAside).toBeUndefined();
    else {
      expect(readFileSync(store!.setAside!, 'utf8')).toBe(text);
      await expectNewAndEmpty();
    }
  });

  it('is set aside where its first page is damaged', async () => {
    await filled();
    damageFrom(0);
    open();
    await expectNewAndEmpty();
  });

  it('is set aside where it is the database of another program', async () => {
    const Sqlite = loadSqlite();
    new Sqlite(file).exec('CREATE TABLE models (x INTEGER)').close();
    open();
    await expectNewAndEmpty();
  });

  it('says so where damage inside is met, and is set aside at the next opening', async () => {
    await filled();
    damageFrom(8);
    open();
    const model = await store!.active(LEASES);
    await expect(
      model.getMany(
        'lease',
        MANY.map(({ id }) => id),
      ),
    ).rejects.toMatchObject({ code: 'read-store-damaged' });
    await store!.close();
    open();
    await expectNewAndEmpty();
  });

  it('says so of a write that meets damage', async () => {
    await filled();
    damageFrom(8);
    open();
    const model = await store!.active(LEASES);
    await expect(model.commit(MANY, null)).rejects.toMatchObject({ code: 'read-store-damaged' });
  });

  it('is not set aside by a reader, which gets an error', async () => {
    writeFileSync(file, 'hello');
    await expect(open('reader').active(LEASES)).rejects.toMatchObject({ code: 'read-store-damaged' });
    expect(readFileSync(file, 'utf8')).toBe('hello');
  });
});
