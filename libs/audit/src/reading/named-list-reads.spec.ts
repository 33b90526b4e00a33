import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { openSqliteEventStore } from '#event-store';
import { ManualClock, temporaryEventStore } from '#event-store/testing';
import { isRefusal, newUuid, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import type { SealedReading } from '../events';
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
  const reading = (ids: readonly Uuid[] = []) => ({ household, count: 1, filter, ids });

  it('go one after the other to the stream of their day in Paris, each sealed for its household', async () => {
    const clock = new ManualClock(Date.UTC(2024, 5, 30, 21, 59));
    const { store, destroy } = temporaryEventStore({ clock });
    const reads = new NamedListReads({ events: store, vault, clock });
    const ids = [newUuid(), newUuid()];
    await reads.record('audit-history', [reading(ids), reading()], INSTALLATION_ADMINISTRATOR);
    clock.time += 60_000;
    await reads.record('audit-history', [reading()], INSTALLATION_ADMINISTRATOR);
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

  it('at the same moment are all recorded', async () => {
    const clock = new ManualClock();
    const { store, destroy } = temporaryEventStore({ clock });
    const reads = new NamedListReads({ events: store, vault, clock });
    const record = () => reads.record('audit-history', [reading()], INSTALLATION_ADMINISTRATOR);
    expect(await Promise.all(Array.from({ length: 12 }, record))).toEqual(Array(12).fill(undefined));
    expect(await store.readAll({ maxCount: 100 })).toHaveLength(12);
    await destroy();
  });

  it('of nobody write nothing', async () => {
    const clock = new ManualClock();
    const { store, destroy } = temporaryEventStore({ clock });
    await new NamedListReads({ events: store, vault, clock }).record('audit-history', [], INSTALLATION_ADMINISTRATOR);
    expect(await store.head()).toBeNull();
    await destroy();
  });

  it('are refused where this process only reads the store, and fail where the store does', async () => {
    const clock = new ManualClock();
    const temporary = temporaryEventStore({ clock });
    const events = openSqliteEventStore({ folder: temporary.folder, mode: 'reader', clock });
    const record = () =>
      new NamedListReads({ events, vault, clock }).record('audit-history', [reading()], INSTALLATION_ADMINISTRATOR);
    const refusal = await record();
    expect(isRefusal(refusal) && refusal.code).toBe('reading-not-recorded');
    await events.close();
    await temporary.store.close();
    const closed = new NamedListReads({ events: temporary.store, vault, clock });
    await expect(closed.record('audit-history', [reading()], INSTALLATION_ADMINISTRATOR)).rejects.toThrow();
    await temporary.destroy();
  });
});
