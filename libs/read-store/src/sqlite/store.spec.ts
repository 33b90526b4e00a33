import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoreContract, temporaryReadStore, type TemporaryReadStore } from '../testing';
import { at, idsFound, lease, LEASES, query } from '../testing/examples';
import { openSqliteReadStore } from './store';

readStoreContract('SQLite', async () => temporaryReadStore());

describe('read.db', () => {
  let temporary: TemporaryReadStore;
  beforeEach(() => {
    temporary = temporaryReadStore();
  });
  afterEach(() => temporary.destroy());

  it('shows a reader only what the writer has committed', async () => {
    const reader = temporary.openReader();
    const before = await reader.active(LEASES);
    expect(await idsFound(before)).toEqual([]);
    expect(await before.checkpoint()).toBeNull();
    const model = await temporary.store.active(LEASES);
    await model.commit([lease('a', 1, {})], { storeId: 'events', position: at(1) });
    const after = await reader.active(LEASES);
    expect(await idsFound(after)).toEqual(['a']);
    expect(await after.checkpoint()).toEqual({ storeId: 'events', position: at(1) });
    await temporary.store.activate(await temporary.store.beside(LEASES));
    expect(await idsFound(await reader.active(LEASES))).toEqual([]);
    await expect(after.commit([], null)).rejects.toMatchObject({ code: 'read-only' });
    await reader.close();
  });

  it('answers reads with the last commit while a long commit is running', async () => {
    const model = await temporary.store.active(LEASES);
    await model.commit([lease('a', 1, {})], null);
    const rows = Array.from({ length: 20_000 }, (_, row) => lease(`row-${row}`, 2, { day: '2024-01-01' }));
    let done = false;
    let reads = 0;
    const long = model.commit(rows, null).then(() => (done = true));
    const counts = new Set<number>();
    for (; !done; reads++) {
      counts.add(await model.count(query()));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await long;
    expect([...counts].filter((count) => count !== 1 && count !== 20_001)).toEqual([]);
    expect(reads).toBeGreaterThan(2);
    expect(await model.count(query())).toBe(20_001);
  });

  it('stores nothing of a commit that fails', async () => {
    const model = await temporary.store.active(LEASES);
    const wrong = { collection: 'lease', id: 'b', position: at(1), body: { day: 3 } };
    const commit = model.commit([lease('a', 1, {}), wrong], { storeId: 'events', position: at(1) });
    await expect(commit).rejects.toMatchObject({ code: 'invalid-column-value' });
    expect(await idsFound(model)).toEqual([]);
    expect(await model.checkpoint()).toBeNull();
  });

  it('has the same documents when the folder is opened again, even by a reader without a writer', async () => {
    const model = await temporary.store.active(LEASES);
    await model.commit([lease('a', 1, {})], { storeId: 'events', position: at(1) });
    const folder = mkdtempSync(join(tmpdir(), 'mixite-read-'));
    const writer = openSqliteReadStore({ folder, mode: 'writer' });
    await (await writer.active(LEASES)).commit([lease('z', 1, {})], null);
    await writer.close();
    const reader = openSqliteReadStore({ folder, mode: 'reader' });
    expect(await idsFound(await reader.active(LEASES))).toEqual(['z']);
    await reader.close();
    const again = openSqliteReadStore({ folder, mode: 'writer' });
    expect(await idsFound(await again.active(LEASES))).toEqual(['z']);
    await again.close();
    rmSync(folder, { recursive: true });
  });

  it('is not created by a reader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-read-'));
    const reader = openSqliteReadStore({ folder, mode: 'reader' });
    expect(await idsFound(await reader.active(LEASES))).toEqual([]);
    expect(await reader.versions()).toEqual([]);
    expect(existsSync(join(folder, 'read.db'))).toBe(false);
    const writer = openSqliteReadStore({ folder, mode: 'writer' });
    await (await writer.active(LEASES)).commit([lease('a', 1, {})], null);
    expect(await idsFound(await reader.active(LEASES))).toEqual(['a']);
    await reader.close();
    await writer.close();
    rmSync(folder, { recursive: true });
  });
});
