import { openMongoReadStore } from '#read-store';
import { readStoreContract, type MakeReadStore } from '#read-store/testing';
import { describeOnMongo, MANY } from '../support/mongodb';

describeOnMongo('on a server', (mongo) => {
  const makeStore: MakeReadStore = async () => {
    const database = mongo.database();
    const store = openMongoReadStore({ database, mode: 'writer' });
    const destroy = async (): Promise<void> => {
      await store.close();
      await database.dropDatabase();
    };
    return { store, destroy };
  };
  readStoreContract('MongoDB', makeStore, { rows: MANY });
});
