import fc from 'fast-check';
import { isSmall, suppressed, type Sum } from './suppression';

/** What a reader knows: the shown cells, that zeros are zeros, and the total of each sum. */
interface Known {
  readonly counts: readonly number[];
  readonly sums: readonly Sum[];
  readonly masked: ReadonlySet<number>;
}

/** Whether the cell has the same count in every table with the same shown cells. */
function isSolved(cell: number, { counts, sums, masked }: Known): boolean {
  // A direction keeps every sum and changes the cell. It exists where the unit vector is not in the span of the sums: rank decides.
  const unknowns = [...masked].filter((one) => counts[one]! > 0);
  const rows = sums
    .filter(({ rest }) => !rest)
    .map(({ parts, total }) => unknowns.map((one) => (parts.includes(one) ? 1 : one === total ? -1 : 0)));
  const unit = unknowns.map((one) => (one === cell ? 1 : 0));
  return rankOf(rows) === rankOf([...rows, unit]);
}

/** In exact fractions of BigInt, by cross products: shares no code with the function under test. */
function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    for (let index = rank + 1; index < rows.length; index++) {
      const row = rows[index]!;
      const [a, b] = [pivot[column]!, row[column]!];
      rows[index] = row.map((value, each) => value * a - pivot[each]! * b);
    }
    rank++;
  }
  return rank;
}

const count = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 12 }),
  fc.constantFrom(0, 1, 10, 11, 200),
);

/** Residences, each of a commune and of a landlord; the totals of both, and of all, are cells too. */
const crossed = fc
  .array(fc.tuple(count, fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 14 })
  .map((cells): Omit<Known, 'masked'> => {
    const counts = cells.map(([n]) => n);
    const totalOf = (parts: readonly number[]) => counts.push(parts.reduce((sum, cell) => sum + counts[cell]!, 0)) - 1;
    const whole = totalOf(cells.map((_, index) => index));
    const sums = ([1, 2] as const).flatMap((at) => {
      const groups = [...new Set(cells.map((cell) => cell[at]))].map((code): Required<Pick<Sum, 'parts' | 'total'>> => {
        const parts = cells.flatMap((cell, index) => (cell[at] === code ? [index] : []));
        return { parts, total: totalOf(parts) };
      });
      return [...groups, { parts: groups.map(({ total }) => total), total: whole }];
    });
    return { counts, sums };
  });

/** Groups whose totals are cells themselves, and a part that no cell shows. */
const nested = fc
  .array(fc.tuple(fc.array(count, { minLength: 1, maxLength: 5 }), fc.constantFrom(0, 0, 3, 20)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((groups): Omit<Known, 'masked'> => {
    const counts: number[] = [];
    const totals: number[] = [];
    const sums = groups.map(([parts, rest]): Sum => {
      const cells = parts.map((n) => counts.push(n) - 1);
      const total = counts.push(parts.reduce((a, b) => a + b, rest)) - 1;
      totals.push(total);
      return { parts: cells, total, rest };
    });
    const whole = counts.push(totals.reduce((sum, cell) => sum + counts[cell]!, 0)) - 1;
    return { counts, sums: [...sums, { parts: totals, total: whole }] };
  });

describe('the suppression of small counts', () => {
  it.each([
    ['by two codes at once', crossed],
    ['totals in totals', nested],
  ] as const)('lets no sum nor several give a small count back: %s', (_, tables) => {
    fc.assert(
      fc.property(tables, ({ counts, sums }) => {
        const masked = suppressed(counts, sums);
        counts.forEach((one, cell) => {
          if (!isSmall(one)) return;
          expect([cell, masked.has(cell), isSolved(cell, { counts, sums, masked })]).toEqual([cell, true, false]);
        });
        for (const { parts, total, rest } of sums) {
          if (masked.has(total!)) continue;
          const hidden = parts.filter((cell) => masked.has(cell));
          // What a reader computes from a shown total is never a small count.
          expect(isSmall(hidden.reduce((sum, cell) => sum + counts[cell]!, rest ?? 0))).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('masks nothing where nothing is small', () => {
    fc.assert(
      fc.property(crossed, ({ counts, sums }) => {
        const large = counts.map((one) => (one === 0 ? 0 : one + 11));
        const summed = [...large];
        for (const { parts, total } of sums) summed[total!] = parts.reduce((sum, cell) => sum + summed[cell]!, 0);
        expect([...suppressed(summed, sums)]).toEqual([]);
      }),
    );
  });

  it('masks a second cell, the smallest, and another where the two are still few', () => {
    const all = (counts: readonly number[]) => [...suppressed(counts, [{ parts: counts.map((_, at) => at) }])].sort();
    expect(all([3, 40, 12, 90])).toEqual([0, 2]);
    expect(all([3, 4, 40, 12])).toEqual([0, 1, 3]);
    expect(all([6, 7, 40, 12])).toEqual([0, 1]);
    expect(all([20, 40])).toEqual([]);
    // Zeros are known: they hide nothing.
    expect(all([0, 3, 0, 40])).toEqual([1, 3]);
    expect(all([0, 40])).toEqual([]);
  });

  it('masks no more where a known total has a small part alone, which no mask can hide', () => {
    expect([...suppressed([5, 20, 30, 40], [{ parts: [0] }, { parts: [0, 1, 2, 3] }])].sort()).toEqual([0, 1]);
  });

  it('masks a total that another sum would give back', () => {
    // 0 + 1 = 2, and 2 + 3 = 4, all known but 0.
    const masked = suppressed(
      [4, 20, 24, 30, 54],
      [
        { parts: [0, 1], total: 2 },
        { parts: [2, 3], total: 4 },
      ],
    );
    expect([...masked].sort()).toEqual([0, 1]);
    // A cell that is masked in any case takes another with it.
    expect([...suppressed([20, 30, 50], [{ parts: [0, 1], total: 2 }], [0])].sort()).toEqual([0, 1]);
  });
});
