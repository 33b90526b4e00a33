import type { Clock } from '#kernel';
import type { Leases } from '../leases';
import { ManualTime } from './manual-time';

const DURATION = 10_000;

/** What every store of leases does. `makeLeases` gives a fresh one. */
export function leasesContract(name: string, makeLeases: (clock: Clock) => Promise<Leases> | Leases): void {
  describe(`${name} as a store of leases`, () => {
    let time: ManualTime;
    let leases: Leases;
    beforeEach(async () => {
      time = new ManualTime();
      leases = await makeLeases(time);
    });

    const acquire = (holder: string, lease = 'worker') => leases.acquire(lease, holder, DURATION);
    const inMilliseconds = (by: number): string => new Date(Date.parse(time.now()) + by).toISOString();

    it('gives a lease to one holder, for the time asked', async () => {
      expect(await acquire('a')).toEqual({ name: 'worker', holder: 'a', token: 1, until: inMilliseconds(DURATION) });
      expect(await acquire('b')).toBeNull();
      await time.advance(DURATION - 1);
      expect(await acquire('b')).toBeNull();
    });

    it('keeps leases of different names apart', async () => {
      await acquire('a');
      expect(await acquire('b', 'chain')).toMatchObject({ name: 'chain', holder: 'b', token: 1 });
    });

    it('gives a lease that ran out to the next holder that asks, under a higher token', async () => {
      await acquire('a');
      await time.advance(DURATION);
      expect(await acquire('b')).toMatchObject({ holder: 'b', token: 2, until: inMilliseconds(DURATION) });
      expect(await acquire('a')).toBeNull();
    });

    it('renews for the holder, from now on and under the same token', async () => {
      const lease = await acquire('a');
      await time.advance(DURATION - 1);
      const renewed = await leases.renew(lease!, DURATION);
      expect(renewed).toEqual({ ...lease, until: inMilliseconds(DURATION) });
      await time.advance(DURATION - 1);
      expect(await acquire('b')).toBeNull();
      expect(await leases.renew(renewed!, DURATION)).not.toBeNull();
    });

    it('does not renew what ran out, whether or not another has taken it', async () => {
      const lease = await acquire('a');
      await time.advance(DURATION);
      expect(await leases.renew(lease!, DURATION)).toBeNull();
      await acquire('b');
      expect(await leases.renew(lease!, DURATION)).toBeNull();
      expect(await leases.renew({ ...lease!, name: 'nothing' }, DURATION)).toBeNull();
    });

    it('gives a lease that was given back to the next holder that asks', async () => {
      const lease = await acquire('a');
      await leases.release(lease!);
      expect(await leases.renew(lease!, DURATION)).toBeNull();
      expect(await acquire('b')).toMatchObject({ holder: 'b', token: 2 });
    });

    it('ignores a lease that is given back by a holder that has lost it', async () => {
      const lease = await acquire('a');
      await time.advance(DURATION);
      const taken = await acquire('b');
      await leases.release(lease!);
      expect(await acquire('c')).toBeNull();
      expect(await leases.renew(taken!, DURATION)).not.toBeNull();
    });

    it('gives a holder its own lease again, under a higher token than before', async () => {
      const former = await acquire('a');
      await time.advance(1);
      expect(await acquire('a')).toMatchObject({ token: 2, until: inMilliseconds(DURATION) });
      expect(await leases.renew(former!, DURATION)).toBeNull();
      expect(await acquire('b')).toBeNull();
    });

    it('gives a lease to one of many holders that ask at the same time', async () => {
      for (let round = 1; round <= 5; round++) {
        const asked = await Promise.all(Array.from({ length: 10 }, (_, holder) => acquire(`h-${holder}`)));
        const given = asked.filter((lease) => lease !== null);
        expect(given).toHaveLength(1);
        expect(given[0]!.token).toBe(round);
        await time.advance(DURATION);
      }
    });
  });
}
