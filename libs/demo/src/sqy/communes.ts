/** A commune with the first-quartile allocations that the convention expects of it, by fragility (low, medium) and QPV. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly lowInQpv: number;
  readonly lowOutside: number;
  readonly mediumInQpv: number;
  readonly mediumOutside: number;
}

type Line = readonly [
  code: string,
  name: string,
  lowInQpv: number,
  lowOutside: number,
  mediumInQpv: number,
  mediumOutside: number,
];

const LINES: readonly Line[] = [
  ['78165', 'Les Clayes-sous-Bois', 0, 19, 0, 1],
  ['78168', 'Coignières', 0, 0, 6, 0],
  ['78208', 'Élancourt', 10, 18, 1, 5],
  ['78297', 'Guyancourt', 0, 71, 1, 8],
  ['78356', 'Magny-les-Hameaux', 8, 7, 0, 1],
  ['78383', 'Maurepas', 0, 8, 5, 3],
  ['78423', 'Montigny-le-Bretonneux', 7, 27, 3, 11],
  ['78490', 'Plaisir', 0, 23, 0, 7],
  ['78621', 'Trappes', 24, 9, 25, 3],
  ['78644', 'La Verrière', 0, 0, 0, 0],
  ['78674', 'Villepreux', 0, 11, 0, 1],
  ['78688', 'Voisins-le-Bretonneux', 0, 8, 0, 1],
];

/**
 * The 12 communes of EPCI 200058782, with their INSEE codes (@etalab/decoupage-administratif) and the estimates of the
 * convention of 28 January 2025 by commune. The estimates only say where the fictitious residences stand.
 */
export const COMMUNES: readonly Commune[] = LINES.map(
  ([code, name, lowInQpv, lowOutside, mediumInQpv, mediumOutside]) => ({
    code,
    name,
    lowInQpv,
    lowOutside,
    mediumInQpv,
    mediumOutside,
  }),
);
