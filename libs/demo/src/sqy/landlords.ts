import { codeOf, published } from './published';

/** A landlord, with the yearly first-quartile allocations that the convention expects from it. */
export interface Landlord {
  readonly code: string;
  readonly name: string;
  readonly expected: number;
}

const NAMED = published('bailleurs.csv').map((row) => ({ code: row['code_bailleur']!, name: row['nom']! }));
const ESTIMATES = [
  'q1_peu_fragile_qpv',
  'q1_peu_fragile_hors_qpv',
  'q1_moyen_qpv',
  'q1_moyen_hors_qpv',
  'q1_fragile_qpv',
  'q1_fragile_hors_qpv',
] as const;
const EXPECTED = new Map(
  published('tables/landlord-targets.csv').map((row) => [
    landlordCode(row['bailleur']!),
    ESTIMATES.reduce((sum, column) => sum + Number(row[column]), 0),
  ]),
);

/**
 * The landlords of the territory. A landlord without a line in the table has an estimate of 0. The estimates only
 * decide how many fictitious residences each landlord owns.
 */
export const LANDLORDS: readonly Landlord[] = NAMED.map(({ code, name }) => ({
  code,
  name,
  expected: EXPECTED.get(code) ?? 0,
}));

/** The code of a landlord, from its name in a published table. */
export function landlordCode(name: string): string {
  return codeOf(NAMED, name);
}
