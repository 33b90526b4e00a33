import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongodbVaultExists, openMongodbVault } from '#people';
import { vaultContract } from '#people/testing';
import { describeOnMongo } from '../support/mongodb';

describeOnMongo('keys on a server', (mongo) => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-mongodb-keys-'));
  const newMasterKey = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    return file;
  };
  const masterKeyFile = newMasterKey('master.key');
  afterAll(() => rmSync(folder, { recursive: true }));

  vaultContract('MongoDB', async () => {
    const database = mongo.database();
    return {
      open: () => openMongodbVault({ database, masterKeyFile }),
      destroy: async () => undefined,
    };
  });

  it('needs the master key that encrypted its secrets, and creates none', async () => {
    const database = mongo.database();
    expect(await mongodbVaultExists(database)).toBe(false);
    await (await openMongodbVault({ database, masterKeyFile })).close();
    expect(await mongodbVaultExists(database)).toBe(true);
    const other = join(folder, 'other.key');
    await expect(openMongodbVault({ database, masterKeyFile: other })).rejects.toMatchObject({
      code: 'master-key-absent',
    });
    newMasterKey('other.key');
    await expect(openMongodbVault({ database, masterKeyFile: other })).rejects.toMatchObject({
      code: 'master-key-wrong',
    });
  });

  it('holds no number in clear and no unencrypted key', async () => {
    const database = mongo.database();
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
  });
});
