import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#kernel';
import { sentenceOf } from './sentences';

const LIBRARIES = join(__dirname, '../..');
/** Libraries that throw errors for the machine's user, and none that shows text to people. */
const WITHOUT_FRENCH = [
  'access',
  'allocation',
  'concurrency',
  'deciding',
  'event-store',
  'imports',
  'installation',
  'kernel',
  'mongodb',
  'people',
  'processing',
  'read-store',
  'sqlite',
];

const filesOf = (library: string) =>
  readdirSync(join(LIBRARIES, library, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|testing\//u.test(file))
    .map((file) => join(LIBRARIES, library, 'src', file));
const codeOf = (file: string) =>
  readFileSync(file, 'utf8')
    .replaceAll(/\/\*.*?\*\//gsu, '')
    .replaceAll(/\/\/ .*$/gmu, '');

describe('the sentences of errors', () => {
  it('name the file, the folder or the server of the error', () => {
    const absent = new CodedError('store-absent', 'the folder /data holds no data yet', { folder: '/data' });
    expect(sentenceOf(absent)).toBe(
      "Le dossier /data ne contient encore aucune donnée : importez d'abord des fichiers, ou nommez un autre dossier (--data).",
    );
    expect(sentenceOf(new CodedError('history-broken', '', { ordinal: 7, breach: 'digest' }))).toBe(
      "L'événement n° 7 ne suit pas ceux qui le précèdent (son empreinte).",
    );
    const late = new CodedError('mongodb-unreachable', '', { hosts: 'a:1', seconds: 0.3 });
    expect(sentenceOf(late)).toContain('(a:1, attendu 0,3 s)');
  });

  it('are not made for errors of programs', () => {
    for (const code of ['stale-cursor', 'toString']) expect(sentenceOf(new CodedError(code, 'x'))).toBeUndefined();
  });

  it.each(WITHOUT_FRENCH)('are made here and not in %s', (library) => {
    const french = filesOf(library).filter((file) => /[éèêàçùôîœ’«]/u.test(codeOf(file).replaceAll('Mixité', '')));
    expect(french).toEqual([]);
  });

  it('are made for every error of these libraries that the user of a command can meet', () => {
    const thrown = ['history-differs', 'history-incomplete', 'store-locked', 'store-older', 'store-newer'];
    const kept = ['keys-differ', 'keys-lost', 'master-key-absent', 'master-key-wrong', 'box-altered', 'write-failed'];
    for (const code of [...thrown, ...kept]) expect(sentenceOf(new CodedError(code, 'x'))).toMatch(/\.$|\)$/u);
  });
});
