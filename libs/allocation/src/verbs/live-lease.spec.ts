import { day, isRefusal, newUuid } from '#kernel';
import type { Allocation } from '../allocation';
import { sealedHouseholdOf, type Lease } from '../derived-facts';
import { comesBack, leaseOf } from './live-lease';
import { recordLease, signLease } from './record-lease';

const HOUSEHOLD = newUuid();
const derivation = {
  bounds: () => ({ year: 2024, q1: 1_000_000, q2: 2_000_000, q3: 3_000_000 }),
  geography: { currentCommune: (code: string) => code, inEpci: () => true },
};
const LEASE: Lease = {
  allocationNumber: 'ATT-1',
  householdNumber: '078',
  dwellingReference: 'LOG-1',
  signedOn: day('2024-03-05'),
  commissionOn: day('2024-02-20'),
  residence: 'R1',
  dwellingType: 'T3',
  financing: 'PLUS',
  firstLetting: false,
  cancelled: false,
  holder: 'VILLE',
  transfer: false,
  essentialWorker: true,
  composition: 'couple',
  publics: ['jeunes'],
  personsOf14OrMore: 2,
  childrenUnder14: 0,
  income: 900_000,
  givenQuartile: null,
  dalo: false,
  priorityCategory: null,
  rehousing: null,
  homeCommune: '78621',
  workCommune: null,
  professionalMobility: null,
};
const given = { lease: LEASE, household: HOUSEHOLD, derivation };
const { data } = signLease(given);
const { household, ...facts } = data as Allocation['facts'];
const live: Allocation = { revision: 0, rowDigest: undefined, isLive: true, facts: { household, ...facts } };
const sealed = { allocationNumber: 'ATT-1', dwellingReference: 'LOG-1', ...sealedHouseholdOf(LEASE) };
const recorded = { allocation: live, sealed };
const row = (cells: Partial<Lease>, of = HOUSEHOLD) =>
  recordLease({ lease: { ...LEASE, ...cells }, household: of, derivation }, recorded);

describe('a row of a file about a lease that the live process signed', () => {
  it('changes nothing where its cells are empty', () => {
    const empty: Partial<Lease> = {
      commissionOn: null,
      dwellingType: null,
      financing: null,
      firstLetting: null,
      cancelled: null,
      essentialWorker: null,
      composition: null,
      income: null,
      homeCommune: null,
      publics: [],
    };
    expect(row(empty)).toEqual([]);
  });

  it('corrects what its cells say otherwise', () => {
    expect(row({ financing: 'PLAI', publics: ['seniors'], dalo: true })).toMatchObject([
      {
        type: 'AllocationCorrected',
        data: {
          changes: {
            financing: { from: 'PLUS', to: 'PLAI' },
            publics: { from: ['jeunes'], to: ['jeunes', 'seniors'] },
            priority: { from: false, to: true },
          },
        },
        people: { changes: { dalo: { from: false, to: true } } },
      },
    ]);
    expect(row({ cancelled: true })).toMatchObject([{ type: 'AllocationCancelled' }]);
  });

  it('keeps its household and its dwelling', () => {
    const codeOf = (decision: ReturnType<typeof row>) => (isRefusal(decision) ? decision.code : undefined);
    expect(codeOf(row({}, newUuid()))).toBe('lease-of-another-household');
    expect(codeOf(row({ residence: 'R2' }))).toBe('lease-of-another-dwelling');
    expect(codeOf(row({ dwellingReference: 'LOG-2' }))).toBe('lease-of-another-dwelling');
  });

  it('tells the lease whole where a file recorded it', () => {
    const fromFile = { allocation: { ...live, isLive: false }, sealed };
    expect(recordLease({ ...given, lease: { ...LEASE, financing: null } }, fromFile)).toMatchObject([
      { data: { changes: { financing: { from: 'PLUS', to: null } } } },
    ]);
  });

  it('brings a cancelled lease back only where it says so', () => {
    const cancelled = (isLive: boolean) => ({ state: { isLive, facts: { ...live.facts, cancelled: true } } });
    const answers = [true, false, null].map((cell) => comesBack({ cancelled: cell }, cancelled(true)));
    expect(answers).toEqual([false, true, false]);
    expect(comesBack({ cancelled: null }, cancelled(false))).toBe(true);
    expect(comesBack({ cancelled: false }, { state: live })).toBe(false);
  });
});

describe('a recorded lease', () => {
  it('is again the row that it came from', () => {
    const { publics, ...rest } = leaseOf(live, sealed);
    expect({ ...rest, publics }).toEqual(LEASE);
  });
});
