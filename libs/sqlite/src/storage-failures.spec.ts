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
    expect(storageFailure(failing(code))).toMatchObject({
      code: expected,
      message: expect.stringMatching(/[éèà].*\.$/) as unknown,
    });
  });

  it('names the path that the system names', () => {
    expect(storageFailure(failing('EACCES', '/data/x'))!.message).toContain('(/data/x)');
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
