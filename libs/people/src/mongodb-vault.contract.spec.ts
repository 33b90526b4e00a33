import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { newUuid } from '#kernel';
import { loadMasterKey } from './master-key';
import { keysDatabaseName, mongodbVaultExists, openMongodbVault } from './mongodb-vault';
import { vaultContract } from './testing';

const url = process.env['MONGODB_URL'];

/** Runs where a server is named; each test has a database of its own. */
const describeOnServer = url ? describe : describe.skip;

describeOnServer('on the server that MONGODB_URL names', () => {
  const client = new MongoClient(url ?? 'mongodb://127.0.0.1');
  const folder = mkdtempSync(join(tmpdir(), 'mixite-mongodb-keys-'));
  const masterKeyFile = join(folder, 'master.key');
  loadMasterKey(masterKeyFile, true);
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });
  const newDatabase = () => client.db(keysDatabaseName(`test_${newUuid().replaceAll('-', '').slice(-12)}`));

  vaultContract('MongoDB', async () => {
    const database = newDatabase();
    return {
      open: () => openMongodbVault({ database, masterKeyFile }),
      destroy: async () => void (await database.dropDatabase()),
    };
  });

  it('needs the master key that wrapped its secrets, and makes none', async () => {
    const database = newDatabase();
    expect(await mongodbVaultExists(database)).toBe(false);
    await (await openMongodbVault({ database, masterKeyFile })).close();
    expect(await mongodbVaultExists(database)).toBe(true);
    const other = join(folder, 'other.key');
    await expect(openMongodbVault({ database, masterKeyFile: other })).rejects.toMatchObject({
      code: 'master-key-absent',
    });
    loadMasterKey(other, true);
    await expect(openMongodbVault({ database, masterKeyFile: other })).rejects.toMatchObject({
      code: 'master-key-wrong',
    });
    await database.dropDatabase();
  });

  it('holds no number in clear and no bare key', async () => {
    const database = newDatabase();
    const vault = await openMongodbVault({ database, masterKeyFile });
    const session = vault.session();
    await session.prepare({ households: ['078SECRET'], allocations: ['ATT-SECRET'] });
    session.household('078SECRET');
    session.allocation('ATT-SECRET');
    await session.commit();
    const collections = await Promise.all(
      ['secrets', 'keys', 'numbers', 'requests'].map((name) => database.collection(name).find().toArray()),
    );
    expect(collections.map((documents) => documents.length)).toEqual([2, 1, 2, 0]);
    expect(JSON.stringify(collections)).not.toContain('SECRET');
    await database.dropDatabase();
  });
});
