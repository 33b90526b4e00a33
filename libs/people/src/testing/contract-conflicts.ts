import { newUuid, type Uuid } from '#kernel';
import type { Vault, VaultSession } from '../vault';
import type { VaultBench } from './bench';

/** A session that has made ids for a household and an allocation, and has not committed. */
async function making(vault: Vault, household: string, allocation: string) {
  const session = vault.session();
  await session.prepare({ households: [household], allocations: [allocation] });
  const id = session.household(household);
  const event = newUuid();
  return {
    session,
    household: id,
    allocation: session.allocation(allocation),
    event,
    sealed: session.seal(id, event, 1),
  };
}

async function isConflict(commit: Promise<void>): Promise<boolean> {
  return commit.then(
    () => false,
    (error: unknown) => {
      if ((error as { code?: unknown }).code !== 'vault-conflict') throw error;
      return true;
    },
  );
}

/** Runs a command as callers do: from the start again after a conflict. */
async function tryingAgain(vault: Vault, work: (session: VaultSession) => Promise<Uuid>): Promise<Uuid> {
  for (;;) {
    const session = vault.session();
    const id = await work(session);
    if (!(await isConflict(session.commit()))) return id;
  }
}

export function conflictContract({ vault, another }: VaultBench): void {
  it('moves a number only from where it leads', async () => {
    const { session, allocation } = await making(vault(), 'H-MOVED', 'ATT-MOVED');
    await session.commit();
    const other = newUuid();
    const move = (number: string, from: Uuid | undefined, to: Uuid | undefined) =>
      vault().moveNumber('allocation', number, { from, to });
    expect(await move('ATT-RIGHT', undefined, allocation)).toBe(true);
    expect(await move('ATT-RIGHT', undefined, other)).toBe(false);
    expect(await move('ATT-RIGHT', other, undefined)).toBe(false);
    expect(await move('ATT-MOVED', allocation, undefined)).toBe(true);
    expect(await move('ATT-MOVED', allocation, other)).toBe(false);
    const elsewhere = await another();
    expect(await elsewhere.find('allocation', 'ATT-RIGHT')).toBe(allocation);
    expect(await elsewhere.find('allocation', 'ATT-MOVED')).toBeUndefined();
    expect(await move('ATT-RIGHT', allocation, other)).toBe(true);
    expect(await elsewhere.find('allocation', 'ATT-RIGHT')).toBe(other);
  });

  describe('two sessions that give an id to the same number', () => {
    it.each(['one process', 'two processes'])('one succeeds and the other gets vault-conflict (%s)', async (where) => {
      const other = where === 'one process' ? vault() : await another();
      const winner = await making(vault(), 'H', 'A1');
      const loser = await making(other, 'H', 'A2');
      expect(loser.household).not.toBe(winner.household);
      await winner.session.commit();
      await expect(loser.session.commit()).rejects.toMatchObject({ code: 'vault-conflict' });

      const again = await making(other, 'H', 'A2');
      expect(again.household).toBe(winner.household);
      await again.session.commit();
      expect(await vault().find('allocation', 'A2')).toBe(again.allocation);
      const ring = await other.keysOf([winner.household, loser.household]);
      expect(ring.open(winner.sealed, winner.event)).toBe(1);
      expect(ring.canOpen(loser.household)).toBe(false);
    });

    it('at the same time: exactly one succeeds, even with other commits beside them', async () => {
      const other = await another();
      const rivals = await Promise.all(
        Array.from({ length: 8 }, (_, index) => making(index % 2 ? other : vault(), 'H', `A${index}`)),
      );
      const others = await Promise.all(
        Array.from({ length: 24 }, (_, index) => making(index % 2 ? other : vault(), `H${index}`, `B${index}`)),
      );
      const conflicts = Promise.all(rivals.map(({ session }) => isConflict(session.commit())));
      expect(await Promise.all(others.map(({ session }) => isConflict(session.commit())))).not.toContain(true);
      expect((await conflicts).filter((lost) => !lost)).toHaveLength(1);
      const winner = rivals[(await conflicts).indexOf(false)]!;
      expect(await vault().find('household', 'H')).toBe(winner.household);
    });

    it('conflict also over an allocation alone', async () => {
      const winner = await making(vault(), 'H1', 'A');
      const loser = await making(vault(), 'H2', 'A');
      await winner.session.commit();
      expect(await isConflict(loser.session.commit())).toBe(true);
      expect(await vault().find('allocation', 'A')).toBe(winner.allocation);
    });

    it('conflict also over a rehousing alone', async () => {
      const made = async (vault: Vault) => {
        const session = vault.session();
        await session.prepare({ rehousings: ['R'] });
        return { session, rehousing: session.rehousing('R') };
      };
      const other = await another();
      const [winner, loser] = [await made(vault()), await made(other)];
      await winner.session.commit();
      expect(await isConflict(loser.session.commit())).toBe(true);
      expect(await other.find('rehousing', 'R')).toBe(winner.rehousing);
    });

    it('never leave a number that leads to a household without a key', async () => {
      const other = await another();
      const numbers = Array.from({ length: 12 }, (_, index) => `H${index % 5}`);
      const households = await Promise.all(
        numbers.map((number, index) =>
          tryingAgain(index % 2 ? other : vault(), async (session) => {
            await session.prepare({ households: [number], allocations: [`A${index}`] });
            session.allocation(`A${index}`);
            return session.household(number);
          }),
        ),
      );
      const ring = await vault().keysOf(households);
      for (const [index, household] of households.entries()) {
        expect(await other.find('household', numbers[index]!)).toBe(household);
        expect(ring.canOpen(household)).toBe(true);
      }
    });
  });
}
