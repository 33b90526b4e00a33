import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { connectMongo } from '#mongodb';
import { describeOnWireServers, STARTED_WITHIN_MS } from '../support/mongodb';
import { binary } from '../wire/mongodb/binary.js';
import { startWireServer } from '../wire/mongodb/server';

/** A process that starts a server, which prints its URL, and then does nothing more. */
const STARTING = `
  require('node:child_process').spawn(process.argv[1], [], { stdio: ['pipe', 'inherit', 'inherit'] });
  setInterval(() => undefined, 1_000);`;

describeOnWireServers('the wire server', () => {
  beforeAll(() => void binary(), STARTED_WITHIN_MS);

  it('ends with the process that started it, even where that process is killed', async () => {
    const parent = spawn(process.execPath, ['-e', STARTING, binary()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const port = Number(/:(\d+)\/$/.exec(line.toString('utf8').trim())![1]);
    expect(await answers(port)).toBe(true);
    parent.kill('SIGKILL');
    // The server holds the other end of the pipe until it ends.
    await once(parent, 'close');
    expect(await answers(port)).toBe(false);
  });

  it('applies an update in one step, as MongoDB does', async () => {
    const server = await startWireServer();
    const connections = [await connectMongo({ url: server.url }), await connectMongo({ url: server.url })];
    const counters = connections.map(({ database }) => database.collection<{ _id: string }>('counters'));
    const rises = Array.from({ length: 60 }, (_, at) =>
      counters[at % 2]!.findOneAndUpdate({ _id: 'one' }, { $inc: { count: 1 } }, { upsert: true }),
    );
    await Promise.all(rises);
    expect(await counters[0]!.findOne({ _id: 'one' })).toEqual({ _id: 'one', count: 60 });
    for (const connection of connections) await connection.close();
    await server.stop();
  });
});

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
