import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCodedError, newUuid } from '#kernel';
import { openSqliteVault } from './index';

const NUMBER = '078012345678901234';

describe('the vault', () => {
  let folder: string;
  const open = () => openSqliteVault({ folder });
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mixite-vault-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('opens what it sealed, in another session and after a restart', () => {
    const first = open();
    const session = first.session();
    const household = session.household(NUMBER);
    const event = newUuid();
    const sealed = session.seal(household, event, { income: 1_234_500 });
    session.commit();
    first.close();
    const second = open();
    expect(second.find('household', NUMBER)).toBe(household);
    expect(second.open(sealed, event)).toEqual({ income: 1_234_500 });
    expect(second.session().household(NUMBER)).toBe(household);
    second.close();
  });

  it('keeps nothing of a session that does not commit', () => {
    const vault = open();
    const session = vault.session();
    const household = session.household(NUMBER);
    expect(session.household(NUMBER)).toBe(household);
    expect(vault.find('household', NUMBER)).toBeUndefined();
    expect(vault.canOpen(household)).toBe(false);
    vault.close();
  });

  it('keeps the numbers of each kind apart, and gives each the same id again', () => {
    const vault = open();
    const session = vault.session();
    const ids = [session.household('1'), session.allocation('1'), session.rehousing('1')];
    expect(new Set(ids).size).toBe(3);
    expect(session.rehousing('1')).toBe(ids[2]);
    session.commit();
    expect([vault.find('household', '1'), vault.find('allocation', '1'), vault.find('rehousing', '1')]).toEqual(ids);
    expect(vault.session().rehousing('1')).toBe(ids[2]);
    vault.close();
  });

  it('refuses a box moved to another event, and a box with one byte altered', () => {
    const vault = open();
    const session = vault.session();
    const household = session.household(NUMBER);
    const event = newUuid();
    const sealed = session.seal(household, event, { dalo: true });
    session.commit();
    const code = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return isCodedError(error) ? error.code : error;
      }
      return undefined;
    };
    expect(code(() => vault.open(sealed, newUuid()))).toBe('box-altered');
    const bytes = Buffer.from(sealed.box, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      expect(code(() => vault.open({ household, box: altered.toString('base64') }, event))).toBe('box-altered');
    }
    vault.close();
  });

  it('says that facts without a key are erased, by giving none', () => {
    const vault = open();
    const stranger = newUuid();
    expect(vault.open({ household: stranger, box: 'AAAA' }, newUuid())).toBeUndefined();
    expect(() => vault.session().seal(stranger, newUuid(), {})).toThrow(
      expect.objectContaining({ code: 'household-erased' }),
    );
    vault.close();
  });

  it('writes no number in clear and no key unwrapped, in files that only their owner reads', () => {
    const vault = open();
    const session = vault.session();
    session.household(NUMBER);
    session.allocation('ATT-2023-000777');
    session.rehousing('REL-2023-000777');
    session.commit();
    vault.close();
    for (const file of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, file));
      expect(bytes.includes(NUMBER)).toBe(false);
      expect(bytes.includes('ATT-2023-000777')).toBe(false);
      expect(bytes.includes('REL-2023-000777')).toBe(false);
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  it('is not the same vault with another master key, and needs one once it holds keys', () => {
    open().close();
    const file = join(folder, 'master.key');
    writeFileSync(file, 'ab'.repeat(32));
    expect(open).toThrow(expect.objectContaining({ code: 'master-key-wrong' }));
    chmodSync(file, 0o644);
    expect(open).toThrow(expect.objectContaining({ code: 'master-key-exposed' }));
    rmSync(file);
    expect(open).toThrow(expect.objectContaining({ code: 'master-key-absent' }));
  });

  it('digests equal rows alike, and differently under another key', () => {
    const vault = open();
    const digest = vault.digest('a|b');
    expect(vault.digest('a|b')).toBe(digest);
    expect(vault.digest('a|c')).not.toBe(digest);
    vault.close();
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'mixite-vault-'));
    const other = open();
    expect(other.digest('a|b')).not.toBe(digest);
    other.close();
  });
});
