/** A landlord with the yearly first-quartile allocations that the convention expects of it. */
export interface Landlord {
  readonly code: string;
  readonly name: string;
  readonly expected: number;
}

type Line = readonly [code: string, name: string, expected: number];

const LINES: readonly Line[] = [
  ['L-1001VIES', '1001 Vies Habitat', 19],
  ['L-ANTIN', 'Antin Résidences', 37],
  ['L-BATIGERE', 'Batigère', 12],
  ['L-CDC', 'CDC Habitat', 62],
  ['L-I3F', 'I3F', 72],
  ['L-ICF', 'ICF La Sablière', 13],
  ['L-IRP', 'IRP', 8],
  ['L-LOGIREP', 'Logirep', 9],
  ['L-LRYE', 'Les Résidences Yvelines Essonne', 15],
  ['L-MOULINVERT', 'Moulin Vert', 0],
  ['L-SEQENS', 'Seqens', 73],
  ['L-TOITETJOIE', 'Toit et Joie', 18],
  ['L-VALOPHIS', 'Valophis', 12],
  ['L-VERSAILLES', 'Versailles Habitat', 3],
];

/**
 * The 13 landlords of the convention's table of 28 January 2025 and Moulin Vert, which has one noted residence and no target.
 * Their SIRENs are not in the convention, hence local codes. The estimates only say how many fictitious residences each owns.
 */
export const LANDLORDS: readonly Landlord[] = LINES.map(([code, name, expected]) => ({ code, name, expected }));
