import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, isRefusal, type Uuid } from '#kernel';
import { readToken, signToken } from './signed-token';
import { TokenKeys } from './token-keys';

const ID = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' as Uuid;
const UNTIL = instantOf(Date.UTC(2030, 0, 1));

describe('the keys of tokens', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-token-keys-'));
    file = join(folder, 'token.key');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made when the first token is signed, in a file of their owner alone', () => {
    const keys = new TokenKeys(file);
    expect(keys.all()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    const { id } = keys.signing();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(readdirSync(folder)).toEqual(['token.key']);
    expect(new TokenKeys(file).signing().id).toBe(id);
  });

  it('that another process made first are kept', () => {
    const [one, other] = [new TokenKeys(file), new TokenKeys(file)];
    jest.spyOn(other, 'all').mockReturnValueOnce([]);
    const { id } = one.signing();
    expect(other.signing().id).toBe(id);
  });

  it('change under a process that knows them', () => {
    const [one, other] = [new TokenKeys(file), new TokenKeys(file)];
    const first = one.signing();
    expect(other.all().map(({ id }) => id)).toEqual([first.id]);
    const second = one.add();
    expect(other.all().map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(other.all()).toBe(other.all());
    one.retire();
    expect(other.all().map(({ id }) => id)).toEqual([second.id]);
  });

  it('are refused where others may read them, where the file holds none, and where it cannot be written', () => {
    new TokenKeys(file).signing();
    chmodSync(file, 0o640);
    expect(() => new TokenKeys(file).all()).toThrow(expect.objectContaining({ code: 'token-key-exposed' }));
    writeFileSync(file, 'secret\n');
    chmodSync(file, 0o600);
    expect(() => new TokenKeys(file).all()).toThrow(expect.objectContaining({ code: 'token-key-invalid' }));
    const nowhere = new TokenKeys(join(folder, 'absent', 'token.key'));
    expect(() => nowhere.signing()).toThrow(expect.objectContaining({ code: 'token-key-unwritable' }));
  });
});

describe('the text of a token', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-token-text-'));
  const keys = new TokenKeys(join(folder, 'token.key'));
  const others = new TokenKeys(join(folder, 'other.key'));
  let text: string;
  beforeAll(async () => {
    text = await signToken({ id: ID, until: UNTIL }, { key: keys.signing(), issuer: 'here' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const codeOf = async (token: string, of = keys, issuer = 'here') => {
    const read = await readToken(token, { keys: of.all(), issuer });
    return isRefusal(read) ? read.code : read;
  };

  it('is a JWT that says its id, its end, the store and the key', async () => {
    const [head, body] = text
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
    expect(head).toEqual({ alg: 'EdDSA', kid: keys.signing().id });
    expect(body).toEqual({ iss: 'here', jti: ID, exp: Date.parse(UNTIL) / 1_000 });
    expect(await codeOf(text)).toEqual({ id: ID, key: keys.signing().id, until: UNTIL });
  });

  it('is refused where it is of another store or another key', async () => {
    others.signing();
    expect(await codeOf(text, keys, 'elsewhere')).toBe('token-of-another-installation');
    expect(await codeOf(text, others)).toBe('token-of-another-key');
  });

  it('is refused where anything of it was altered', async () => {
    const [head, body, signature] = text.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const longer = encoded({ ...claims, exp: Date.UTC(2099, 0, 1) / 1_000 });
    const unsigned = encoded({ alg: 'none', kid: keys.signing().id });
    const hmac = encoded({ alg: 'HS256', kid: keys.signing().id });
    const cut = `${head}.${body}.${signature.slice(0, -2)}`;
    for (const forged of [
      `${head}.${longer}.${signature}`,
      `${unsigned}.${body}.`,
      `${unsigned}.${body}.${signature}`,
      `${hmac}.${body}.${signature}`,
      cut,
      `${head}.${body}`,
      'jeton',
      '',
      '..',
    ])
      expect([forged, await codeOf(forged)]).toEqual([forged, 'not-authenticated']);
  });

  it('without an id or an end is refused', async () => {
    const { SignJWT } = await import('jose');
    const { id, privateKey } = keys.signing();
    const sign = (claims: object) =>
      new SignJWT({ iss: 'here', ...claims }).setProtectedHeader({ alg: 'EdDSA', kid: id }).sign(privateKey);
    for (const claims of [{ jti: ID }, { exp: 4_000_000_000 }])
      expect(await codeOf(await sign(claims))).toBe('not-authenticated');
  });
});
