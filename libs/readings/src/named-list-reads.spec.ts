import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { ConventionHistory, CONVENTION_STREAM } from '#convention';
import { aConvention } from '#convention/testing';
import { NO_UPCASTERS, openSqliteEventStore, type EventStore } from '#event-store';
import { ManualClock, temporaryEventStore } from '#event-store/testing';
import { correlationFrom, isRefusal, newUuid, type Clock, type JsonObject, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import type { SealedReading } from './events';
import { NamedListReads } from './named-list-reads';

describe('readings of named lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-readings-'));
  let vault: Vault;
  let household: Uuid;
  beforeAll(async () => {
    vault = await openSqliteVault({ folder });
    const session = vault.session();
    await session.prepare({ households: ['078000000000000001'] });
    household = session.household('078000000000000001');
    await session.commit();
  });
  afterAll(async () => {
    await vault.close();
    rmSync(folder, { recursive: true });
  });

  const filter = { kind: 'household', value: '078000000000000001' } as const;
  const readsOn = (store: EventStore, clock: Clock) =>
    new NamedListReads({ store, clock, vault: async () => vault, convention: new ConventionHistory(store) });
  const sending = { actor: INSTALLATION_ADMINISTRATOR };
  const reading = (ids: readonly Uuid[] = []) => ({ household, count: 1, filter, ids });

  it('are appended in order to the stream of their day in Paris, each sealed for its household', async () => {
    const clock = new ManualClock(Date.UTC(2024, 5, 30, 21, 59));
    const { store, destroy } = temporaryEventStore({ clock });
    const reads = readsOn(store, clock);
    const ids = [newUuid(), newUuid()];
    await reads.record('audit-history', [reading(ids), reading()], sending);
    clock.time += 60_000;
    await reads.record('audit-history', [reading()], sending);
    const events = await store.readAll({ maxCount: 10 });
    expect(events.map(({ stream, revision }) => `${stream} ${revision}`)).toEqual([
      'named-list-reads-2024-06-30 0',
      'named-list-reads-2024-06-30 1',
      'named-list-reads-2024-07-01 0',
    ]);
    const [first, second] = events;
    const keys = await vault.keysOf([household]);
    expect(keys.open<SealedReading>(first!.people!, first!.id)).toEqual({ filter, ids });
    expect(first!.metadata.correlationId).toBe(second!.metadata.correlationId);
    await destroy();
  });

  it('are appended to the stream of the day of the territory, with the correlation of the request', async () => {
    const clock = new ManualClock(Date.UTC(2024, 5, 30, 21, 59));
    const { store, destroy } = temporaryEventStore({ clock });
    const { territory, ...facts } = aConvention();
    const data = { ...facts, territory: { ...territory, timeZone: 'Indian/Reunion' } } as unknown as JsonObject;
    const correlation = correlationFrom(newUuid());
    const metadata = { actor: 'someone', role: 'administrator', ...correlationFrom(newUuid()) };
    const adopted = { id: newUuid(), type: 'ConventionAdopted', schemaVersion: 1, data, metadata };
    await store.append({ stream: CONVENTION_STREAM.name(), expected: 'none', events: [adopted] });
    await readsOn(store, clock).record('audit-history', [reading()], { ...sending, correlation });
    const [event] = await store.readStream('named-list-reads-2024-07-01', { maxCount: 10 });
    expect(event!.metadata).toMatchObject({ effectiveDay: '2024-07-01', ...correlation });
    await destroy();
  });

  it('that arrive at the same moment are all recorded', async () => {
    const clock = new ManualClock();
    const { store, destroy } = temporaryEventStore({ clock });
    const reads = readsOn(store, clock);
    const record = () => reads.record('audit-history', [reading()], sending);
    expect(await Promise.all(Array.from({ length: 12 }, record))).toEqual(Array(12).fill(undefined));
    expect(await store.readAll({ maxCount: 100 })).toHaveLength(12);
    await destroy();
  });

  it('about no household write nothing', async () => {
    const clock = new ManualClock();
    const { store, destroy } = temporaryEventStore({ clock });
    await readsOn(store, clock).record('audit-history', [], sending);
    expect(await store.head()).toBeNull();
    await destroy();
  });

  it('are refused where this process only reads the store, and throw where the store fails', async () => {
    const clock = new ManualClock();
    const temporary = temporaryEventStore({ clock });
    const events = openSqliteEventStore({ folder: temporary.folder, mode: 'reader', clock, upcasters: NO_UPCASTERS });
    const record = () => readsOn(events, clock).record('audit-history', [reading()], sending);
    const refusal = await record();
    expect(isRefusal(refusal) && refusal.code).toBe('reading-not-recorded');
    await events.close();
    await temporary.store.close();
    const closed = readsOn(temporary.store, clock);
    await expect(closed.record('audit-history', [reading()], sending)).rejects.toThrow();
    await temporary.destroy();
  });
});
