import { isRefusal, newUuid, type Day } from '#kernel';
import type { RecordedEvent } from '#event-store';
import {
  evolve,
  evolveSealed,
  isHomeWork,
  recordLease,
  reviseFacts,
  type AllocationRecorded,
  type Derivation,
  type Lease,
  type LeaseEvent,
  type SealedAllocationFacts,
} from '../index';

const HOUSEHOLD = newUuid();
const derivation: Derivation = {
  bounds: (year) => (year === 2024 ? { year, q1: 1_161_500, q2: null, q3: null } : undefined),
  geography: {
    currentCommune: (code) => (code === '75112' ? '75056' : code),
    inEpci: (commune) => commune.startsWith('786'),
  },
};
const lease: Lease = {
  signedOn: '2024-03-05' as Day,
  commissionOn: null,
  residence: 'R1',
  dwellingType: 'T3',
  financing: 'PLUS',
  firstLetting: null,
  cancelled: false,
  holder: 'H1',
  transfer: false,
  essentialWorker: null,
  composition: 'seul',
  publics: [],
  allocationNumber: 'A1',
  householdNumber: '078012345678901234',
  dwellingReference: 'D1',
  personsOf14OrMore: 1,
  childrenUnder14: 0,
  income: 900_000,
  givenQuartile: null,
  dalo: false,
  priorityCategory: null,
  rehousing: null,
  homeCommune: '75112',
  workCommune: '78621',
  professionalMobility: null,
};

/** given(rows of a lease).when(row).then(events) */
function given(...leases: { lease: Lease; household?: typeof HOUSEHOLD }[]) {
  let allocation: ReturnType<typeof evolve> | undefined;
  let sealed: SealedAllocationFacts | undefined;
  const decide = (given: (typeof leases)[number]): readonly LeaseEvent[] => {
    const decision = recordLease(
      { lease: given.lease, household: given.household ?? HOUSEHOLD, derivation },
      allocation && { allocation, sealed },
    );
    if (isRefusal(decision)) throw new Error(decision.code);
    return decision;
  };
  for (const given of leases) {
    for (const event of decide(given)) {
      const recorded = {
        ...event,
        revision: (allocation?.revision ?? -1) + 1,
        metadata: { rowDigest: 'row' },
      } as unknown as RecordedEvent;
      allocation = evolve(allocation, recorded as unknown as AllocationRecorded);
      sealed = evolveSealed(sealed, event.people);
    }
  }
  return { when: decide, state: () => ({ allocation: allocation!, sealed: sealed! }) };
}

describe('recording a lease', () => {
  it('signs it, with clear facts derived from the sealed ones, which stay out of the clear part', () => {
    const [event] = given().when({ lease: { ...lease, dalo: true, rehousing: 'anru' } });
    expect(event).toMatchObject({
      type: 'AllocationSigned',
      data: { quartile: 1, priority: true, homeWork: true, rehoused: true, household: HOUSEHOLD },
    });
    for (const field of ['income', 'dalo', 'householdNumber', 'allocationNumber', 'homeCommune', 'dwellingReference'])
      expect(event!.data).not.toHaveProperty(field);
  });

  it('adds nothing where nothing differs', () => {
    expect(given({ lease }).when({ lease })).toEqual([]);
  });

  it('corrects with the old and the new value of each changed field, in clear and sealed', () => {
    const [event] = given({ lease }).when({ lease: { ...lease, residence: 'R2', income: 1_161_501 } });
    expect(event).toMatchObject({
      type: 'AllocationCorrected',
      data: { changes: { residence: { from: 'R1', to: 'R2' }, quartile: { from: 1, to: '2-4' } } },
      people: { changes: { income: { from: 900_000, to: 1_161_501 } } },
    });
  });

  it('makes a fact unknown where its cell was emptied', () => {
    const [event] = given({ lease }).when({ lease: { ...lease, financing: null } });
    expect(event!.data).toEqual({ changes: { financing: { from: 'PLUS', to: null } } });
  });

  it('writes publics only where there are some, and corrects them from one list to another', () => {
    const [signed] = given().when({ lease });
    expect(signed!.data).not.toHaveProperty('publics');
    const followed = { ...lease, publics: ['jeunes', 'seniors'] };
    expect(given().when({ lease: followed })[0]!.data).toMatchObject({ publics: ['jeunes', 'seniors'] });
    const [corrected] = given({ lease }).when({ lease: followed });
    expect(corrected!.data).toEqual({ changes: { publics: { from: [], to: ['jeunes', 'seniors'] } } });
    const [back] = given({ lease }, { lease: followed }).when({ lease });
    expect(back!.data).toEqual({ changes: { publics: { from: ['jeunes', 'seniors'], to: [] } } });
  });

  it('cancels a lease that never took effect, and restores it by a correction', () => {
    const cancelled = { ...lease, cancelled: true };
    expect(given({ lease }).when({ lease: cancelled })[0]!.type).toBe('AllocationCancelled');
    expect(given({ lease }, { lease: cancelled }).when({ lease })[0]!.type).toBe('AllocationCorrected');
  });

  it('leaves the former household out of the event where the household is another', () => {
    const other = newUuid();
    const moved = { ...lease, householdNumber: '078099999999999999', income: null };
    const [event] = given({ lease }).when({ lease: moved, household: other });
    expect(event!.data).toMatchObject({ changes: { household: { from: HOUSEHOLD, to: other } } });
    expect(JSON.stringify(event!.people)).not.toContain(lease.householdNumber);
    expect(given({ lease }, { lease: moved, household: other }).state().sealed).toMatchObject({
      income: null,
      householdNumber: moved.householdNumber,
    });
  });
});

describe('revising facts', () => {
  it('follows a bound that was recorded late, with the quartiles before and after and the year', () => {
    const state = given({ lease }).state();
    const later: Derivation = { ...derivation, bounds: (year) => ({ year, q1: 800_000, q2: 1_000_000, q3: null }) };
    expect(reviseFacts(state.allocation, state.sealed, later)).toEqual([
      { type: 'QuartileRevised', data: { from: 1, to: 2, threshold: 2024 } },
    ]);
    expect(reviseFacts(state.allocation, state.sealed, derivation)).toEqual([]);
  });

  it('follows a commune that joins the EPCI', () => {
    const state = given({ lease: { ...lease, workCommune: '92012' } }).state();
    const wider = { ...derivation, geography: { ...derivation.geography, inEpci: () => true } };
    expect(reviseFacts(state.allocation, state.sealed, wider)).toEqual([
      { type: 'HomeWorkRevised', data: { from: false, to: true } },
    ]);
  });
});

describe('home and work', () => {
  const works = (homeCommune: string | null, workCommune: string | null, professionalMobility: boolean | null = null) =>
    isHomeWork({ homeCommune, workCommune, professionalMobility }, derivation.geography);
  it.each([
    ['works in the EPCI, lives outside', works('75112', '78621'), true],
    ['works in one of its communes, lives in another', works('78640', '78621'), true],
    ['works where it lives', works('78621', '78621'), false],
    ['works outside', works('78621', '75112'), false],
    ['home unknown', works(null, '78621'), false],
    ['work unknown', works('75112', null), false],
    ['in professional mobility', works(null, null, true), true],
    ['mobility denied', works(null, null, false), false],
  ])('%s', (_case, found, expected) => expect(found).toBe(expected));
});
