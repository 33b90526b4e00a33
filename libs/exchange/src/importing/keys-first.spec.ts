import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { openSqliteEventStore, type AtomicEventStore, type EventStore, type StreamBatch } from '#event-store';
import { systemClock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault, type VaultSession } from '#people';
import { prepareImport } from './import-directory';

const ROWS = 600;
const lease = (index: number) => `A${index};2024-03-05;R1;LOG;ETAT;premier_acces;H${index % 500};1;0;N`;
const FILES: Readonly<Record<string, readonly string[]>> = {
  'communes.csv': ['code_insee;nom', '78621;Trappes'],
  'bailleurs.csv': ['code_bailleur;nom', 'L-1;Bailleur'],
  'reservataires.csv': ['code_reservataire;nom;contingent', 'ETAT;État;etat'],
  'residences.csv': ['code_residence;nom;code_insee;code_bailleur;logements', 'R1;Une;78621;L-1;10'],
  'attributions.csv': [
    'numero_attribution;date_bail;code_residence;reference_logement;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;dalo',
    ...Array.from({ length: ROWS }, (_, index) => lease(index)),
  ],
};

describe('an import into a store without transactions over streams', () => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-keys-first-'));
    for (const [file, lines] of Object.entries(FILES)) writeFileSync(join(folder, file), lines.join('\n'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock });
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

  /** The household that a batch of a lease seals its facts for. */
  const householdOf = ({ events }: StreamBatch) => events[0]!.people?.household;

  it('gives no event whose key is not durable', async () => {
    let leases = 0;
    for await (const batch of await batchesOf({ store: oneByOne(store), vault })) {
      const household = householdOf(batch);
      if (!household) continue;
      expect((await vault.keysOf([household])).canOpen(household)).toBe(true);
      leases += 1;
    }
    expect(leases).toBe(ROWS);
  });

  it('gives all of them before any key where one transaction takes them all', async () => {
    const households = new Set<Uuid>();
    for await (const batch of await batchesOf({ store, vault })) {
      const household = householdOf(batch);
      if (!household) continue;
      households.add(household);
      if (households.size === 1) expect((await vault.keysOf([household])).canOpen(household)).toBe(false);
    }
    expect(households.size).toBe(500);
    const keys = await vault.keysOf(households);
    expect([...households].filter((household) => !keys.canOpen(household))).toEqual([]);
  });

  it('plans rows anew where another process gave their numbers an id meanwhile', async () => {
    let rivals = 0;
    const contested: Vault = {
      find: (kind, number) => vault.find(kind, number),
      keysOf: (households) => vault.keysOf(households),
      digest: (row) => vault.digest(row),
      close: () => vault.close(),
      session: () => before(vault.session(), async () => void ((rivals += 1) === 2 && (await takeNumbers(vault)))),
    };
    const streams = new Set<string>();
    for await (const batch of await batchesOf({ store: oneByOne(store), vault: contested })) {
      const household = householdOf(batch);
      if (!household) continue;
      expect((await vault.keysOf([household])).canOpen(household)).toBe(true);
      streams.add(batch.stream);
    }
    expect(streams.size).toBe(ROWS);
    expect(streams).toContain(`allocation-${await vault.find('allocation', 'A300')}`);
    expect(rivals).toBeGreaterThan(3);
  });
});

/** The same store, for who asks whether it writes many streams at once. */
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

/** Another process meets numbers of the import first. */
async function takeNumbers(vault: Vault): Promise<void> {
  const session = vault.session();
  await session.prepare({ households: ['H300'], allocations: ['A300'] });
  session.household('H300');
  session.allocation('A300');
  await session.commit();
}
