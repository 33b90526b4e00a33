import { makeTemporaryReadStoresBy } from '#read-store/testing';
import { describeOnMongo } from '../support/mongodb';

/**
 * The spec files of projections, which run on SQLite beside their sources. Here the same files are loaded and run on
 * MongoDB.
 */
const SCENARIOS = [
  'processing/src/projection-runner',
  'processing/src/rebuild',
  'processing/src/processing-engine',
  'processing/src/replay-again',
  'compliance/src/projections/joins',
  'compliance/src/report',
  'compliance/src/lists/allocation-lists',
  'vacancy/src/projections/vacancies-projection',
  'vacancy/src/refusals/refusals-projection',
  'vacancy/src/lists/vacancy-lists',
  'flow/src/report',
  'flow/src/projections/flow-projection',
];

describeOnMongo('with the read models in MongoDB', (mongo) => {
  beforeAll(() => makeTemporaryReadStoresBy(() => mongo.readStore()));

  for (const file of SCENARIOS)
    describe(file, () => {
      jest.requireActual(`../../libs/${file}.spec`);
    });
});
