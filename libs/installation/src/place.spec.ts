import { resolve } from 'node:path';
import { masterKeyFileOf, placeOf, placeOfEnvironment, usesFolder } from './place';

describe('the place of an installation', () => {
  it('is only a folder, where the environment names no server', () => {
    const place = placeOf('/data', { EVENTSTORE_URL: '', MONGODB_URL: '' });
    expect(place).toEqual({ folder: '/data' });
    expect(usesFolder(place)).toBe(true);
    expect(masterKeyFileOf(place)).toBe('/data/master.key');
  });

  it.each([
    [{ EVENTSTORE_URL: 'esdb://one' }, true],
    [{ MONGODB_URL: 'mongodb://one' }, true],
    [{ EVENTSTORE_URL: 'esdb://one', MONGODB_URL: 'mongodb://one' }, false],
  ])('with %p uses its folder: %p', (environment, uses) => {
    expect(usesFolder(placeOf('/data', environment))).toBe(uses);
  });

  it('is in the folder that the environment names, by default in the current folder', () => {
    expect(placeOfEnvironment({ MIXITE_DATA_DIR: '/data', MONGODB_URL: 'mongodb://one' })).toEqual({
      folder: '/data',
      mongoUrl: 'mongodb://one',
    });
    expect(placeOfEnvironment({})).toEqual({ folder: resolve('mixite-data') });
  });

  it('takes the master key from the file that is named', () => {
    expect(masterKeyFileOf(placeOf('/data', { MIXITE_MASTER_KEY_FILE: '/keys/one' }))).toBe('/keys/one');
  });
});
