import fc from 'fast-check';
import type { Nesting } from './figure-keys';
import { masksOf, type CountedGroup, type Counted } from './masks';
import { isSmall } from './suppression';

const NESTINGS: readonly Nesting[] = [
  { whole: 'all', parts: ['in', 'out'], exact: true },
  { whole: 'all', parts: ['q1', 'q2'] },
  { whole: 'all', parts: ['q1'] },
  { whole: 'all', parts: ['q2'] },
];
const KEYS = ['all', 'in', 'out', 'q1', 'q2'];

const count = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }));
/** Leases of a group in and outside QPV; the quartiles are parts of them. */
const leases = fc.tuple(count, count, fc.nat(100), fc.nat(100));

function groupOf(id: string, [inside, outside, first, second]: readonly number[]): CountedGroup {
  const all = inside! + outside!;
  const q1 = Math.floor((all * first!) / 200);
  const q2 = Math.floor(((all - q1) * second!) / 200);
  return { id, counts: new Map(Object.entries({ all, in: inside!, out: outside!, q1, q2 })) };
}
function summed(id: string, parts: readonly CountedGroup[]): CountedGroup {
  const sum = (key: string): number => parts.reduce((total, { counts }) => total + counts.get(key)!, 0);
  return { id, counts: new Map(KEYS.map((key) => [key, sum(key)])) };
}

/** Residences in communes in a territory. */
const territories = fc
  .array(fc.array(leases, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((communes): Counted => {
    const residences = communes.map((all, at) => all.map((given, index) => groupOf(`R${at}.${index}`, given)));
    const named = residences.map((parts, at) => summed(`C${at}`, parts));
    const groupings = residences.map((parts, at) => ({ parts: parts.map(({ id }) => id), total: `C${at}` }));
    return {
      groups: [...residences.flat(), ...named, summed('T', named)],
      groupings: [...groupings, { parts: named.map(({ id }) => id), total: 'T' }],
      nestings: NESTINGS,
      whole: 'all',
    };
  });

describe('the masks of groups', () => {
  it('let neither the sum over groups nor the counts of a group give a small one back', () => {
    fc.assert(
      fc.property(territories, (counted) => {
        const masks = masksOf(counted, KEYS);
        const countOf = (id: string, key: string) => counted.groups.find((one) => one.id === id)!.counts.get(key)!;
        const isShown = (id: string, key: string) => !masks.get(id)!.has(key);
        for (const { id, counts } of counted.groups) {
          for (const key of KEYS)
            if (isSmall(counts.get(key)!)) expect([id, key, isShown(id, key)]).toEqual([id, key, false]);
          for (const { whole, parts, exact } of NESTINGS) {
            if (!isShown(id, whole)) continue;
            const shown = parts.filter((key) => isShown(id, key));
            const unseen = counts.get(whole)! - shown.reduce((sum, key) => sum + counts.get(key)!, 0);
            expect([id, whole, isSmall(unseen)]).toEqual([id, whole, false]);
            const hidden = parts.filter((key) => !isShown(id, key) && counts.get(key)! > 0);
            if (exact) expect([id, hidden.length === 1]).toEqual([id, false]);
          }
        }
        for (const { parts, total } of counted.groupings)
          for (const key of KEYS) {
            if (!isShown(total!, key)) continue;
            const hidden = parts.filter((id) => !isShown(id, key) && countOf(id, key) > 0);
            expect([total, key, hidden.length === 1]).toEqual([total, key, false]);
            expect(isSmall(hidden.reduce((sum, id) => sum + countOf(id, key), 0))).toBe(false);
          }
      }),
      { numRuns: 150 },
    );
  });

  it('mask the whole group where all of its leases are few', () => {
    const groups = [groupOf('A', [4, 3, 100, 100]), groupOf('B', [40, 30, 90, 90]), groupOf('C', [60, 30, 90, 90])];
    const counted = { groups, groupings: [{ parts: ['A', 'B', 'C'] }], nestings: NESTINGS, whole: 'all' };
    const masks = masksOf(counted, KEYS);
    expect([...masks.get('A')!]).toEqual(KEYS);
    // A second group hides the first from the total.
    expect([...masks.get('B')!]).toEqual(KEYS);
    expect([...masks.get('C')!]).toEqual([]);
  });
});
