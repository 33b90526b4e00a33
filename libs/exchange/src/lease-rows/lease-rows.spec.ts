import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, NOTHING, SYSTEM, type Actor, type Role, type Scope } from '#access';
import type { EventStore, RecordedEvent, StreamBatch } from '#event-store';
import { instantOf, isRefusal } from '#kernel';
import { loadSqlite } from '#sqlite';
import { rowEventId } from '#deciding';
import {
  faultsOf,
  LEASE,
  openDesk,
  receiptOf,
  TERRITORY,
  recordRow,
  twinsOf,
  type Desk,
  type Row,
} from './testing/desk';

const lease = (n: number, changes: Row = {}): Row => ({
  ...LEASE,
  numero_attribution: `A${n}`,
  numero_unique: `078000000000000${String(n).padStart(3, '0')}`,
  ...changes,
});

describe('recording one lease', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    await desk.importing(TERRITORY);
  });
  afterEach(() => desk.close());

  const ofLease = async (allocation: string): Promise<readonly RecordedEvent[]> =>
    (await desk.history()).filter(({ stream }) => stream === `allocation-${allocation}`);
  const typesOf = async (allocation: string) => (await ofLease(allocation)).map(({ type }) => type);

  it('signs, corrects and cancels a lease, and gives the outcome', async () => {
    const { recorder } = desk;
    const signed = await receiptOf(recorder, LEASE);
    expect(signed).toMatchObject({ outcome: 'signed', revision: 0 });
    const { allocation } = signed;
    expect(await receiptOf(recorder, LEASE)).toEqual({ ...signed, outcome: 'unchanged' });
    const corrected = await receiptOf(recorder, { ...LEASE, typologie: 'T2' });
    expect(corrected).toMatchObject({ allocation, outcome: 'corrected', revision: 1 });
    expect(await receiptOf(recorder, { ...LEASE, annulee: 'O' })).toMatchObject({ outcome: 'cancelled', revision: 2 });
    expect(await receiptOf(recorder, LEASE)).toMatchObject({ outcome: 'corrected', revision: 3 });
    expect(await typesOf(allocation)).toEqual([
      'AllocationSigned',
      'AllocationCorrected',
      'AllocationCancelled',
      'AllocationCorrected',
    ]);
  });

  it('records the same events as an import of the same rows, also for corrections; that import then changes nothing', async () => {
    const rows = [
      LEASE,
      lease(2, { quartile: '3', ressources_annuelles: '' }),
      lease(3, { date_bail: '01/02/2024', typologie: 'T3', financement: 'PLUS', premiere_mise_en_location: 'O' }),
      lease(4, { dalo: 'O', categorie_prioritaire: 'L441-1-b', relogement: 'anru', composition: 'nombreuse' }),
      lease(5, { mobilite_professionnelle: 'O', travailleur_essentiel: 'N', type_demande: 'mutation' }),
      lease(6, { numero_unique: LEASE['numero_unique']!, code_residence: 'R2', code_reservataire: 'VILLE' }),
    ];
    const changed = rows.map((row, index) => ({ ...row, reference_logement: `LOG-${index}`, numero_unique: 'AUTRE' }));
    const [importing, recording] = await twinsOf(desk);
    desk = recording;
    for (const stage of [rows, changed]) {
      await importing.importing({ 'attributions.csv': stage });
      for (const row of stage) await receiptOf(recording.recorder, row);
    }
    const plain = ({ type, schemaVersion, revision, data, metadata }: RecordedEvent) => {
      const { rowDigest, effectiveDay, actor, role } = metadata;
      const { household: _random, ...facts } = data;
      const changes = { ...(facts['changes'] as object), household: undefined };
      return {
        type,
        schemaVersion,
        revision,
        ...(facts['changes'] ? { changes } : facts),
        rowDigest,
        effectiveDay,
        actor,
        role,
      };
    };
    const [byImport, byRecording] = [await importing.history(), await recording.history()].map((history) =>
      history.filter(({ type }) => type.startsWith('Allocation')),
    );
    expect(byRecording!.map(plain)).toEqual(byImport!.map(plain));
    expect(byRecording).toHaveLength(12);
    for (const { id, stream, revision, metadata } of byRecording!)
      expect(id).toBe(rowEventId(stream, revision - 1, metadata.rowDigest!));
    const again = await recording.importing({ 'attributions.csv': changed });
    expect(again.files).toMatchObject([{ events: 0, unchanged: rows.length }]);
    await importing.close();
  });

  it('reports every fault at once, with unknown codes, and writes nothing, not even a key', async () => {
    const before = (await desk.history()).length;
    const row = { ...LEASE, date_bail: '31/02/2024', dalo: '', code_residence: 'R9', code_reservataire: 'PERSONNE' };
    const { faults } = faultsOf(await recordRow(desk.recorder, row));
    expect(faults.map(({ column, value }) => `${column} ${value}`)).toEqual([
      'date_bail 31/02/2024',
      'dalo ',
      'code_residence R9',
      'code_reservataire PERSONNE',
    ]);
    expect((await desk.history()).length).toBe(before);
    expect(await desk.vault.find('household', LEASE['numero_unique']!)).toBeUndefined();
  });

  it('warns like an import, and records the lease', async () => {
    const row = { ...LEASE, date_bail: '1979-12-31', date_caleol: '1980-01-01', numero_unique: 'COURT', nom: 'x' };
    const report = await recordRow(desk.recorder, row);
    expect(report).toMatchObject({ recorded: true });
    expect('warnings' in report && report.warnings.map(({ column }) => column)).toEqual([
      'nom',
      'numero_unique',
      'date_bail',
      'date_caleol',
    ]);
    const doubtful = await recordRow(desk.recorder, lease(2, { quartile: '1' }));
    expect(doubtful).toMatchObject({ recorded: true, warnings: [{ column: 'quartile', value: '1' }] });
  });

  it('warns of a day in the future of the territory, and of an income in another unit', async () => {
    // 0:30 of the 6th in Paris.
    const clock = { now: () => instantOf(Date.UTC(2023, 2, 5, 23, 30)) };
    const recorder = desk.another({ clock });
    const columnsOf = async (row: Row) => {
      const report = await recordRow(recorder, row);
      if (isRefusal(report) || !report.recorded) throw new Error('not recorded');
      return report.warnings.map(({ column, value }) => [column, value]);
    };
    expect(await columnsOf(lease(1, { date_bail: '2023-03-06' }))).toEqual([]);
    expect(await columnsOf(lease(2, { date_bail: '2023-03-07' }))).toEqual([['date_bail', '2023-03-07']]);
    expect(await columnsOf(lease(3, { ressources_annuelles: '1541' }))).toEqual([['ressources_annuelles', '1541']]);
    expect(await columnsOf(lease(4, { ressources_annuelles: '1845050' }))).toEqual([
      ['ressources_annuelles', '1845050'],
    ]);
  });

  it('does not correct a lease of an erased household, and still recognizes an unchanged row', async () => {
    await receiptOf(desk.recorder, LEASE);
    const keys = new (loadSqlite())(join(desk.folder, 'keys.db'));
    keys.exec('DELETE FROM keys');
    keys.close();
    expect(await receiptOf(desk.recorder, LEASE)).toMatchObject({ outcome: 'unchanged' });
    expect(await recordRow(desk.recorder, { ...LEASE, typologie: 'T2' })).toMatchObject({ code: 'household-erased' });
  });

  describe('the right to record a lease, for', () => {
    const actor = (scope: Scope, role: Role = 'administrateur'): Actor => ({ id: 'a', role, scope });
    const landlords = (...codes: string[]) => actor(limitedTo({ landlord: codes }));
    const codeOf = async (row: Row, who: Actor) => {
      const report = await recordRow(desk.recorder, row, { actor: who });
      return 'code' in report ? report.code : report.recorded ? 'recorded' : 'faulty';
    };

    it.each<[string, Actor, string]>([
      ['an administrator of everything', INSTALLATION_ADMINISTRATOR, 'recorded'],
      ['an administrator of nothing', actor(NOTHING), 'not-allowed'],
      ['an auditor', actor({ kind: 'all' }, 'auditeur'), 'not-allowed'],
      ['a statistician', actor({ kind: 'all' }, 'statisticien'), 'not-allowed'],
      ['an agent of the EPCI', actor({ kind: 'all' }, 'agent_epci'), 'recorded'],
      ['a landlord by its role', actor(limitedTo({ landlord: ['L-A'] }), 'bailleur'), 'recorded'],
      ['another landlord by its role', actor(limitedTo({ landlord: ['L-B'] }), 'bailleur'), 'scope-not-allowed'],
      ['a monitor', actor({ kind: 'all' }, 'monitor'), 'not-allowed'],
      ['the installation itself', SYSTEM, 'recorded'],
      ['the landlord of the day', landlords('L-A'), 'recorded'],
      ['the landlord of another day', landlords('L-B'), 'scope-not-allowed'],
      ['no landlord', landlords(), 'scope-not-allowed'],
      ['the holder', actor(limitedTo({ holder: ['ETAT'] })), 'recorded'],
      ['another holder', actor(limitedTo({ holder: ['VILLE'] })), 'scope-not-allowed'],
      ['the commune', actor(limitedTo({ commune: ['78621'] })), 'recorded'],
      ['another commune', actor(limitedTo({ commune: ['78297'] })), 'scope-not-allowed'],
      ['another landlord and the commune', actor(limitedTo({ landlord: ['L-B'], commune: ['78621'] })), 'recorded'],
      ['others of each kind', actor(limitedTo({ landlord: ['L-B'], holder: ['VILLE'] })), 'scope-not-allowed'],
    ])('%s', async (_who, who, expected) => {
      const before = (await desk.history()).length;
      expect(await codeOf(LEASE, who)).toBe(expected);
      expect((await desk.history()).length - before).toBe(expected === 'recorded' ? 1 : 0);
    });

    it('follows a residence that changed its landlord', async () => {
      const later = { ...LEASE, date_bail: '2024-01-01' };
      expect(await codeOf(later, landlords('L-A'))).toBe('scope-not-allowed');
      expect(await codeOf(later, landlords('L-B'))).toBe('recorded');
    });

    it('lets nobody take a lease from another landlord, or give one away', async () => {
      await receiptOf(desk.recorder, LEASE);
      const taken = { ...LEASE, code_residence: 'R2' };
      expect(await codeOf(taken, landlords('L-B'))).toBe('scope-not-allowed');
      expect(await codeOf(taken, landlords('L-A'))).toBe('scope-not-allowed');
      expect(await codeOf(taken, landlords('L-A', 'L-B'))).toBe('recorded');
    });
  });

  describe('a request that is repeated with the same key', () => {
    it('gets the same answer and writes nothing more, even after others wrote', async () => {
      const first = await receiptOf(desk.recorder, LEASE, { key: 'K' });
      await receiptOf(desk.recorder, { ...LEASE, typologie: 'T5' });
      const count = (await desk.history()).length;
      for (const recorder of [desk.recorder, desk.another()])
        expect(await receiptOf(recorder, LEASE, { key: 'K' })).toEqual(first);
      expect((await desk.history()).length).toBe(count);
    });

    it.each(['corrected', 'unchanged'])('gets the same answer where the lease was %s', async (outcome) => {
      await receiptOf(desk.recorder, LEASE);
      const row = outcome === 'corrected' ? { ...LEASE, typologie: 'T4' } : LEASE;
      const first = await receiptOf(desk.recorder, row, { key: 'K' });
      expect(first.outcome).toBe(outcome);
      await receiptOf(desk.recorder, { ...LEASE, typologie: 'T5' });
      const count = (await desk.history()).length;
      expect(await receiptOf(desk.recorder, row, { key: 'K' })).toEqual(first);
      expect((await desk.history()).length).toBe(count);
    });

    it('is refused with another content, of the same lease or of another one', async () => {
      await receiptOf(desk.recorder, LEASE, { key: 'K' });
      const count = (await desk.history()).length;
      for (const row of [{ ...LEASE, typologie: 'T4' }, lease(2)])
        expect(await recordRow(desk.another(), row, { key: 'K' })).toMatchObject({ code: 'idempotency-key-reused' });
      expect((await desk.history()).length).toBe(count);
      expect(await receiptOf(desk.recorder, lease(2), { key: 'K2' })).toMatchObject({ outcome: 'signed' });
    });

    it('keeps no key of a refused lease', async () => {
      faultsOf(await recordRow(desk.recorder, { ...LEASE, dalo: '' }, { key: 'K' }));
      expect(await receiptOf(desk.recorder, lease(2), { key: 'K' })).toMatchObject({ outcome: 'signed' });
    });

    it('completes a request that was cut off between its key and its event', async () => {
      const broken = over(desk.store, () => Promise.reject(new Error('connection lost')));
      await expect(recordRow(desk.another({ store: broken }), LEASE, { key: 'K' })).rejects.toThrow('connection lost');
      expect(await receiptOf(desk.recorder, LEASE, { key: 'K' })).toMatchObject({ outcome: 'signed', revision: 0 });
    });
  });

  describe('while others write', () => {
    it('the same lease in two processes: nothing is lost, and nothing is written twice', async () => {
      const other = desk.another();
      const rows = Array.from({ length: 6 }, (_, index) => ({ ...LEASE, reference_logement: `LOG-${index}` }));
      const receipts = await Promise.all(rows.map((row, index) => receiptOf(index % 2 ? other : desk.recorder, row)));
      expect(new Set(receipts.map(({ allocation }) => allocation)).size).toBe(1);
      expect(receipts.map(({ revision }) => revision).sort()).toEqual([0, 1, 2, 3, 4, 5]);
      expect(receipts.filter(({ outcome }) => outcome === 'signed')).toHaveLength(1);
    });

    it('the same lease 64 times at once is one event', async () => {
      const other = desk.another();
      const receipts = await Promise.all(
        Array.from({ length: 64 }, (_, index) => receiptOf(index % 2 ? other : desk.recorder, LEASE)),
      );
      const { allocation } = receipts[0]!;
      expect(receipts.every((receipt) => receipt.allocation === allocation && receipt.revision === 0)).toBe(true);
      expect(await typesOf(allocation)).toEqual(['AllocationSigned']);
    });

    it('64 leases at once, some of one household', async () => {
      const other = desk.another();
      const rows = Array.from({ length: 64 }, (_, n) => lease(n, n % 4 ? {} : { numero_unique: 'PARTAGE' }));
      const receipts = await Promise.all(rows.map((row, n) => receiptOf(n % 3 ? desk.recorder : other, row)));
      expect(new Set(receipts.map(({ allocation }) => allocation)).size).toBe(64);
      const signed = (await desk.history()).filter(({ type }) => type === 'AllocationSigned');
      expect(new Set(signed.map(({ data }) => data['household'])).size).toBe(49);
      const keys = await desk.vault.keysOf(signed.map(({ people }) => people!.household));
      for (const { people, id } of signed) expect(keys.open(people!, id)).toContain(1);
    });

    it('gives up after some attempts, with an error that says so', async () => {
      let n = 0;
      const rival = desk.another();
      const contested = over(desk.store, async (batch, append) => {
        await receiptOf(rival, { ...LEASE, reference_logement: `RIVAL-${(n += 1)}` });
        return append(batch);
      });
      await expect(recordRow(desk.another({ store: contested }), LEASE)).rejects.toMatchObject({
        code: 'lease-conflict',
      });
      expect(n).toBe(10);
    });

    it('uses bounds and communes that were recorded before the request', async () => {
      const row = { ...LEASE, date_bail: '2024-03-05', commune_travail: '75112', commune_domicile: '92012' };
      const { allocation } = await receiptOf(desk.recorder, lease(9));
      expect((await ofLease(allocation))[0]!.data).toMatchObject({ quartile: 2 });
      await desk.importing({
        'seuils.csv': [{ annee: '2024', q1: '12000' }],
        'communes.csv': [{ code_insee: '75112', nom: 'Paris 12' }],
      });
      const later = await receiptOf(desk.recorder, row);
      expect((await ofLease(later.allocation))[0]!.data).toMatchObject({ quartile: 1, homeWork: true });
    });

    it('revises a lease by bounds that were recorded between its decision and its event', async () => {
      const overtaken = over(desk.store, async (batch, append) => {
        await desk.importing({ 'seuils.csv': [{ annee: '2023', q1: '12000', q2: '17000', q3: '25000' }] });
        return append(batch);
      });
      const receipt = await receiptOf(desk.another({ store: overtaken }), LEASE, { key: 'K' });
      const events = await ofLease(receipt.allocation);
      expect(events.map(({ type }) => type)).toEqual(['AllocationSigned', 'QuartileRevised']);
      expect(events[1]!.data).toEqual({ from: 2, to: 1, threshold: 2023 });
      expect(receipt).toMatchObject({ outcome: 'signed', revision: 1, position: events[1]!.position });
      expect(await receiptOf(desk.recorder, LEASE, { key: 'K' })).toEqual(receipt);
      expect(await receiptOf(desk.recorder, LEASE)).toMatchObject({ outcome: 'unchanged' });
    });
  });
});

type Append = EventStore['append'];

/** The same store, with another function for its appends. */
function over(store: EventStore, append: (batch: StreamBatch, append: Append) => ReturnType<Append>): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append') return (batch: StreamBatch) => append(batch, (one) => target.append(one));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...more: unknown[]) => unknown).bind(target) : value;
    },
  });
}
