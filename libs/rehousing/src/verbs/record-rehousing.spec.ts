import { isRefusal, newUuid, type Day, type Uuid } from '#kernel';
import {
  evolve,
  evolveSealed,
  recordRehousing,
  type CaseEvent,
  type Rehousing,
  type RehousingAccount,
  type RehousingRecorded,
  type SealedRehousingFacts,
} from '../index';

const HOUSEHOLD = newUuid();
const MOVED = '2024-03-15' as Day;
const account: RehousingAccount = {
  rehousingNumber: 'REL-1',
  operation: 'OP-1',
  householdNumber: '078012345678901234',
  movedOn: null,
  definitive: true,
  residence: null,
  stock: null,
  persons: 3,
  ceilingShare: null,
  costBefore: null,
  costAfter: null,
  surfaceBefore: null,
  surfaceAfter: null,
  improved: null,
  proposals: null,
  allocationNumber: null,
};
const done: RehousingAccount = { ...account, movedOn: MOVED, residence: 'R1', stock: 'neuf' };

interface Given {
  readonly account: RehousingAccount;
  readonly household?: Uuid;
}

/** `given(accounts of a case).when(account)` returns the events that follow. */
function given(...accounts: readonly Given[]) {
  let rehousing: Rehousing | undefined;
  let sealed: SealedRehousingFacts | undefined;
  const decide = (step: Given): readonly CaseEvent[] => {
    const decision = recordRehousing(
      { account: step.account, household: step.household ?? HOUSEHOLD },
      rehousing && { rehousing, sealed },
    );
    if (isRefusal(decision)) throw new Error(decision.code);
    return decision;
  };
  for (const step of accounts)
    for (const event of decide(step)) {
      rehousing = evolve(rehousing, {
        ...event,
        revision: (rehousing?.revision ?? -1) + 1,
      } as unknown as RehousingRecorded);
      sealed = evolveSealed(sealed, event.people);
    }
  return { when: decide, state: () => ({ ...rehousing!, sealed: sealed! }) };
}

/** The clear facts of the event of a single account. */
const factsOf = (cells: Partial<RehousingAccount>) => given().when({ account: { ...done, ...cells } })[0]!.data;

describe('the first account of a case', () => {
  it.each([
    ['the move is still to come', account, 'HouseholdEnrolled'],
    ['a temporary move is still to come', { ...account, definitive: false }, 'HouseholdEnrolled'],
    ['moved temporarily', { ...done, definitive: false }, 'HouseholdMovedTemporarily'],
    ['rehoused', done, 'RehousingCompleted'],
  ])('%s', (_case, first, type) => {
    expect(given().when({ account: first })).toMatchObject([{ type, household: HOUSEHOLD }]);
  });

  it('puts clear facts only in the clear part of the event, and the others in the sealed part', () => {
    const known = {
      ...done,
      ceilingShare: '39.99',
      costBefore: 31_020,
      costAfter: 30_500,
      surfaceBefore: 5_850,
      surfaceAfter: 6_200,
      improved: false,
      proposals: 2,
      allocationNumber: 'ATT-1',
    };
    const [event] = given().when({ account: known });
    expect(event!.data).toEqual({
      household: HOUSEHOLD,
      operation: 'OP-1',
      movedOn: MOVED,
      definitive: true,
      residence: 'R1',
      stock: 'neuf',
      resources: 'under-40',
      costConstant: true,
      surfacesKnown: true,
      costConstantPerM2: true,
      improved: false,
    });
    expect(event!.people).toEqual({
      rehousingNumber: 'REL-1',
      householdNumber: '078012345678901234',
      allocationNumber: 'ATT-1',
      persons: 3,
      ceilingShare: '39.99',
      costBefore: 31_020,
      costAfter: 30_500,
      surfaceBefore: 5_850,
      surfaceAfter: 6_200,
      proposals: 2,
    });
  });
});

describe('resources compared with the ceiling', () => {
  it.each([
    ['0', 'under-40'],
    ['39.9999999999', 'under-40'],
    ['40', '40-100'],
    ['99.5', '40-100'],
    ['100', '40-100'],
    ['100.0000000001', 'over-100'],
    ['9.5', 'under-40'],
    [null, null],
  ])('%s is %s', (ceilingShare, resources) => {
    expect(factsOf({ ceilingShare })).toMatchObject({ resources });
  });
});

describe('the cost', () => {
  it.each([
    [30_000, 30_000, true],
    [30_000, 30_001, false],
    [0, 0, true],
    [null, 30_000, null],
    [30_000, null, null],
  ])('from %s to %s cents: constant %s', (costBefore, costAfter, costConstant) => {
    expect(factsOf({ costBefore, costAfter })).toMatchObject({ costConstant, costConstantPerM2: null });
  });

  it.each([
    ['a cost that rises as much as the surface', 30_000, 5_000, 36_000, 6_000, true],
    ['a cost that rises by one cent more than the surface', 30_000, 5_000, 36_001, 6_000, false],
    ['a cost that falls less than the surface', 30_000, 5_000, 29_000, 4_000, false],
    ['the highest cost that a slightly larger surface allows', 30_001, 3_333, 30_010, 3_334, true],
  ])('by square metre, %s', (_case, costBefore, surfaceBefore, costAfter, surfaceAfter, constant) => {
    const facts = factsOf({ costBefore, surfaceBefore, costAfter, surfaceAfter });
    expect(facts).toMatchObject({ surfacesKnown: true, costConstantPerM2: constant });
  });

  it('compares exactly, also where floating-point numbers would be equal', () => {
    const surfaces = { surfaceBefore: 9_999_999, surfaceAfter: 9_999_998 };
    // 99 999 980 001 × 9 999 999 is 99 999 990 001 × 9 999 998, and one more.
    const constant = (costAfter: number) => factsOf({ ...surfaces, costBefore: 99_999_990_001, costAfter });
    expect(constant(99_999_980_001)).toMatchObject({ costConstantPerM2: false });
    expect(constant(99_999_980_000)).toMatchObject({ costConstantPerM2: true });
  });

  it('is judged by square metre where both surfaces are known, even where a cost is unknown', () => {
    expect(factsOf({ surfaceBefore: 5_000, surfaceAfter: 6_000, costAfter: 1 })).toMatchObject({
      surfacesKnown: true,
      costConstantPerM2: null,
    });
    expect(factsOf({ surfaceBefore: 5_000, costBefore: 1, costAfter: 1 })).toMatchObject({
      surfacesKnown: false,
      costConstant: true,
      costConstantPerM2: null,
    });
  });
});

describe('a changed account', () => {
  it('adds nothing where nothing differs', () => {
    expect(given({ account: done }).when({ account: done })).toEqual([]);
  });

  it.each([
    ['moves temporarily', account, { ...done, definitive: false }, 'HouseholdMovedTemporarily'],
    ['is rehoused at once', account, done, 'RehousingCompleted'],
    ['is rehoused after a temporary move', { ...done, definitive: false }, done, 'RehousingCompleted'],
    ['had in fact not moved', done, account, 'RehousingCorrected'],
    ['had in fact moved temporarily', done, { ...done, definitive: false }, 'RehousingCorrected'],
    ['moved on another day', done, { ...done, movedOn: '2024-03-16' as Day }, 'RehousingCorrected'],
    ['will move definitively', { ...account, definitive: false }, account, 'RehousingCorrected'],
  ])('of a household that %s is one event', (_case, before, after, type) => {
    expect(given({ account: before }).when({ account: after })).toMatchObject([{ type }]);
  });

  it('holds the old and the new value of each changed field, in clear and sealed', () => {
    const before = { ...account, ceilingShare: '38', costBefore: 30_000, proposals: 1 };
    const after = { ...before, movedOn: MOVED, residence: 'R1', costAfter: 30_000, proposals: 2 };
    const [event] = given({ account: before }).when({ account: after });
    expect(event).toEqual({
      type: 'RehousingCompleted',
      household: HOUSEHOLD,
      data: {
        changes: {
          movedOn: { from: null, to: MOVED },
          residence: { from: null, to: 'R1' },
          costConstant: { from: null, to: true },
        },
      },
      people: { changes: { costAfter: { from: null, to: 30_000 }, proposals: { from: 1, to: 2 } } },
    });
  });

  it('with an emptied cell makes the fact unknown', () => {
    const before = { ...done, ceilingShare: '41', costBefore: 1, costAfter: 1 };
    const after = { ...before, ceilingShare: null, costAfter: null, stock: null };
    const [event] = given({ account: before }).when({ account: after });
    expect(event!.data).toEqual({
      changes: {
        stock: { from: 'neuf', to: null },
        resources: { from: '40-100', to: null },
        costConstant: { from: true, to: null },
      },
    });
  });

  it('is a correction without clear changes where only sealed facts differ', () => {
    const [event] = given({ account: done }).when({ account: { ...done, persons: 4 } });
    expect(event).toMatchObject({ type: 'RehousingCorrected', data: { changes: {} } });
    expect(event!.people).toEqual({ changes: { persons: { from: 3, to: 4 } } });
  });

  it('can return to an earlier state: A, B, A are three events', () => {
    const { state } = given({ account: done }, { account }, { account: done });
    const once = given({ account: done }).state();
    expect(state()).toEqual({ ...once, revision: 2 });
  });

  it('of another household seals all the facts again, and holds no fact of the former household', () => {
    const other = newUuid();
    const [event] = given({ account: { ...done, householdNumber: 'FORMER', costBefore: 1 } }).when({
      account: { ...done, householdNumber: 'LATTER' },
      household: other,
    });
    expect(event).toMatchObject({
      household: other,
      data: { changes: { household: { from: HOUSEHOLD, to: other } } },
      people: { householdNumber: 'LATTER', costBefore: null },
    });
    expect(JSON.stringify(event)).not.toContain('FORMER');
  });
});
