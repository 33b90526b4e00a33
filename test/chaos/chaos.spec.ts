import { setTimeout as wait } from 'node:timers/promises';
import { newUuid } from '#kernel';
import { seededNumbers } from '#event-store/testing';
import { leases } from '../e2e/support/territory';
import { describeOnWireServers } from '../support/mongodb';
import { expectWhole } from './support/findings';
import { Office } from './support/office';
import { embedded, onServers, type Setting } from './support/setting';

const LONG = Boolean(process.env['MIXITE_LONG_TESTS']);
const SEED = Number(process.env['MIXITE_SEED'] ?? 20_261_124);
const PER_IMPORT = 40;
const PER_STREAM = 8;
const STREAMS = 4;
const PER_ROUND = PER_IMPORT + STREAMS * PER_STREAM;

/**
 * In each round an office imports a file and records leases one by one, while processes are killed and connections are
 * cut. Then all stopped processes are started again, and the office repeats the requests that were not acknowledged.
 */
async function live(setting: Setting, rounds: number, random: () => number): Promise<Office> {
  const office = new Office(setting.urls);
  await office.importUntilDone(leases(1, 1));
  for (let round = 0; round < rounds; round += 1) {
    const first = 2 + round * PER_ROUND;
    const file = leases(first, first + PER_IMPORT - 1);
    let over = false;
    const streams = Array.from({ length: STREAMS }, async (_, stream) => {
      const begin = first + PER_IMPORT + stream * PER_STREAM;
      for (const lease of leases(begin, begin + PER_STREAM - 1)) await office.record(lease, newUuid(), () => over);
    });
    const importing = office.import(file, setting.urls[Math.floor(random() * setting.urls.length)]);
    for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
      await wait(random() * 300);
      await setting.disturbances[Math.floor(random() * setting.disturbances.length)]!();
    }
    await wait(random() * 200);
    await setting.mend();
    await importing;
    // A guard, no measure: everything is up again.
    const limit = setTimeout(() => (over = true), 60_000);
    await Promise.all(streams);
    clearTimeout(limit);
    expect(office.givenUp).toEqual([]);
    await office.importUntilDone(file);
  }
  return office;
}

describe('a service of the embedded mode that is killed again and again', () => {
  it(
    'loses no acknowledged lease, records none twice, and has the read models of a fresh replay',
    async () => {
      const setting = await embedded();
      try {
        const office = await live(setting, LONG ? 200 : 6, seededNumbers(SEED));
        await setting.disturbances[0]!();
        await expectWhole(setting.place, office);
      } finally {
        await setting.stop();
      }
    },
    LONG ? 3_600_000 : 240_000,
  );
});

describeOnWireServers('services and workers on servers that are killed or cut off again and again', () => {
  it(
    'lose no acknowledged lease, record none twice, and have the read models of a fresh replay',
    async () => {
      const setting = await onServers();
      try {
        const office = await live(setting, LONG ? 200 : 6, seededNumbers(SEED + 1));
        await expectWhole(setting.place, office);
      } finally {
        await setting.stop();
      }
    },
    LONG ? 7_200_000 : 480_000,
  );
});
