import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connectMongo, type MongoConnection } from '#mongodb';
import { describeOnWireServers } from '../support/mongodb';
import { startWireServer, type WireServer } from '../wire/mongodb/server';

/** The client sockets that this process opened after the call. */
function watchSockets(): { readonly opened: Socket[]; stop(): void } {
  const opened: Socket[] = [];
  const original = Socket.prototype.connect;
  const spy = jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...words: unknown[]) {
    opened.push(this);
    return (original as (...all: unknown[]) => Socket).apply(this, words);
  } as typeof original);
  return { opened, stop: () => spy.mockRestore() };
}

describeOnWireServers('a command whose socket is lost at the same moment', () => {
  let server: WireServer;
  let connection: MongoConnection;
  let sockets: ReturnType<typeof watchSockets>;

  beforeEach(async () => {
    server = await startWireServer();
    sockets = watchSockets();
    connection = await connectMongo({ url: server.url, timeoutMs: 2_000 });
  });

  afterEach(async () => {
    sockets.stop();
    await connection.close();
    await server.stop();
  });

  const answered = async (work: Promise<unknown>): Promise<string> => {
    const over = new AbortController();
    const late = wait(10_000, 'waits', { signal: over.signal }).catch(() => 'over');
    const outcome = work.then(
      () => 'done',
      () => 'failed',
    );
    return Promise.race([outcome, late]).finally(() => over.abort());
  };

  it('reads again by itself', async () => {
    for (const socket of sockets.opened) socket.destroy();
    await expect(answered(connection.database.collection('any').findOne({}))).resolves.toBe('done');
  });

  it('reports a lost write, and the next one succeeds', async () => {
    const { database } = connection;
    for (const socket of sockets.opened) socket.destroy();
    await expect(answered(database.command({ insert: 'any', documents: [{ n: 1 }] }))).resolves.toBe('failed');
    await expect(answered(database.collection('any').insertOne({ n: 2 }))).resolves.toBe('done');
  });

  it('reports a large write that was cut in the middle', async () => {
    const documents = Array.from({ length: 400 }, (_, n) => ({ n, text: 'x'.repeat(20_000) }));
    const writing = answered(connection.database.collection('any').insertMany(documents));
    await wait(1);
    await server.kill();
    await expect(writing).resolves.toBe('failed');
  });
});
