import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import {
  NO_UPCASTERS,
  openSqliteEventStore,
  type AtomicEventStore,
  type EventStore,
  type StreamBatch,
} from '#event-store';
import { systemClock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault, type VaultSession, type Wanted } from '#people';
import { prepareImport } from './import-directory';

const ROWS = 600;
const lease = (index: number) => `A${index};2024-03-05;R1;LOG;ETAT;premier_acces;H${index % 500};1;0;N`;
const rehousing = (index: number) => `REL${index};OP-1;H${index % 700};2024-03-05;O;R1;A${index}`;
const FILES: Readonly<Record<string, readonly string[]>> = {
  'communes.csv': ['code_insee;nom', '78621;Trappes'],
  'bailleurs.csv': ['code_bailleur;nom', 'L-1;Bailleur'],
  'reservataires.csv': ['code_reservataire;nom;contingent', 'ETAT;État;etat'],
  'residences.csv': ['code_residence;nom;code_insee;code_bailleur;logements', 'R1;Une;78621;L-1;10'],
  'attributions.csv': [
    'numero_attribution;date_bail;code_residence;reference_logement;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;dalo',
    ...Array.from({ length: ROWS }, (_, index) => lease(index)),
  ],
  'qpv.csv': ['code_qpv;nom;code_insee;date_debut', 'L-Q;Quartier;78621;2015-01-01'],
  'operations.csv': [
    'code_operation;nom;code_qpv;code_bailleur;menages_a_reloger;date_debut',
    'OP-1;Opération;L-Q;L-1;1200;2019-01-01',
  ],
  'relogements.csv': [
    'numero_relogement;code_operation;numero_unique;date_relogement;definitif;code_residence;numero_attribution',
    ...Array.from({ length: ROWS }, (_, index) => rehousing(index)),
  ],
};

describe('an import into a store without transactions over streams', () => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-keys-first-'));
    for (const [file, lines] of Object.entries(FILES)) writeFileSync(join(folder, file), lines.join('\n'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
  });
  afterEach(async () => {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function batchesOf(stores: { store: EventStore; vault: Vault }): Promise<AsyncGenerator<StreamBatch>> {
    const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
    const prepared = await prepareImport(folder, options, stores);
    return prepared.plan!.batches();
  }

  /** The household whose key seals the facts of a batch. */
  const householdOf = ({ events }: StreamBatch) => events[0]!.people?.household;

  it('gives no event before its key is durable', async () => {
    let rows = 0;
    const households = new Set<Uuid>();
    for await (const batch of await batchesOf({ store: oneByOne(store), vault })) {
      const household = householdOf(batch);
      if (!household) continue;
      expect((await vault.keysOf([household])).canOpen(household)).toBe(true);
      households.add(household);
      rows += 1;
    }
    expect([rows, households.size]).toEqual([2 * ROWS, 600]);
  });

  it('gives all events before the keys where one transaction takes them all', async () => {
    const households = new Set<Uuid>();
    for await (const batch of await batchesOf({ store, vault })) {
      const household = householdOf(batch);
      if (!household) continue;
      households.add(household);
      if (households.size === 1) expect((await vault.keysOf([household])).canOpen(household)).toBe(false);
    }
    expect(households.size).toBe(600);
    const keys = await vault.keysOf(households);
    expect([...households].filter((household) => !keys.canOpen(household))).toEqual([]);
  });

  it('plans rows again where another process gave their numbers an id meanwhile', async () => {
    // Another process adds the numbers of the second chunk of leases, then of the second chunk of rehousings.
    const rival = new Map([
      [2, () => takeNumbers(vault, { households: ['H300'], allocations: ['A300'] })],
      [6, () => takeNumbers(vault, { rehousings: ['REL300'] })],
    ]);
    let commits = 0;
    const contested: Vault = {
      find: (kind, number) => vault.find(kind, number),
      keysOf: (households) => vault.keysOf(households),
      moveNumber: (kind, number, move) => vault.moveNumber(kind, number, move),
      forget: (subjects) => vault.forget(subjects),
      digest: (row) => vault.digest(row),
      close: () => vault.close(),
      session: () => before(vault.session(), async () => rival.get((commits += 1))?.()),
    };
    const streams = new Set<string>();
    for await (const batch of await batchesOf({ store: oneByOne(store), vault: contested })) {
      const household = householdOf(batch);
      if (!household) continue;
      expect((await vault.keysOf([household])).canOpen(household)).toBe(true);
      streams.add(batch.stream);
    }
    expect(streams.size).toBe(2 * ROWS);
    expect(streams).toContain(`allocation-${await vault.find('allocation', 'A300')}`);
    expect(streams).toContain(`rehousing-${await vault.find('rehousing', 'REL300')}`);
    expect(commits).toBe(2 * 3 + 2);
  });

  it('gives the same warnings in a dry run, and makes no key', async () => {
    const repeated = 'ce ménage a plusieurs relogements';
    const stores = { store: oneByOne(store), vault };
    const actor = INSTALLATION_ADMINISTRATOR;
    const extra = ['REL-A;OP-1;H3;2024-03-05;O;R1;A3', 'REL-B;OP-1;H4;2024-03-05;O;R1;UNKNOWN'];
    writeFileSync(join(folder, 'relogements.csv'), [...FILES['relogements.csv']!, ...extra].join('\n'));
    const warned = async (dryRun: boolean): Promise<readonly string[]> => {
      const prepared = await prepareImport(folder, { dryRun, actor }, stores);
      if (!prepared.plan) throw new Error('the files have faults');
      for await (const batch of prepared.plan.batches()) expect(batch.events.length).toBeGreaterThan(0);
      const { warnings } = prepared.report();
      return warnings
        .map(({ line, message }) => `${line} ${message}`)
        .filter((warning) => !warning.includes('18 chiffres'));
    };
    const dry = await warned(true);
    expect(await vault.find('household', 'H3')).toBeUndefined();
    expect(dry.filter((warning) => warning.includes(repeated)).map((warning) => warning.split(' ')[0])).toEqual([
      '5',
      '6',
      '602',
      '603',
    ]);
    expect(dry.filter((warning) => warning.includes('aucun bail de ce numéro'))).toHaveLength(1);
    expect(await warned(false)).toEqual(dry);
  });
});

/** The same store, which says that it has no transactions over streams. */
function oneByOne(store: AtomicEventStore): EventStore {
  return new Proxy(store, { has: (target, name) => name !== 'appendAtomically' && name in target });
}

function before(session: VaultSession, work: () => Promise<void>): VaultSession {
  const commit = session.commit.bind(session);
  session.commit = async () => {
    await work();
    await commit();
  };
  return session;
}

/** Gives ids to those numbers, as another process would do. */
async function takeNumbers(vault: Vault, numbers: Omit<Wanted, 'request'>): Promise<void> {
  const session = vault.session();
  await session.prepare(numbers);
  for (const number of numbers.households ?? []) session.household(number);
  for (const number of numbers.allocations ?? []) session.allocation(number);
  for (const number of numbers.rehousings ?? []) session.rehousing(number);
  await session.commit();
}
