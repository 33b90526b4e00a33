import { readStoreContract } from '#read-store/testing';
import { describeOnMongo, MANY } from '../support/mongodb';

describeOnMongo('on a server', (mongo) => {
  readStoreContract('MongoDB', async () => mongo.readStore(), { rows: MANY });
});
