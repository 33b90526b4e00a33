import { inspect } from 'node:util';
import type { CodedError } from '#kernel';
import { connectMongo } from '#mongodb';
import { sentenceOf } from '#sentences';
import { describeOnWireServers, STARTED_WITHIN_MS } from '../support/mongodb';
import { startWireServer, type WireServer } from '../wire/mongodb/server';

const PASSWORD = 's3cr3t';

async function refusalOf(url: string): Promise<{ code: string; message: string }> {
  const error: unknown = await connectMongo({ url, timeoutMs: 300 }).then(
    () => 'it connected',
    (refused: unknown) => refused,
  );
  expect(inspect(error, { depth: 30, showHidden: true })).not.toContain(PASSWORD);
  return error as { code: string; message: string };
}

describe('an address of MongoDB', () => {
  it.each([
    ['is empty', ''],
    ['is of something else', `http://reader:${PASSWORD}@server/mixite`],
    ['has a password that is not escaped', `mongodb://reader:${PASSWORD}@@server/mixite`],
    ['has a slash in its password', `mongodb://reader:${PASSWORD}/1@server/mixite`],
    ['has a percent sign that is no code', `mongodb://reader:${PASSWORD}%zz@server/mixite`],
    ['has an option that does not exist', `mongodb://reader:${PASSWORD}@server/mixite?nonsense=1`],
  ])('is refused where it %s, without showing the password', async (_, url) => {
    expect(await refusalOf(url)).toMatchObject({
      code: 'mongodb-url-invalid',
      message: expect.stringContaining('MONGODB_URL') as string,
    });
  });

  it('without an answer is reported in French, with the servers but without the password', async () => {
    const url = `mongodb://reader:${PASSWORD}@127.0.0.1:1,127.0.0.1:2/mixite`;
    const refusal = await refusalOf(url);
    expect(refusal).toMatchObject({
      code: 'mongodb-unreachable',
      message: expect.not.stringContaining(PASSWORD) as string,
      params: { hosts: '127.0.0.1:1, 127.0.0.1:2' },
    });
    expect(sentenceOf(refusal as CodedError)).toBe(
      "MongoDB ne répond pas (127.0.0.1:1, 127.0.0.1:2, attendu 0,3 s) : vérifiez qu'il tourne et que MONGODB_URL dit où.",
    );
  });
});

describeOnWireServers('a connection to MongoDB', () => {
  let server: WireServer;
  beforeAll(async () => {
    server = await startWireServer();
  }, STARTED_WITHIN_MS);
  afterAll(() => server.stop());

  it('opens the database of the address, else mixite', async () => {
    const names: string[] = [];
    for (const path of ['', 'bureau', 'bureau-2?retryReads=true', '?retryReads=true']) {
      const connection = await connectMongo({ url: server.url + path });
      names.push(connection.database.databaseName);
      await connection.close();
    }
    expect(names).toEqual(['mixite', 'bureau', 'bureau-2', 'mixite']);
  });

  it('writes to a majority and reads from the primary, even where the address says otherwise', async () => {
    const connection = await connectMongo({ url: `${server.url}?w=1&readPreference=secondary` });
    expect(connection.database.writeConcern).toMatchObject({ w: 'majority' });
    expect(connection.database.readPreference.mode).toBe('primary');
    await connection.close();
  });

  it('is refused to an unknown user', async () => {
    const url = server.url.replace('//', `//nobody:${PASSWORD}@`);
    expect(await refusalOf(url)).toMatchObject({ code: 'mongodb-refused' });
  });
});
