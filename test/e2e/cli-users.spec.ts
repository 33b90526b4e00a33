import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { csvFiles, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const PASSWORD = 'quatre girafes au violon';
const LINK = /^http:\/\/127\.0\.0\.1:\d+\/invitation#([\w-]{43})\n$/;

interface Listed {
  readonly email: string;
  readonly name: string | null;
  readonly status: string;
  readonly grants: readonly { readonly role: string; readonly codes: readonly string[] }[];
}

describe('mixite user', () => {
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

  const user = (...words: readonly string[]) => mixite(['user', ...words, '--data', data]);
  const listed = async () =>
    (JSON.parse((await user('list', '--format', 'json')).stdout) as { readonly users: readonly Listed[] }).users;
  const ADA = ['--email', 'ada@example.org', '--role', 'bailleur', '--scope', 'L-A'] as const;

  it('prints a link alone on stdout, keeps neither address nor code in clear, and lists and closes', async () => {
    const invited = await user('invite', ...ADA, '--name', 'Ada Diallo', '--until', '2099-12-31');
    expect([invited.code, invited.stdout]).toEqual([0, expect.stringMatching(LINK)]);
    expect(await listed()).toMatchObject([
      {
        email: 'ada@example.org',
        name: 'Ada Diallo',
        status: 'invited',
        grants: [{ role: 'bailleur', codes: ['L-A'] }],
      },
    ]);
    const [, code] = LINK.exec(invited.stdout)!;
    for (const file of readdirSync(data)) {
      const bytes = readFileSync(join(data, file), 'latin1');
      expect([file, bytes.includes(code!), bytes.includes('ada@example'), bytes.includes('Diallo')]).toEqual([
        ...[file, false, false, false],
      ]);
    }
    expect((await user('list')).stdout).toContain('bailleur (L-A)');
    expect((await user('revoke', '--email', 'ada@example.org', '--role', 'bailleur')).stderr).toContain('retiré');
    expect((await user('disable', '--email', 'ada@example.org')).stderr).toContain('fermé');
    expect(await listed()).toMatchObject([{ status: 'disabled', grants: [] }]);
  });

  it('is refused in French, and nobody is invited', async () => {
    const refused: readonly (readonly [words: readonly string[], code: number, text: string])[] = [
      [['invite', '--role', 'elu'], 2, '--email'],
      [['invite', '--email', 'chez-ada', '--role', 'elu'], 2, '« chez-ada »'],
      [['invite', '--email', 'a@example.org', '--role', 'prefet'], 2, '« prefet »'],
      [['invite', '--email', 'a@example.org', '--role', 'bailleur'], 2, 'donnez-en un au moins'],
      [['invite', ...ADA, '--until', '2020-01-01'], 1, '2020-01-01'],
      [['invite', ...ADA, '--until', 'demain'], 2, '« demain »'],
      [['disable', '--email', 'nobody@example.org'], 1, 'Aucune personne'],
    ];
    for (const [words, code, text] of refused) {
      const outcome = await user(...words);
      expect([words, outcome.code, outcome.stdout, outcome.stderr]).toEqual([
        ...[words, code, '', expect.stringContaining(text)],
      ]);
    }
    expect(await listed()).toEqual([]);
  });

  it('gives its work to a running service, where the person then signs in', async () => {
    const service = await serving(['serve', '--port', '0', '--data', data]);
    try {
      const { stdout } = await user('invite', ...ADA);
      const send = (path: string, body: object) =>
        fetch(`${service.url}${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
      const [, code] = LINK.exec(stdout)!;
      expect((await send('/api/invitations/acceptance', { code, name: 'Ada', password: PASSWORD })).status).toBe(201);
      const signedIn = await send('/api/session', { email: 'ada@example.org', password: PASSWORD });
      expect(await signedIn.json()).toMatchObject({ name: 'Ada', acting: { role: 'bailleur', scope: ['L-A'] } });
      expect((await user('disable', '--email', 'ada@example.org')).code).toBe(0);
      expect((await send('/api/session', { email: 'ada@example.org', password: PASSWORD })).status).toBe(401);
    } finally {
      await service.stop();
    }
  });
});
