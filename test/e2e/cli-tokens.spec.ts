import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';
import { csvFiles, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

interface Listed {
  readonly id: string;
  readonly role: string;
  readonly codes: readonly string[];
  readonly name: string | null;
  readonly status: string;
}

const idIn = (stderr: string) => /Jeton ([0-9a-f-]{36}) :/.exec(stderr)![1]!;
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('mixite token', () => {
  const imported = folders.make();
  let data: string;
  beforeAll(async () => {
    expect((await mixite(['import', folders.of(csvFiles(TERRITORY)), '--data', imported])).code).toBe(0);
  });
  // A copy for each test, without another import.
  beforeEach(() => {
    data = folders.make();
    cpSync(imported, data, { recursive: true });
  });

  const issue = async (...words: readonly string[]) => {
    const outcome = await mixite(['token', ...words, '--data', data]);
    expect([outcome.code, outcome.stderr]).toEqual([0, expect.stringContaining('Il n’est montré qu’ici')]);
    return { id: idIn(outcome.stderr), token: outcome.stdout.trim() };
  };
  const listed = async () => {
    const { stdout } = await mixite(['token', 'list', '--data', data, '--format', 'json']);
    return (JSON.parse(stdout) as { readonly tokens: readonly Listed[] }).tokens;
  };
  const statusOf = async (service: Service, token: string, path = '/api/allocations') =>
    (await fetch(`${service.url}${path}`, bearer(token))).status;

  it('prints a token alone on stdout, keeps its text nowhere, and lists, revokes and rotates', async () => {
    const landlord = await issue('--role', 'bailleur', '--scope', 'L-A', '--scope', 'L-B', '--name', 'Mme Sagan');
    const program = await issue('--role', 'service', '--as', 'commune', '--scope', '78621', '--days', '10');
    expect(landlord.token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(statSync(join(data, 'token.key')).mode & 0o777).toBe(0o600);
    expect(await listed()).toMatchObject([
      { id: landlord.id, role: 'bailleur', codes: ['L-A', 'L-B'], name: 'Mme Sagan', status: 'valid' },
      { id: program.id, role: 'service', codes: ['78621'], name: null, status: 'valid' },
    ]);
    for (const file of ['events.db', 'keys.db', 'read.db'])
      expect(readFileSync(join(data, file), 'latin1')).not.toContain(landlord.token.split('.')[2]);
    expect((await mixite(['token', 'revoke', program.id, '--data', data])).stderr).toContain('révoqué');
    const table = (await mixite(['token', 'list', '--data', data])).stdout;
    expect(table).toContain('service, commune (78621)');
    expect(table).toContain('révoqué');
    expect((await mixite(['token', 'rotate', '--data', data])).stderr).toContain('valent jusqu’à leur fin');
    expect(readFileSync(join(data, 'token.key'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('is refused in French, and no token is issued', async () => {
    const refused: readonly (readonly [words: readonly string[], code: number, text: string])[] = [
      [[], 2, '--role'],
      [['--role', 'prefet'], 2, '« prefet »'],
      [['--role', 'bailleur'], 2, 'donnez-en un au moins'],
      [['--role', 'commune', '--scope', 'L-A'], 1, 'd’une commune de ce territoire : L-A'],
      [['--role', 'elu', '--days', 'trois'], 2, '« trois »'],
      [['revoke', 'celui-ci'], 1, 'Aucun jeton'],
      [['revoke'], 2, 'identifiant'],
    ];
    for (const [words, code, text] of refused) {
      const outcome = await mixite(['token', ...words, '--data', data]);
      expect([words, outcome.code, outcome.stdout, outcome.stderr]).toEqual([
        words,
        code,
        '',
        expect.stringContaining(text),
      ]);
    }
    expect(await listed()).toEqual([]);
    expect(existsSync(join(data, 'token.key'))).toBe(false);
  });

  it('works while the service runs, which from then on lets nobody in without a token', async () => {
    const service = await serving(['serve', '--port', '0', '--data', data], { env: { MIXITE_LOG_LEVEL: 'trace' } });
    try {
      expect(service.stderr()).not.toContain('jeton=');
      expect((await fetch(`${service.url}/api/allocations`)).status).toBe(200);
      const { id, token } = await issue('--role', 'commune', '--scope', '78621', '--name', 'Mme Sagan');
      expect((await fetch(`${service.url}/api/allocations`)).status).toBe(401);
      expect(await statusOf(service, token)).toBe(200);
      expect(await listed()).toMatchObject([{ id, name: 'Mme Sagan', status: 'valid' }]);
      // What other commands hand to the service still comes in.
      const again = await mixite(['import', folders.of(csvFiles(TERRITORY)), '--data', data]);
      expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('lui est confié')]);
      expect((await mixite(['token', 'rotate', '--data', data])).code).toBe(0);
      expect(await statusOf(service, token)).toBe(200);
      expect((await mixite(['token', 'revoke', id, '--data', data])).code).toBe(0);
      expect(await statusOf(service, token)).toBe(401);
      const other = await issue('--role', 'etat');
      expect(await statusOf(service, other.token)).toBe(200);
      expect((await mixite(['token', 'rotate', '--retire', '--data', data])).stderr).toContain('1 jeton(s) révoqué(s)');
      expect(await statusOf(service, other.token)).toBe(401);
      for (const secret of [token, other.token, 'Mme Sagan']) expect(service.stderr()).not.toContain(secret);
    } finally {
      await service.stop();
    }
  });

  it('issued while no service ran, closes the next one', async () => {
    const { token } = await issue('--role', 'elu');
    const service = await serving(['serve', '--port', '0', '--data', data]);
    try {
      expect((await fetch(`${service.url}/api/indicators`)).status).toBe(401);
      expect(await statusOf(service, token, '/api/indicators')).toBe(200);
      expect(await statusOf(service, token)).toBe(403);
      expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
    } finally {
      await service.stop();
    }
  });
});
