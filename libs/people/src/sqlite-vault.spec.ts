import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSqlite } from '#sqlite';
import { openSqliteVault } from './index';

const NUMBER = '078012345678901234';

describe('the vault of a folder', () => {
  let folder: string;
  const open = () => openSqliteVault({ folder });
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mixite-vault-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes no number in clear and no unencrypted key, in files that only their owner may read', async () => {
    const vault = await open();
    const session = vault.session();
    await session.prepare({ households: [NUMBER], allocations: ['ATT-2023-000777'], rehousings: ['REL-2023-000777'] });
    session.household(NUMBER);
    session.allocation('ATT-2023-000777');
    session.rehousing('REL-2023-000777');
    await session.commit();
    await vault.close();
    for (const file of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, file));
      expect(bytes.includes(NUMBER)).toBe(false);
      expect(bytes.includes('ATT-2023-000777')).toBe(false);
      expect(bytes.includes('REL-2023-000777')).toBe(false);
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  it('refuses another master key, and a missing one once it holds keys', async () => {
    await (await open()).close();
    const file = join(folder, 'master.key');
    writeFileSync(file, 'ab'.repeat(32));
    await expect(open()).rejects.toMatchObject({ code: 'master-key-wrong' });
    chmodSync(file, 0o644);
    await expect(open()).rejects.toMatchObject({ code: 'master-key-exposed' });
    rmSync(file);
    await expect(open()).rejects.toMatchObject({ code: 'master-key-absent' });
  });

  it('waits for another writer without blocking the process', async () => {
    const vault = await open();
    const other = new (loadSqlite())(join(folder, 'keys.db'));
    other.exec('BEGIN IMMEDIATE');
    const session = vault.session();
    await session.prepare({ households: [NUMBER] });
    session.household(NUMBER);
    let ticks = 0;
    const counting = setInterval(() => (ticks += 1), 1);
    const committed = session.commit();
    setTimeout(() => other.exec('COMMIT'), 60);
    await committed;
    clearInterval(counting);
    expect(ticks).toBeGreaterThan(10);
    expect(await vault.find('household', NUMBER)).toBeDefined();
    other.close();
    await vault.close();
  });
});
