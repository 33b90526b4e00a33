import { sentenceOf } from '#sentences';
import { isDamaged, storageFailure } from './storage-failures';

const failing = (code: string, path?: string) => Object.assign(new Error('in English'), { code, path });

describe('a failure of the storage', () => {
  it.each([
    ['SQLITE_CORRUPT', 'data-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'data-damaged'],
    ['SQLITE_NOTADB', 'data-damaged'],
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-failing'],
    ['EIO', 'disk-failing'],
    ['SQLITE_READONLY_DBMOVED', 'write-denied'],
    ['SQLITE_CANTOPEN', 'write-denied'],
    ['EROFS', 'write-denied'],
    ['EACCES', 'write-denied'],
  ])('%s is %s, in one French sentence', (code, expected) => {
    const failure = storageFailure(failing(code))!;
    expect(failure).toMatchObject({ code: expected });
    expect(sentenceOf(failure)).toMatch(/[éèà].*\.$/);
  });

  it('names the path that the system names', () => {
    const failure = storageFailure(failing('EACCES', '/data/x'))!;
    expect([failure.message, sentenceOf(failure)]).toEqual(Array(2).fill(expect.stringContaining('(/data/x)')));
  });

  it('is no other error', () => {
    for (const error of [new Error('x'), failing('SQLITE_BUSY'), failing('ENOENT'), undefined, null, 'EIO'])
      expect(storageFailure(error)).toBeUndefined();
  });

  it('knows damage', () => {
    expect([failing('SQLITE_NOTADB'), failing('SQLITE_CORRUPT_VTAB'), failing('SQLITE_FULL')].map(isDamaged)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
