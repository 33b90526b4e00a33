import * as esdb from '@eventstore/db-client';
import { WireServer } from './server';

/** With credentials for one call, the client appends in a separate call instead of its batch append. */
const ALONE = { credentials: { username: '', password: '' } };
const WAYS: [string, esdb.AppendToStreamOptions][] = [
  ['in a separate call', ALONE],
  ['in a batch append', {}],
];

describe('the wire server, tested with the real client', () => {
  let server: WireServer;
  let client: esdb.EventStoreDBClient;
  beforeEach(async () => {
    server = await WireServer.start();
    client = esdb.EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  const event = (n: number, type = 'Counted') => esdb.jsonEvent({ type, data: { n }, metadata: { by: 'test' } });
  const gather = async (stream: AsyncIterable<esdb.ResolvedEvent>): Promise<esdb.RecordedEvent[]> => {
    const events: esdb.RecordedEvent[] = [];
    for await (const resolved of stream) events.push(resolved.event!);
    return events;
  };
  const failure = (call: Promise<unknown>): Promise<{ type: string }> =>
    call.then(
      () => ({ type: 'none' }),
      (error: { type: string }) => error,
    );

  describe.each(WAYS)('appends %s', (_way, way) => {
    it('and returns the revision and position of the last event', async () => {
      const events = [event(1), event(2)];
      const written = await client.appendToStream('counts', events, { ...way, expectedRevision: 'no_stream' });
      const [first, last] = await gather(client.readStream('counts'));
      expect(written).toEqual({ success: true, nextExpectedRevision: 1n, position: last!.position });
      expect(first).toMatchObject({
        revision: 0n,
        type: 'Counted',
        data: { n: 1 },
        metadata: { by: 'test' },
        isJson: true,
      });
      expect(first!.position!.commit).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    });

    it('and stores the same ids once, with a revision or with any', async () => {
      const events = [event(1), event(2)];
      const expected = ['no_stream', 'any', 'stream_exists'] as const;
      const answers = [];
      for (const expectedRevision of expected)
        answers.push(await client.appendToStream('counts', events, { ...way, expectedRevision }));
      expect(new Set(answers.map(({ position }) => position?.commit)).size).toBe(1);
      expect(await gather(client.readStream('counts'))).toHaveLength(2);
    });

    it('and reports the actual revision after a conflict', async () => {
      await client.appendToStream('counts', [event(1), event(2)], way);
      const stale = failure(client.appendToStream('counts', event(3), { ...way, expectedRevision: 0n }));
      expect(await stale).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
      const absent = failure(client.appendToStream('absent', event(3), { ...way, expectedRevision: 4n }));
      expect(await absent).toMatchObject({ type: 'wrong-expected-version', actualVersion: 'no_stream' });
    });

    it('and refuses a batch that is too large, a stream that has ended, and a client without access', async () => {
      const large = Array.from({ length: 3 }, () => esdb.jsonEvent({ type: 'L', data: { text: 'x'.repeat(400_000) } }));
      expect(await failure(client.appendToStream('large', large, way))).toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: 1024 * 1024,
      });
      await client.appendToStream('ended', event(1), way);
      await client.tombstoneStream('ended');
      expect(await failure(client.appendToStream('ended', event(2), way))).toMatchObject({
        type: 'stream-deleted',
        streamName: 'ended',
      });
      server.faults.denied = true;
      expect(await failure(client.appendToStream('counts', event(1), way))).toMatchObject({ type: 'access-denied' });
    });
  });

  it('lists its methods, so that the client knows the batch append', async () => {
    class Asking extends esdb.EventStoreDBClient {
      features = () => this.capabilities;
    }
    const asking = new Asking({ endpoint: server.url.slice('esdb://'.length).split('?')[0]! }, { insecure: true });
    const features = await asking.features();
    expect(features.serverVersion).toBe('24.10.0');
    expect(features.supports({ path: '/event_store.client.streams.Streams/BatchAppend' } as never)).toBe(true);
    await asking.dispose();
  });

  it('reads a stream and all events: forward inclusive, backward exclusive', async () => {
    await client.appendToStream('a', [event(0), event(1)]);
    await client.appendToStream('b', event(2));
    const numbers = async (stream: AsyncIterable<esdb.ResolvedEvent>) =>
      (await gather(stream)).map(({ data }) => (data as { n: number }).n);
    const all = await gather(client.readAll());
    const fromPosition = all[1]!.position!;
    expect(await numbers(client.readAll({ fromPosition }))).toEqual([1, 2]);
    expect(await numbers(client.readAll({ fromPosition, direction: 'backwards' }))).toEqual([0]);
    expect(await numbers(client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 2 }))).toEqual([2, 1]);
    expect(await numbers(client.readStream('a', { fromRevision: 1n }))).toEqual([1]);
    expect(await numbers(client.readStream('a', { fromRevision: 1n, direction: 'backwards' }))).toEqual([1, 0]);
    expect(await failure(gather(client.readStream('absent')))).toMatchObject({ type: 'stream-not-found' });
    const nowhere = { commit: fromPosition.commit + 1n, prepare: fromPosition.commit + 1n };
    expect(await failure(gather(client.readAll({ fromPosition: nowhere })))).toMatchObject({ code: 3 });
  });

  it('hides a deleted stream and starts it again; ends another one for ever', async () => {
    await client.appendToStream('temporary', [event(1), event(2)]);
    await client.deleteStream('temporary');
    expect(await failure(gather(client.readStream('temporary')))).toMatchObject({ type: 'stream-not-found' });
    await client.appendToStream('temporary', event(3), { expectedRevision: 'no_stream' });
    expect((await gather(client.readStream('temporary'))).map(({ revision }) => revision)).toEqual([2n]);
    expect(await failure(client.deleteStream('absent'))).toMatchObject({ type: 'wrong-expected-version' });
    await client.tombstoneStream('temporary');
    expect(await failure(gather(client.readStream('temporary')))).toMatchObject({ type: 'stream-deleted' });
    expect(await failure(client.deleteStream('temporary'))).toMatchObject({ type: 'stream-deleted' });
  });

  it('filters subscriptions by type or stream, after a position, with checkpoints and a message at the head', async () => {
    for (let n = 0; n < 100; n += 1)
      await client.appendToStream(`stream-${n % 2}`, event(n, n % 10 ? 'Plain' : 'Tenth'));
    const [first] = await gather(client.readAll({ maxCount: 1 }));
    const heard = async (filter: esdb.Filter) => {
      const events: number[] = [];
      const subscription = client.subscribeToAll({ fromPosition: first!.position!, filter });
      subscription.on('data', (resolved) => events.push((resolved.event!.data as { n: number }).n));
      await new Promise((resolve) => subscription.once('caughtUp', resolve));
      await subscription.unsubscribe();
      return events;
    };
    const checkpoints: bigint[] = [];
    const checkpointReached = async (_: unknown, { commit }: esdb.Position) => void checkpoints.push(commit);
    const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    expect(await heard(esdb.eventTypeFilter({ prefixes: ['Ten'], maxSearchWindow: 20, checkpointReached }))).toEqual(
      tenths,
    );
    expect(await heard(esdb.eventTypeFilter({ regex: '^Tenth$' }))).toEqual(tenths);
    expect(await heard(esdb.streamNameFilter({ regex: '-1$' }))).toHaveLength(50);
    expect(checkpoints.length).toBeGreaterThanOrEqual(5);
    expect([...checkpoints].sort()).toEqual(checkpoints);
  });

  it('redirects calls for the leader, and names the leader by gossip', async () => {
    const cluster = await WireServer.start({ nodes: 2 });
    const [one, other] = cluster.url.slice('esdb://'.length).split('?')[0]!.split(',');
    const toOther = esdb.EventStoreDBClient.connectionString(`esdb://${other}?tls=false`);
    const asked = { requiresLeader: true, ...ALONE };
    expect(await failure(toOther.appendToStream('a', event(1), asked))).toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port: Number(one!.split(':')[1]) },
    });
    expect((await toOther.appendToStream('a', event(1), asked)).success).toBe(true);
    cluster.stepDown();
    const discovering = esdb.EventStoreDBClient.connectionString(cluster.url);
    expect((await discovering.appendToStream('a', event(2), asked)).success).toBe(true);
    cluster.faults.leaderless = true;
    expect(await failure(discovering.appendToStream('a', event(3), asked))).toMatchObject({ type: 'unknown' });
    await Promise.all([toOther.dispose(), discovering.dispose()]);
    await cluster.stop();
  });
});
