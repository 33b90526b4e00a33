import type { Instant } from '#kernel';
import type { Vault, VaultSession } from '../vault';
import type { VaultBench } from './bench';

const MONDAY = '2024-06-03T10:00:00.000Z' as Instant;
const EIGHT_DAYS_LATER = '2024-06-11T09:00:00.000Z' as Instant;
const A_MONTH_LATER = '2024-07-03T10:00:00.000Z' as Instant;

/** A session that has claimed the key where it was free, and has not committed. */
async function claiming(vault: Vault, content: string, at = MONDAY, key = 'K') {
  const session = vault.session();
  await session.prepare({ requests: [{ key, at }] });
  const before = session.claimed(key);
  if (before === undefined) session.claim(key, content);
  return { session, before };
}

/** Claims the key and commits. Returns the content for which it was claimed before. */
async function claimed(vault: Vault, content: string, at = MONDAY, key = 'K'): Promise<string | undefined> {
  const { session, before } = await claiming(vault, content, at, key);
  await session.commit();
  return before;
}

export function claimContract({ vault, another }: VaultBench): void {
  describe("a request's key", () => {
    it('is claimed for one content, in every process', async () => {
      expect(await claimed(vault(), 'digest-1')).toBeUndefined();
      expect(await claimed(vault(), 'digest-1')).toBe('digest-1');
      const elsewhere = await another();
      expect(await claimed(elsewhere, 'digest-1')).toBe('digest-1');
      expect(await claimed(elsewhere, 'digest-2')).toBe('digest-1');
      expect(await claimed(elsewhere, 'digest-2', MONDAY, 'K2')).toBeUndefined();
    });

    it('is not claimed by a session that does not commit', async () => {
      await claiming(vault(), 'digest-1');
      expect(await claimed(vault(), 'digest-2')).toBeUndefined();
    });

    it('is kept for at least a week, but not for ever', async () => {
      await claimed(vault(), 'digest-1');
      expect(await claimed(vault(), 'digest-2', EIGHT_DAYS_LATER)).toBe('digest-1');
      expect(await claimed(vault(), 'digest-2', A_MONTH_LATER)).toBeUndefined();
      expect(await claimed(await another(), 'digest-1', A_MONTH_LATER)).toBe('digest-2');
    });

    it('is claimed by one of two contents at the same time, and by two requests with the same content', async () => {
      const other = await another();
      const [first, same, rival] = await Promise.all([
        claiming(vault(), 'digest-1'),
        claiming(vault(), 'digest-1'),
        claiming(other, 'digest-2'),
      ]);
      expect([first.before, same.before, rival.before]).toEqual([undefined, undefined, undefined]);
      await Promise.all([first.session.commit(), same.session.commit()]);
      await expect(rival.session.commit()).rejects.toMatchObject({ code: 'vault-conflict' });
      expect(await claimed(other, 'digest-2')).toBe('digest-1');
    });

    it('is seen as claimed by its own session, before and after the commit', async () => {
      await claimed(vault(), 'digest-0', MONDAY, 'K0');
      const session = vault().session();
      await session.prepare({ requests: ['K0', 'K1', 'K2'].map((key) => ({ key, at: MONDAY })) });
      session.claim('K1', 'digest-1');
      session.claim('K2', 'digest-2');
      const contents = () => ['K0', 'K1', 'K2'].map((key) => session.claimed(key));
      expect(contents()).toEqual(['digest-0', 'digest-1', 'digest-2']);
      await session.commit();
      await session.prepare({ requests: ['K2', 'K0', 'K1'].map((key) => ({ key, at: MONDAY })) });
      expect(contents()).toEqual(['digest-0', 'digest-1', 'digest-2']);
    });

    it('must be prepared before it is claimed', () => {
      const session: VaultSession = vault().session();
      expect(() => session.claimed('K')).toThrow('prepared');
      expect(() => session.claim('K', 'digest-1')).toThrow('prepared');
    });
  });
}
