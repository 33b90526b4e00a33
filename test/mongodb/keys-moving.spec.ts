import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newUuid } from '#kernel';
import {
  mongodbKeysReceiver,
  mongodbMovableKeys,
  openMongodbVault,
  openSqliteKeysReceiver,
  openSqliteMovableKeys,
  openSqliteVault,
  type KeyRecord,
  type KeysReceiver,
  type MovableKeys,
} from '#people';
import { describeOnMongo } from '../support/mongodb';

const HOUSEHOLDS = 30;
const PAGE = 7;

/** Copies the keys page by page, as `mixite history` does. @returns the number of records added */
async function move(from: MovableKeys, to: KeysReceiver): Promise<number> {
  let added = 0;
  let last: KeyRecord | null = null;
  for (;;) {
    const page: readonly KeyRecord[] = await from.readKeys(last, PAGE);
    added += await to.receive(page);
    if (page.length < PAGE) return added;
    last = page.at(-1)!;
  }
}

describeOnMongo('keys that move to a server and back', (mongo) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-keys-'));
  const masterKeyFile = join(folder, 'master.key');
  const numbers = Array.from({ length: HOUSEHOLDS }, (_, index) => `07800000000000${String(index).padStart(4, '0')}`);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('open their boxes on the server, find every number, and come back unchanged', async () => {
    const here = await openSqliteVault({ folder });
    const session = here.session();
    await session.prepare({ households: numbers, allocations: numbers });
    const event = newUuid();
    const sealed = numbers.map((number) => session.seal(session.household(number), event, { number }));
    numbers.forEach((number) => session.allocation(number));
    await session.commit();

    const database = mongo.database();
    const source = openSqliteMovableKeys(folder, 'reader');
    const receiver = mongodbKeysReceiver({ database, masterKeyFile });
    expect(await move(source, receiver)).toBe(2 + 3 * HOUSEHOLDS);
    expect(await move(source, receiver)).toBe(0);
    await source.close();
    const there = await openMongodbVault({ database, masterKeyFile });
    const ring = await there.keysOf(sealed.map(({ household }) => household));
    sealed.forEach((box, index) => expect(ring.open(box, event)).toEqual({ number: numbers[index] }));
    for (const number of numbers)
      for (const kind of ['household', 'allocation'] as const)
        expect(await there.find(kind, number)).toBe(await here.find(kind, number));
    expect(there.digest('row')).toBe(here.digest('row'));
    await here.close();

    const back = join(folder, 'back');
    const returning = openSqliteKeysReceiver({ folder: back, masterKeyFile });
    expect(await move(mongodbMovableKeys(database), returning)).toBe(2 + 3 * HOUSEHOLDS);
    await returning.keys.close();
    const again = await openSqliteVault({ folder: back, masterKeyFile });
    expect(await again.find('household', numbers[3]!)).toBe(sealed[3]!.household);
    await again.close();
  });

  it('are destroyed on the server with the entries that lead to them', async () => {
    const database = mongo.database();
    const vault = await openMongodbVault({ database, masterKeyFile });
    const session = vault.session();
    await session.prepare({ households: numbers.slice(0, 2) });
    const [erased, kept] = numbers.slice(0, 2).map((number) => session.household(number));
    await session.commit();
    expect(await mongodbMovableKeys(database).destroyKeys([erased!])).toBe(1);
    const ring = await vault.keysOf([erased!, kept!]);
    expect([ring.canOpen(erased!), ring.canOpen(kept!)]).toEqual([false, true]);
    expect(await vault.find('household', numbers[0]!)).toBeUndefined();
    expect(await vault.find('household', numbers[1]!)).toBe(kept);
  });
});
