import fc from 'fast-check';
import {
  applyChanges,
  canonicalJson,
  changesBetween,
  compareDecimals,
  compareShares,
  evolveRecord,
  isUuid,
  newUuid,
  rateOf,
  uuidV5,
} from './index';

const facts = fc.record({
  name: fc.option(fc.string()),
  count: fc.option(fc.integer()),
  codes: fc.array(fc.constantFrom('a', 'b', 'c')),
});

describe('corrections', () => {
  it('lead from any facts to any others; equal facts need none', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const changes = changesBetween(before, after);
        expect(changes ? applyChanges(before, changes) : before).toEqual(after);
        expect(changesBetween(before, before)).toBeUndefined();
      }),
    );
  });

  it('hold the old and the new value of the changed fields only', () => {
    expect(changesBetween({ a: 1, b: 'x', c: null }, { a: 2, b: 'x', c: 'y' })).toEqual({
      a: { from: 1, to: 2 },
      c: { from: null, to: 'y' },
    });
  });
});

describe('a record', () => {
  it('has the facts that its first event declares, then those after each correction', () => {
    expect(evolveRecord<{ a: number; b: string }>(null, { a: 1, b: 'x' })).toEqual({ a: 1, b: 'x' });
    expect(evolveRecord({ a: 1, b: 'x' }, { changes: { a: { from: 1, to: 2 } } })).toEqual({ a: 2, b: 'x' });
    expect(evolveRecord({ a: 1, b: 'x' }, { a: 3, b: 'y' })).toEqual({ a: 3, b: 'y' });
  });

  it('is undefined where it is corrected before it was declared', () => {
    expect(evolveRecord<{ a: number }>(undefined, { changes: { a: { from: 1, to: 2 } } })).toBeUndefined();
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed as never)).toBe(canonicalJson(object as never));
      }),
    );
  });
});

describe('shares', () => {
  it('compare exactly where floating numbers cannot', () => {
    expect(compareShares({ numerator: 1, denominator: 3 }, { numerator: 33_333_333, denominator: 100_000_000 })).toBe(
      1,
    );
    expect(compareShares({ numerator: 2, denominator: 8 }, { numerator: 1, denominator: 4 })).toBe(0);
    expect(rateOf({ numerator: 0, denominator: 0 })).toBeNull();
  });
});

it('deterministic ids are UUIDs of version 5, one for each name', () => {
  expect(uuidV5('a')).toBe(uuidV5('a'));
  expect(uuidV5('a')).not.toBe(uuidV5('b'));
  expect(isUuid(uuidV5('a'))).toBe(true);
  expect(uuidV5('a')[14]).toBe('5');
});

it('new ids are different UUIDs of version 7, in the order of time', async () => {
  const ids = Array.from({ length: 1_000 }, newUuid);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect([isUuid(id), id[14]]).toEqual([true, '7']);
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(newUuid() > ids[0]!).toBe(true);
});

it('decimals compare exactly, with any number of digits', () => {
  const parts = fc.tuple(fc.bigInt(0n, 10n ** 24n), fc.bigInt(0n, 10n ** 24n));
  const text = (scaled: bigint) => {
    const digits = scaled.toString().padStart(21, '0');
    return `${digits.slice(0, -20)}.${digits.slice(-20)}`.replace(/\.?0+$/, '') || '0';
  };
  fc.assert(
    fc.property(parts, ([a, b]) => Math.sign(compareDecimals(text(a), text(b))) === (a < b ? -1 : a > b ? 1 : 0)),
  );
  expect(compareDecimals('32', '31.9999999999999')).toBeGreaterThan(0);
});
