/** An operation: one landlord of one of the three NPNRU sites. */
export interface Operation {
  readonly code: string;
  readonly site: string;
  readonly district: string;
  readonly landlord: string;
  /** Households rehoused for good in each of the `PERIODS`. */
  readonly rehoused: readonly number[];
}

/** The periods in which rehousings are counted: first and last month. */
export const PERIODS: readonly (readonly [from: string, to: string])[] = [
  ['2017-03', '2017-12'],
  ['2018-01', '2018-12'],
  ['2019-01', '2019-12'],
  ['2020-01', '2020-12'],
  ['2021-01', '2021-12'],
  ['2022-01', '2022-12'],
  ['2023-01', '2023-12'],
  ['2024-01', '2024-09'],
  ['2024-10', '2024-12'],
  ['2025-01', '2025-12'],
];

export const OPERATIONS_FROM = '2017-01-01';
export const OPERATIONS_UNTIL = '2025-12-31';

/**
 * Printed: three sites, five landlords, about 800 households, 243 left in September 2024 with four landlords in Trappes
 * and La Verrière, Plaisir done. The split by landlord and period is made up so that these numbers come out.
 */
export const OPERATIONS: readonly Operation[] = [
  operation('Merisiers–Plaine de Neauphle', 'L-MERISIERS', 'L-VALOPHIS', [0, 5, 15, 15, 20, 25, 25, 20, 25, 90]),
  operation('Merisiers–Plaine de Neauphle', 'L-MERISIERS', 'L-I3F', [0, 0, 5, 5, 10, 5, 8, 2, 5, 30]),
  operation('Merisiers–Plaine de Neauphle', 'L-MERISIERS', 'L-SEQENS', [0, 0, 4, 6, 8, 6, 7, 4, 5, 20]),
  operation('Merisiers–Plaine de Neauphle', 'L-MERISIERS', 'L-CDC', [0, 3, 8, 9, 8, 7, 5, 0, 0, 0]),
  operation("Bois de l'Étang", 'L-BOIS-ETANG', 'L-LRYE', [0, 7, 15, 12, 17, 22, 17, 10, 15, 35]),
  operation("Bois de l'Étang", 'L-BOIS-ETANG', 'L-SEQENS', [0, 5, 12, 12, 15, 14, 8, 6, 7, 11]),
  operation('Valibout', 'L-VALIBOUT', 'L-LRYE', [20, 40, 31, 21, 17, 21, 0, 0, 0, 0]),
];

function operation(site: string, district: string, landlord: string, rehoused: readonly number[]): Operation {
  return { code: `NPNRU-${district.slice(2)}-${landlord.slice(2)}`, site, district, landlord, rehoused };
}
