import { published, codeOf } from './published';

/** A commune, with the first-quartile allocations that the convention expects there, by fragility (low, medium) and QPV. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly lowInQpv: number;
  readonly lowOutside: number;
  readonly mediumInQpv: number;
  readonly mediumOutside: number;
}

const NAMED = published('communes.csv').map((row) => ({ code: row['code_insee']!, name: row['nom']! }));
const SHARES = new Map(published('tables/commune-shares.csv').map((row) => [communeCode(row['commune']!), row]));

/** The communes of the territory, with the convention's estimates. The estimates only decide where the fictitious residences are. */
export const COMMUNES: readonly Commune[] = NAMED.map(({ code, name }) => {
  const estimate = (column: string) => Number(SHARES.get(code)![column]);
  return {
    code,
    name,
    lowInQpv: estimate('q1_peu_fragile_qpv'),
    lowOutside: estimate('q1_peu_fragile_hors_qpv'),
    mediumInQpv: estimate('q1_moyen_qpv'),
    mediumOutside: estimate('q1_moyen_hors_qpv'),
  };
});

/** The INSEE code of a commune, from its name in a published table. */
export function communeCode(name: string): string {
  return codeOf(NAMED, name);
}
