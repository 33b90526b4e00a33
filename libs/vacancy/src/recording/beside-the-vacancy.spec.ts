import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { PipelineStores } from '#deciding';
import { readWholeStream } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { day, isRefusal, newUuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aDistrict, aLandlord, TerritoryHistory, TestClock } from '#territory/testing';
import { ApplicationRecorder } from '../applications/application-recorder';
import { QpvCommissionRecorder } from '../qpv-commissions/qpv-commission-recorder';
import { SittingRecorder } from '../sittings/sitting-recorder';
import { ProcessReference } from './process-reference';

const NUMBER = '078012345678900001';
const TODAY = day('2026-03-02');
const sending = (requestKey?: string) => ({ actor: INSTALLATION_ADMINISTRATOR, requestKey });

let folder: string;
let vault: Vault;
let stores: PipelineStores;
let reference: ProcessReference;
let destroy: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-beside-'));
  const clock = new TestClock();
  clock.set(`${TODAY}T09:00:00Z`);
  const temporary = temporaryEventStore({ clock });
  destroy = temporary.destroy;
  vault = await openSqliteVault({ folder });
  stores = { store: temporary.store, clock, vault: async () => vault };
  reference = new ProcessReference(temporary.store);
  const history = new TerritoryHistory(temporary.store, clock);
  await history.declare('Commune', aCommune('C1'));
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01'));
});
afterEach(async () => {
  await vault.close();
  await destroy();
  rmSync(folder, { recursive: true });
});

const codeOf = (answer: unknown): unknown => (isRefusal(answer) ? answer.code : undefined);

describe('an application', () => {
  it('ends by its numéro unique, which stands nowhere in clear, and only where it is known', async () => {
    const recorder = new ApplicationRecorder(stores, reference);
    const ending = { householdNumber: NUMBER, on: TODAY, motive: 'renonciation' };
    expect(codeOf(await recorder.end(ending, sending()))).toBe('unknown-household');
    const session = vault.session();
    await session.prepare({ households: [NUMBER] });
    const household = session.household(NUMBER);
    await session.commit();
    expect(await recorder.end(ending, sending())).toMatchObject({ types: ['ApplicationEnded'] });
    expect(await recorder.reopen(NUMBER, sending())).toMatchObject({ types: ['ApplicationReopened'] });
    const events = await readWholeStream(stores.store, `application-${household}`);
    expect(JSON.stringify(events)).not.toContain(NUMBER);
  });
});

describe('a QPV commission', () => {
  const facts = {
    commune: 'C1',
    from: TODAY,
    until: null,
    askedByMayorOn: TODAY,
    districts: ['Q1'],
    rulesAdoptedOn: null,
  };

  it('is set for a commune of the territory and its own districts', async () => {
    const recorder = new QpvCommissionRecorder(stores, reference);
    expect(await recorder.set(facts, sending())).toMatchObject({ stream: 'qpvcommission-C1', revision: 0 });
    expect(await recorder.set(facts, sending())).toMatchObject({ types: [] });
    expect(codeOf(await recorder.set({ ...facts, commune: 'C2' }, sending()))).toBe('unknown-commune');
    expect(codeOf(await recorder.set({ ...facts, districts: ['Q2'] }, sending()))).toBe('value-not-admitted');
  });
});

describe('a sitting', () => {
  it('is opened once for each request', async () => {
    const recorder = new SittingRecorder(stores, reference);
    const facts = { landlord: 'L1', on: day('2026-03-09'), present: null, form: null };
    const key = newUuid();
    const first = await recorder.open(facts, sending(key));
    expect(first).toMatchObject({ types: ['SittingOpened'], isNew: true });
    expect(await recorder.open(facts, sending(key))).toEqual({ ...first, isNew: false });
    expect(await recorder.open(facts, sending())).not.toMatchObject({
      sitting: (first as { sitting: string }).sitting,
    });
    expect(codeOf(await recorder.open({ ...facts, landlord: 'L9' }, sending()))).toBe('value-not-admitted');
  });
});
