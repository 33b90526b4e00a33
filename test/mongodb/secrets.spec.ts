import { openMongodbSecretStore } from '#accounts';
import { secretStoreContract } from '#accounts/testing';
import { describeOnMongo } from '../support/mongodb';

describeOnMongo('secrets of accounts on a server', (mongo) => {
  secretStoreContract('MongoDB', async () => ({
    store: await openMongodbSecretStore(mongo.database()),
    destroy: async () => undefined,
  }));
});
