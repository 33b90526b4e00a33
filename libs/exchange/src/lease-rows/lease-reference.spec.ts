import type { Day } from '#kernel';
import type { EventStore, ReadAllOptions } from '#event-store';
import { LEASE, openDesk, receiptOf, TERRITORY, type Desk } from './testing/desk';
import { LeaseReference } from '#allocation';

describe('the recorded territory', () => {
  let desk: Desk;
  let reads: ReadAllOptions[];
  let territory: LeaseReference;
  beforeEach(async () => {
    desk = await openDesk();
    reads = [];
    territory = new LeaseReference(watched(desk.store, reads));
  });
  afterEach(() => desk.close());

  it('knows nothing in an empty history, and learns what is recorded later', async () => {
    await territory.reachHead();
    expect(territory.residence('R1')).toBeUndefined();
    await desk.importing(TERRITORY);
    expect(territory.residence('R1')).toBeUndefined();
    await territory.reachHead();
    const residence = territory.residence('R1')!;
    expect(residence).toMatchObject({ commune: '78621', landlord: 'L-A' });
    expect([territory.hasHolder('ETAT'), territory.hasHolder('PERSONNE')]).toEqual([true, false]);
    expect(territory.derivation.bounds(2023)).toMatchObject({ q1: 1_100_000 });
    expect(territory.derivation.geography.inEpci('78621')).toBe(true);
    expect(territory.landlordOn('R1', '2023-12-31' as Day)).toBe('L-A');
    expect(territory.landlordOn('R1', '2024-01-01' as Day)).toBe('L-B');
  });

  it('follows corrections, and changes its version when bounds or communes change', async () => {
    await desk.importing(TERRITORY);
    await territory.reachHead();
    const version = territory.derivationVersion;
    await desk.importing({
      'residences.csv': [{ ...TERRITORY['residences.csv']![0]!, code_insee: '78297' }],
      'proprietes.csv': [{ code_residence: 'R1', date_debut: '2024-01-01', code_bailleur: 'L-A' }],
      'communes.csv': [{ code_insee: '78621', nom: 'Trappes-en-Yvelines' }],
    });
    await territory.reachHead();
    expect(territory.residence('R1')).toMatchObject({ commune: '78297' });
    expect(territory.landlordOn('R1', '2024-06-01' as Day)).toBe('L-A');
    expect(territory.derivationVersion).toBe(version);
    await desk.importing({ 'seuils.csv': [{ annee: '2023', q1: '12000', q2: '', q3: '' }] });
    await territory.reachHead();
    expect(territory.derivation.bounds(2023)).toEqual({ year: 2023, q1: 1_200_000, q2: null, q3: null });
    expect(territory.derivationVersion).toBeGreaterThan(version);
  });

  it('reads new events once for all callers that ask at the same time, and nothing where there are none', async () => {
    await desk.importing(TERRITORY);
    await Promise.all(Array.from({ length: 64 }, () => territory.reachHead()));
    expect(reads).toHaveLength(1);
    await territory.reachHead();
    expect(reads).toHaveLength(1);
    const { position } = await receiptOf(desk.recorder, LEASE);
    await territory.reach(position);
    await territory.reach(position);
    expect(reads).toHaveLength(2);
    expect(reads[1]!.from! > reads[0]!.from!).toBe(true);
  });

  it('does not answer with a state that was read before the question', async () => {
    await desk.importing(TERRITORY);
    const first = territory.reachHead();
    await new Promise((resolve) => setImmediate(resolve));
    await desk.importing({ 'communes.csv': [{ code_insee: '92012', nom: 'Boulogne-Billancourt' }] });
    await Promise.all([first, territory.reachHead()]);
    expect(territory.derivation.geography.inEpci('92012')).toBe(true);
  });

  it('tries again after a failure of the store', async () => {
    await desk.importing(TERRITORY);
    let failing = true;
    const failingStore = new Proxy(desk.store, {
      get: (target, name) => {
        if (name === 'head' && failing) return () => Promise.reject(new Error('no answer'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value as (...more: unknown[]) => unknown).bind(target) : value;
      },
    });
    const doubtful = new LeaseReference(failingStore);
    await expect(doubtful.reachHead()).rejects.toThrow('no answer');
    failing = false;
    await doubtful.reachHead();
    expect(doubtful.residence('R1')).toBeDefined();
  });
});

/** The same store, which records each reading of all events. */
function watched(store: EventStore, reads: ReadAllOptions[]): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'readAll')
        return (options: ReadAllOptions) => {
          reads.push(options);
          return target.readAll(options);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...more: unknown[]) => unknown).bind(target) : value;
    },
  });
}
