import { openMongoReadStore, type ModelDefinition, type ReadStore } from '#read-store';
import type { Db, MongoConnection } from '#mongodb';
import { at, idsFound, lease, LEASES, query } from '#read-store/testing';
import { describeOnMongo } from '../support/mongodb';

describeOnMongo('read stores of several processes on one database', (mongo) => {
  let database: Db;
  let connection: MongoConnection;
  let here: ReadStore;
  let there: ReadStore;
  beforeEach(async () => {
    database = mongo.database();
    connection = await mongo.beside(database);
    here = openMongoReadStore({ database, mode: 'writer' });
    there = openMongoReadStore({ database: connection.database, mode: 'writer' });
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await connection.close();
    await database.dropDatabase();
  });

  const collections = async (): Promise<string[]> =>
    (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();

  it('ignore the older write, in any order of the commits', async () => {
    const models = await Promise.all([here.active(LEASES), there.active(LEASES)]);
    const ids = Array.from({ length: 20 }, (_, id) => `lease-${id}`);
    const rounds = Array.from({ length: 10 }, (_, round) =>
      models.map((model, process) => {
        const position = ((round * 7 + process * 3) % 20) + 1;
        const documents = ids.map((id, index) => lease(id, ((position + index) % 20) + 1, { quartile: position }));
        return model.commit(documents, { storeId: 'events', position: at(position) });
      }),
    );
    await Promise.all(rounds.flat());
    const positions = rounds.flatMap((_, round) => [0, 3].map((offset) => ((round * 7 + offset) % 20) + 1));
    for (const [index, id] of ids.entries()) {
      const highest = Math.max(...positions.map((position) => ((position + index) % 20) + 1));
      expect((await models[0]!.get('lease', id))?.position).toBe(at(highest));
    }
    expect(await models[1]!.checkpoint()).toEqual({ storeId: 'events', position: at(Math.max(...positions)) });
  });

  it('insert the same documents at the same time, and store each once', async () => {
    const documents = Array.from({ length: 200 }, (_, id) => lease(`lease-${id}`, 1, { quartile: id }));
    const models = await Promise.all([here.active(LEASES), there.active(LEASES)]);
    await Promise.all(models.map((model) => model.commit(documents, null)));
    expect(await models[0]!.count(query())).toBe(200);
    expect((await models[1]!.get('lease', 'lease-7'))?.body).toEqual({ quartile: 7 });
  });

  it('create one generation where both ask for the first, and one for each rebuild', async () => {
    const stores = [here, there, here, there];
    const first = await Promise.all(stores.map((store) => store.active(LEASES)));
    expect(new Set(first.map(({ generation }) => generation))).toEqual(new Set(['a']));
    expect(await here.versions()).toHaveLength(1);
    const second = await Promise.all(stores.map((store) => store.beside(LEASES)));
    expect(second.map(({ generation }) => generation).sort()).toEqual(['b', 'c', 'd', 'e']);
  });

  it('see the swap at their next request', async () => {
    const old = await here.active(LEASES);
    await old.commit([lease('old', 1, {}), lease('older', 1, {})], null);
    const seen = await there.active(LEASES);
    const { next } = await seen.find(query({ limit: 1 }));
    const beside = await here.beside(LEASES);
    await beside.commit([lease('new', 1, {})], null);
    expect(await idsFound(await there.active(LEASES))).toEqual(['old', 'older']);
    await here.activate(beside);
    expect(await idsFound(await there.active(LEASES))).toEqual(['new']);
    expect(await idsFound(seen)).toEqual(['old', 'older']);
    await here.dropInactive(LEASES.name);
    await expect(seen.find(query({ limit: 1, cursor: next! }))).rejects.toMatchObject({ code: 'model-dropped' });
  });

  it('write nothing to a generation that another process has dropped, and never use its name again', async () => {
    const failed = await there.beside(LEASES);
    await there.active(LEASES);
    await here.activate(await here.beside(LEASES));
    await here.dropInactive(LEASES.name);
    const before = await collections();
    await expect(failed.commit([lease('a', 1, {})], null)).rejects.toMatchObject({ code: 'model-dropped' });
    await expect(failed.clear()).rejects.toMatchObject({ code: 'model-dropped' });
    await expect(there.activate(failed)).rejects.toMatchObject({ code: 'model-dropped' });
    expect(await collections()).toEqual(before);
    const last = await there.beside(LEASES);
    await there.dropInactive(LEASES.name);
    expect((await there.beside(LEASES)).generation > last.generation).toBe(true);
  });

  it('clean up after a process that died while it dropped a generation', async () => {
    const live = await here.active(LEASES);
    await live.commit([lease('a', 1, {})], { storeId: 'events', position: at(1) });
    await database.collection<{ _id: string }>('leases@1.gone.lease').insertOne({ _id: 'x' });
    await database.collection<{ _id: string }>('checkpoints').insertOne({ _id: 'leases@1.gone' });
    await database.collection<{ _id: string }>('leases_other@1.a.lease').insertOne({ _id: 'x' });
    await there.dropInactive(LEASES.name);
    expect(await collections()).toEqual(['checkpoints', 'leases@1.a.lease', 'leases_other@1.a.lease', 'models']);
    expect(await database.collection('checkpoints').countDocuments()).toBe(1);
  });

  it('create the indexes that an interrupted process did not create', async () => {
    await here.active(LEASES);
    await database.collection('leases@1.a.lease').dropIndexes();
    await there.active(LEASES);
    const indexes = await database.collection('leases@1.a.lease').indexes();
    expect(indexes.map(({ key }) => Object.keys(key as object))).toEqual([
      ['_id'],
      ['c_landlord', 'c_day', '_id'],
      ['c_quartile', '_id'],
    ]);
  });

  it('read without a right to write', async () => {
    const reader = openMongoReadStore({ database: connection.database, mode: 'reader' });
    const unmade = await reader.active(LEASES);
    expect(await idsFound(unmade)).toEqual([]);
    expect([await unmade.get('lease', 'a'), await unmade.count(query()), await unmade.checkpoint()]).toEqual([
      null,
      0,
      null,
    ]);
    expect(await unmade.getMany('lease', ['a'])).toEqual([]);
    await expect(unmade.find(query({ where: { nothing: 1 } }))).rejects.toMatchObject({ code: 'unknown-column' });
    expect(await collections()).toEqual([]);
    await (await here.active(LEASES)).commit([lease('a', 1, {})], null);
    const model = await reader.active(LEASES);
    expect(await idsFound(model)).toEqual(['a']);
    for (const writing of [model.commit([], null), model.clear(), reader.beside(LEASES), reader.activate(model)])
      await expect(writing).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.dropInactive(LEASES.name)).rejects.toMatchObject({ code: 'read-only' });
    const changed: ModelDefinition = { ...LEASES, collections: [{ name: 'lease', columns: {}, indexes: [] }] };
    await expect(reader.active(changed)).rejects.toMatchObject({ code: 'definition-changed' });
  });
});
