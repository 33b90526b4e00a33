import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { CodedError } from '#kernel';

/**
 * The key that encrypts all other keys: 32 bytes, as 64 hexadecimal digits in a file that only its owner may read.
 * @param create creates the file where it is absent: only for a folder that holds no keys yet.
 * @throws CodedError `master-key-absent`, `master-key-invalid`, `master-key-exposed`
 */
export function loadMasterKey(file: string, create: boolean): Buffer {
  if (!existsSync(file)) {
    if (!create) throw new CodedError('master-key-absent', `there is no master key at ${file}`, { file });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new CodedError('master-key-exposed', `others than its owner may read the master key ${file}`, { file });
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new CodedError('master-key-invalid', `the master key ${file} is not 64 hexadecimal digits`, { file });
  return Buffer.from(text, 'hex');
}
