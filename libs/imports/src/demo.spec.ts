import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore, type NewEvent } from '#event-store';
import { newUuid, systemClock } from '#kernel';
import { beginDemo, DEMO_STREAM, holdsDemo, isDemoWhole } from './demo';
import { IMPORTS_STREAM } from './events';

describe('the history of a demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-demo-'));
  let store: AtomicEventStore;
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    store = openSqliteEventStore({
      folder,
      mode: 'writer',
      clock: systemClock,
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
    expect(first).toMatchObject({ type: 'DemoLoaded', data: { pack: 'sqy' }, metadata: { role: 'administrator' } });
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

  it('is whole once its rows are there, and no import is under way', async () => {
    await begin();
    expect(await isDemoWhole(store)).toBe(false);
    await row();
    expect(await isDemoWhole(store)).toBe(true);
    const started = event('ImportStarted', { import: newUuid(), chunks: 1, batches: 1, events: 1 });
    await store.append({ stream: IMPORTS_STREAM.name(), expected: 'none', events: [started] });
    expect(await isDemoWhole(store)).toBe(false);
  });

  it('begins once', async () => {
    await begin();
    await begin();
    expect(await store.readAll({ maxCount: 10 })).toHaveLength(1);
  });
});
