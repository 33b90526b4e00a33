import fc from 'fast-check';
import { addDays, day, type Day } from '#kernel';
import { districtsOn, landlordOn } from './known-territory';
import { aDistrict, anOwnership, aResidence } from './testing';

const R1 = aResidence('R1', { landlord: 'L1', districts: ['Q1', 'Q2', 'Q9'] });

describe('the landlord of a residence on a day', () => {
  const ownerships = [anOwnership('R1', '2024-06-01', 'L3'), anOwnership('R1', '2024-03-05', 'L2')];

  it.each([
    ['', 'L1'],
    ['2024-03-04', 'L1'],
    ['2024-03-05', 'L2'],
    ['2024-03-06', 'L2'],
    ['2024-05-31', 'L2'],
    ['2024-06-01', 'L3'],
    ['9999-12-31', 'L3'],
  ])('%p is %s', (on, landlord) => {
    const asked = on === '' ? on : day(on);
    expect(landlordOn(asked, { facts: R1, ownerships })).toBe(landlord);
    expect(landlordOn(asked, { facts: R1, ownerships: [...ownerships].reverse() })).toBe(landlord);
    expect(landlordOn(asked, { facts: R1, ownerships: [] })).toBe('L1');
  });

  it('does not depend on the order of the owners', () => {
    const changes = fc.uniqueArray(fc.nat(60), { maxLength: 8 }).map((days) => days.map((from) => ownedFrom(from)));
    fc.assert(
      fc.property(changes, fc.integer({ min: -3, max: 63 }), (owners, at) => {
        const on = dayAfter(at);
        const inOrder = [...owners].sort((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => from <= on);
        expect(landlordOn(on, { facts: R1, ownerships: owners })).toBe(inOrder.at(-1)?.landlord ?? 'L1');
      }),
    );
  });
});

describe('the QPV in which a residence is on a day', () => {
  const known = new Map(
    [aDistrict('Q1', '2015-01-01', '2023-12-31'), aDistrict('Q2', '2023-12-31'), aDistrict('Q3', '2015-01-01')].map(
      (district) => [district.code, district],
    ),
  );

  it.each([
    ['', []],
    ['2014-12-31', []],
    ['2015-01-01', ['Q1']],
    ['2023-12-30', ['Q1']],
    ['2023-12-31', ['Q1', 'Q2']],
    ['2024-01-01', ['Q2']],
  ])('on %p: %j, without a QPV that it does not name or that is not declared', (on, codes) => {
    expect(districtsOn(on === '' ? on : day(on), R1, known).map(({ code }) => code)).toEqual(codes);
  });
});

function dayAfter(days: number): Day {
  return addDays(day('2024-01-01'), days);
}

function ownedFrom(days: number) {
  return anOwnership('R1', dayAfter(days), `L-${days}`);
}
