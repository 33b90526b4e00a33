import { systemClock } from '#kernel';
import type { MongoConnection } from '#mongodb';
import { LeaseKeeper, mongoLeases, type Held } from '#processing';
import { leasesContract } from '#processing/testing';
import { describeOnMongo } from '../support/mongodb';

/** Long enough for three renewals on a slow machine. */
const DURATION_MS = 2_000;

describeOnMongo('leases on a server', (mongo) => {
  leasesContract('MongoDB', (clock) => mongoLeases({ database: mongo.database(), clock }));

  describe('of two processes', () => {
    let connections: MongoConnection[];
    let keepers: LeaseKeeper[];
    beforeEach(async () => {
      const database = mongo.database();
      connections = [await mongo.beside(database), await mongo.beside(database)];
      keepers = connections.map(
        (connection, at) =>
          new LeaseKeeper({
            leases: mongoLeases({ database: connection.database, clock: systemClock }),
            holder: `process-${at}`,
            clock: systemClock,
            durationMs: DURATION_MS,
          }),
      );
    });
    afterEach(async () => {
      await Promise.all(keepers.map((keeper) => keeper.stop()));
      for (const connection of connections) await connection.close();
    });

    it('one works at a time; when it is cut off, it stops and the other one takes over', async () => {
      const log: string[] = [];
      const works = keepers.map((keeper, process) =>
        keeper.whileLeased('worker', async (held) => {
          log.push(`${process} began under ${held.token}`);
          await aborted(held);
          log.push(`${process} ended`);
        }),
      );
      await until(() => log.length === 1);
      const first = log[0]!.startsWith('0') ? 0 : 1;
      await new Promise((resolve) => setTimeout(resolve, DURATION_MS * 1.1));
      expect(log).toEqual([`${first} began under 1`]);
      await connections[first]!.close();
      await until(() => log.length === 3);
      expect(log.slice(1)).toEqual([`${first} ended`, `${1 - first} began under 2`]);
      await Promise.all(keepers.map((keeper) => keeper.stop()));
      await Promise.all(works);
      expect(log.slice(3)).toEqual([`${1 - first} ended`]);
    });
  });
});

function aborted({ signal }: Held): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
