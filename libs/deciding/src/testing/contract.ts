import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, SYSTEM } from '#access';
import { START, type EventStore, type StreamBatch } from '#event-store';
import { correlationFrom, day, isRefusal, newUuid, refuse, systemClock, uuidV5 } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { handlingOf } from '../aggregate';
import type { Receipt } from '../handling';
import { CommandPipeline } from '../pipeline';
import { VISITS, type Visit, type VisitCommand, type VisitEvent } from './visits';

const ON = day('2026-03-02');
const plan = (dwelling = 'D1'): VisitCommand => ({ verb: 'plan', dwelling, on: ON });
const hold = (dwelling = 'D1'): VisitCommand => ({ verb: 'hold', dwelling, on: ON });
const ADMINISTRATOR = { actor: INSTALLATION_ADMINISTRATOR };

/** The pipeline on one store: the same suite for each. */
export function pipelineContract(
  name: string,
  open: () => Promise<{ store: EventStore; close(): Promise<void> }>,
): void {
  describe(`the command pipeline on ${name}`, () => {
    let store: EventStore;
    let closeStore: () => Promise<void>;
    let vault: Vault;
    const folder = mkdtempSync(join(tmpdir(), 'mixite-pipeline-'));
    beforeAll(async () => {
      vault = await openSqliteVault({ folder });
    });
    afterAll(async () => {
      await vault.close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(async () => {
      const opened = await open();
      store = opened.store;
      closeStore = () => opened.close();
    });
    afterEach(() => closeStore());

    const pipelineOn = (on: EventStore): CommandPipeline<VisitCommand, Visit, VisitEvent> =>
      new CommandPipeline(handlingOf(VISITS, on), { store: on, clock: systemClock, vault: async () => vault });
    const typesOf = async (stream: string) =>
      (await store.readStream(stream, { maxCount: 100 })).map(({ type }) => type);

    it('stores every event of a decision, at the exact revision, with who decided and why', async () => {
      const pipeline = pipelineOn(store);
      const correlation = correlationFrom(newUuid());
      expect(await pipeline.send(plan(), { ...ADMINISTRATOR, correlation })).toMatchObject({
        stream: 'visit-D1',
        types: ['VisitPlanned'],
        revision: 0,
      });
      const held = await pipeline.send(hold(), { ...ADMINISTRATOR, correlation });
      expect(held).toMatchObject({ types: ['VisitHeld', 'KeysReturned'], revision: 2 });
      expect(await typesOf('visit-D1')).toEqual(['VisitPlanned', 'VisitHeld', 'KeysReturned']);
      const [first] = await store.readStream('visit-D1', { maxCount: 1 });
      expect(first).toMatchObject({ schemaVersion: 1, data: { dwelling: 'D1', on: ON } });
      expect(first!.metadata).toMatchObject({ actor: 'administrator', role: 'administrateur', ...correlation });
    });

    it('answers a refusal, and writes nothing', async () => {
      expect(await pipelineOn(store).send(hold(), ADMINISTRATOR)).toEqual(refuse('visit-not-planned'));
      expect(await store.head()).toBeNull();
    });

    it('answers where the stream stands when nothing changes', async () => {
      const pipeline = pipelineOn(store);
      const planned = (await pipeline.send(plan(), ADMINISTRATOR)) as Receipt;
      expect(await pipeline.send(plan(), ADMINISTRATOR)).toEqual({ ...planned, types: [] });
    });

    it('answers when nothing changes on a stream that has no event', async () => {
      const silent = handlingOf({ ...VISITS, decide: () => [] }, store);
      const pipeline = new CommandPipeline(silent, { store, clock: systemClock, vault: async () => vault });
      const sending = { ...ADMINISTRATOR, requestKey: newUuid() };
      const nothing = { stream: 'visit-D1', types: [], revision: -1, position: START };
      expect(await pipeline.send(plan(), ADMINISTRATOR)).toEqual(nothing);
      expect(await pipeline.send(plan(), sending)).toEqual(nothing);
      expect(await pipeline.send(plan(), sending)).toEqual(nothing);
    });

    it('opens no vault for events that seal nothing, unless the command has an idempotency key', async () => {
      const closed = () => Promise.reject<Vault>(new Error('no vault'));
      const pipeline = new CommandPipeline(handlingOf(VISITS, store), { store, clock: systemClock, vault: closed });
      expect(await pipeline.send(plan(), { actor: SYSTEM, commandId: newUuid() })).toMatchObject({ revision: 0 });
      expect(await pipeline.send(hold(), ADMINISTRATOR)).toMatchObject({ revision: 2 });
      await expect(pipeline.send(hold(), { ...ADMINISTRATOR, requestKey: newUuid() })).rejects.toThrow('no vault');
    });

    it('decides anew where others wrote meanwhile, and gives up after ten attempts', async () => {
      const rival = pipelineOn(store);
      const overtaken = once(store, async () => void (await rival.send(plan(), ADMINISTRATOR)));
      const receipt = (await pipelineOn(overtaken).send(plan(), ADMINISTRATOR)) as Receipt;
      expect(receipt).toMatchObject({ types: [], revision: 0 });
      let attempts = 0;
      const contested = before(store, async ({ stream }) => {
        const metadata = { actor: 'x', role: 'x', ...correlationFrom(newUuid()) };
        const data = { dwelling: 'D2', on: ON };
        const event = { id: newUuid(), type: 'KeysReturned', schemaVersion: 1, data, metadata };
        await store.append({ stream, expected: 'any', events: [event] });
        attempts += 1;
      });
      await expect(pipelineOn(contested).send(plan('D2'), ADMINISTRATOR)).rejects.toMatchObject({
        code: 'recording-conflict',
      });
      expect(attempts).toBe(10);
    });

    it('carries out a command once for each idempotency key, whatever happened since, and in any process', async () => {
      const sending = { ...ADMINISTRATOR, requestKey: newUuid() };
      await pipelineOn(store).send(plan(), ADMINISTRATOR);
      const held = await pipelineOn(store).send(hold(), sending);
      expect(await pipelineOn(store).send(hold(), sending)).toEqual(held);
      expect(await pipelineOn(store).send(plan(), sending)).toEqual(refuse('idempotency-key-reused'));
      expect(await typesOf('visit-D1')).toHaveLength(3);
      // The key is the actor's.
      const other = { ...sending, actor: { ...INSTALLATION_ADMINISTRATOR, id: 'another' } };
      expect(await pipelineOn(store).send(plan('D3'), other)).toMatchObject({ types: ['VisitPlanned'] });
    });

    it('keeps no key of a refusal', async () => {
      const sending = { ...ADMINISTRATOR, requestKey: newUuid() };
      expect(await pipelineOn(store).send(hold(), sending)).toEqual(refuse('visit-not-planned'));
      expect(await pipelineOn(store).send(plan(), sending)).toMatchObject({ types: ['VisitPlanned'] });
    });

    it('goes on where it was interrupted between the key and the events', async () => {
      const sending = { ...ADMINISTRATOR, requestKey: newUuid() };
      const broken = before(store, () => Promise.reject(new Error('cut off')));
      await expect(pipelineOn(broken).send(plan(), sending)).rejects.toThrow('cut off');
      expect(await pipelineOn(store).send(plan(), sending)).toMatchObject({ types: ['VisitPlanned'], revision: 0 });
    });

    it('carries out a command with an id once, whatever happened since', async () => {
      const commandId = uuidV5('a process manager|an event|0');
      const sending = { actor: SYSTEM, commandId };
      const planned = (await pipelineOn(store).send(plan(), sending)) as Receipt;
      await pipelineOn(store).send(hold(), ADMINISTRATOR);
      expect(await pipelineOn(store).send(plan(), sending)).toEqual(planned);
      expect(await typesOf('visit-D1')).toHaveLength(3);
      const [first] = await store.readStream('visit-D1', { maxCount: 1 });
      expect(first).toMatchObject({ id: commandId, metadata: { actor: 'system', role: 'system' } });
    });

    it('decides commands about different streams together, and commands about one stream in turn', async () => {
      const pipeline = pipelineOn(store);
      const dwellings = Array.from({ length: 40 }, (_, index) => `D${index % 20}`);
      const answers = await Promise.all(dwellings.map((dwelling) => pipeline.send(plan(dwelling), ADMINISTRATOR)));
      expect(answers.filter(isRefusal)).toEqual([]);
      expect(answers.filter((answer) => (answer as Receipt).types.length > 0)).toHaveLength(20);
    });
  });
}

type Hook = (batch: StreamBatch) => Promise<void>;

/** The same store, where something happens before each append. */
function before(store: EventStore, hook: Hook): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append') return (batch: StreamBatch) => hook(batch).then(() => target.append(batch));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...more: unknown[]) => unknown).bind(target) : value;
    },
  });
}

function once(store: EventStore, hook: () => Promise<void>): EventStore {
  let done = false;
  return before(store, async () => {
    if (done) return;
    done = true;
    await hook();
  });
}
