import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore, type NewEvent } from '#event-store';
import { ManualClock } from '#event-store/testing';
import { newUuid } from '#kernel';
import { beginDemo, DEMO_STREAM, demoProgress, holdsDemo } from './demo';
import { IMPORTS_STREAM } from './events';

describe('the history of a demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-demo-'));
  let store: AtomicEventStore;
  let clock: ManualClock;
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    clock = new ManualClock();
    store = openSqliteEventStore({
      folder,
      mode: 'writer',
      clock,
      upcasters: NO_UPCASTERS,
      synchronous: 'normal',
    });
  });
  afterEach(() => store.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const event = (type: string, data: NewEvent['data'] = {}): NewEvent => {
    const id = newUuid();
    const metadata = { actor: 'someone', role: 'administrator', correlationId: id, causationId: id };
    return { id, type, schemaVersion: 1, data, metadata };
  };
  const row = () => store.append({ stream: 'commune-78621', expected: 'none', events: [event('CommuneDeclared')] });
  const begin = () => beginDemo(store, 'sqy', INSTALLATION_ADMINISTRATOR);

  it('begins with an event that says so', async () => {
    expect(await holdsDemo(store)).toBe(false);
    await begin();
    await row();
    expect(await holdsDemo(store)).toBe(true);
    const [first] = await store.readAll({ maxCount: 1 });
    expect(first).toMatchObject({ type: 'DemoLoaded', data: { pack: 'sqy' }, metadata: { role: 'administrateur' } });
  });

  it('is none where other events came before', async () => {
    await row();
    await begin();
    expect(await holdsDemo(store)).toBe(false);
  });

  it('is none where an event of another stream has its type', async () => {
    await store.append({ stream: `${DEMO_STREAM.name()}-1`, expected: 'none', events: [event('DemoLoaded')] });
    expect(await holdsDemo(store)).toBe(false);
  });

  it('reports when it began, how far it is recorded, and whether an import was cut off', async () => {
    expect(await demoProgress(store)).toBeUndefined();
    const [began, later] = ['2017-01-01T00:00:00.000Z', '2020-01-31T17:00:00.000Z'];
    clock.time = Date.parse(began);
    await begin();
    expect(await demoProgress(store)).toEqual({ began, until: began, isCut: false });
    clock.time = Date.parse(later);
    await row();
    expect(await demoProgress(store)).toEqual({ began, until: later, isCut: false });
    const started = event('ImportStarted', { import: newUuid(), chunks: 1, batches: 1, events: 1 });
    await store.append({ stream: IMPORTS_STREAM.name(), expected: 'none', events: [started] });
    expect(await demoProgress(store)).toMatchObject({ began, isCut: true });
  });

  it('has no progress where other events came first', async () => {
    await row();
    await begin();
    expect(await demoProgress(store)).toBeUndefined();
  });

  it('begins once', async () => {
    await begin();
    await begin();
    expect(await store.readAll({ maxCount: 10 })).toHaveLength(1);
  });
});
