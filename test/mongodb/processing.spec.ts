import { openMongoReadStore } from '#read-store';
import { Setting, type Documents } from '#processing/testing';
import { describeOnMongo, type TestMongo } from '../support/mongodb';

function documentsOn(mongo: TestMongo): Documents {
  const database = mongo.database();
  const store = openMongoReadStore({ database, mode: 'writer' });
  const destroy = async (): Promise<void> => {
    await store.close();
    await database.dropDatabase();
  };
  return { store, openReader: () => openMongoReadStore({ database, mode: 'reader' }), destroy };
}

describeOnMongo('projections whose documents are in MongoDB', (mongo) => {
  beforeAll(() => {
    Setting.makeDocuments = () => documentsOn(mongo);
  });

  for (const scenarios of ['projection-runner', 'rebuild', 'processing-engine', 'replay-again'])
    describe(scenarios, () => {
      jest.requireActual(`../../libs/processing/src/${scenarios}.spec`);
    });
});
