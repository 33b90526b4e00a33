import * as fc from 'fast-check';

/** The greatest number of imports of a history. */
export const MOST_IMPORTS = 4;

/** The form of a row in an import: the first form, the other form, or absent. */
export type Form = 'a' | 'b' | '-';

/** Something that imports describe in two forms. `forms` gives cases such as A → B → A, an unchanged A, and an absent row. */
export interface Versioned<Fixed, Cells> {
  readonly fixed: Fixed;
  readonly a: Cells;
  readonly b: Cells;
  /** The form in each possible import of the history. */
  readonly forms: readonly Form[];
}

const FIRST_FORM = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Form>('a') },
  { weight: 1, arbitrary: fc.constant<Form>('b') },
  { weight: 2, arbitrary: fc.constant<Form>('-') },
);
const LATER_FORM = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Form>('-') },
  { weight: 2, arbitrary: fc.constant<Form>('a') },
  { weight: 3, arbitrary: fc.constant<Form>('b') },
);
const FORMS = fc.tuple(FIRST_FORM, LATER_FORM, LATER_FORM, LATER_FORM);

/** Two forms of a thing. The second corrects one to four cells of the first. */
export function versioned<Fixed, Cells extends object>(
  fixed: fc.Arbitrary<Fixed>,
  cells: fc.Arbitrary<Cells>,
): fc.Arbitrary<Versioned<Fixed, Cells>> {
  const corrected = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
  return fc.tuple(fixed, cells, cells, corrected, FORMS).map(([of, a, other, picks, forms]) => {
    const columns = Object.keys(a) as (keyof Cells)[];
    const b = { ...a };
    for (const pick of picks) {
      const column = columns[pick % columns.length]!;
      b[column] = other[column];
    }
    return { fixed: of, a, b, forms };
  });
}
