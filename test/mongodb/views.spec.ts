import { openMongodbSecretStore } from '#accounts';
import { viewContract } from '#views/testing';
import { describeOnMongo } from '../support/mongodb';

describeOnMongo('views on a server', (mongo) => {
  viewContract('MongoDB', async () => ({
    store: await openMongodbSecretStore(mongo.database()),
    destroy: async () => undefined,
  }));
});
