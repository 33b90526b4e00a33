import type { Instant } from '#kernel';
import type { ClaimVerdict, Vault, VaultSession } from '../vault';
import type { VaultBench } from './bench';

const MONDAY = '2024-06-03T10:00:00.000Z' as Instant;
const EIGHT_DAYS_LATER = '2024-06-11T09:00:00.000Z' as Instant;
const A_MONTH_LATER = '2024-07-03T10:00:00.000Z' as Instant;

async function claiming(vault: Vault, content: string, at = MONDAY, key = 'K') {
  const session = vault.session();
  await session.prepare({ request: { key, at } });
  return { session, verdict: session.claim(content) };
}

async function claimed(vault: Vault, content: string, at = MONDAY, key = 'K'): Promise<ClaimVerdict> {
  const { session, verdict } = await claiming(vault, content, at, key);
  await session.commit();
  return verdict;
}

export function claimContract({ vault, another }: VaultBench): void {
  describe("a request's key", () => {
    it('is taken for one content, in every process', async () => {
      expect(await claimed(vault(), 'digest-1')).toBe('new');
      expect(await claimed(vault(), 'digest-1')).toBe('same');
      const elsewhere = await another();
      expect(await claimed(elsewhere, 'digest-1')).toBe('same');
      expect(await claimed(elsewhere, 'digest-2')).toBe('other');
      expect(await claimed(elsewhere, 'digest-2', MONDAY, 'K2')).toBe('new');
    });

    it('is not taken by a session that does not commit', async () => {
      await claiming(vault(), 'digest-1');
      expect(await claimed(vault(), 'digest-2')).toBe('new');
    });

    it('is remembered for a week at least, and not for ever', async () => {
      await claimed(vault(), 'digest-1');
      expect(await claimed(vault(), 'digest-2', EIGHT_DAYS_LATER)).toBe('other');
      expect(await claimed(vault(), 'digest-2', A_MONTH_LATER)).toBe('new');
      expect(await claimed(await another(), 'digest-1', A_MONTH_LATER)).toBe('other');
    });

    it('goes to one of two contents at once, and to both requests of the same', async () => {
      const other = await another();
      const [first, same, rival] = await Promise.all([
        claiming(vault(), 'digest-1'),
        claiming(vault(), 'digest-1'),
        claiming(other, 'digest-2'),
      ]);
      expect([first.verdict, same.verdict, rival.verdict]).toEqual(['new', 'new', 'new']);
      await Promise.all([first.session.commit(), same.session.commit()]);
      await expect(rival.session.commit()).rejects.toMatchObject({ code: 'vault-conflict' });
      expect(await claimed(other, 'digest-2')).toBe('other');
    });

    it('is asked for before it is taken', () => {
      const session: VaultSession = vault().session();
      expect(() => session.claim('digest-1')).toThrow('prepared');
    });
  });
}
