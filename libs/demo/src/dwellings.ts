import type { Random } from './random';
import type { Residence } from './residences';

export const DWELLING_TYPES = ['T1', 'T2', 'T3', 'T4', 'T5'] as const;
export type DwellingType = (typeof DWELLING_TYPES)[number];
export type Financing = 'PLAI' | 'PLUS' | 'PLS' | 'PLI';

export interface Dwelling {
  readonly reference: string;
  readonly residence: Residence;
  readonly type: DwellingType;
  readonly financing: Financing;
  /** Hundredths of a square metre. */
  readonly surface: number;
  /** Cents a month. */
  readonly rent: number;
  readonly charges: number;
}

const TYPES: readonly (readonly [DwellingType, number])[] = [
  ['T1', 9],
  ['T2', 22],
  ['T3', 37],
  ['T4', 25],
  ['T5', 7],
];
const FINANCINGS: readonly (readonly [Financing, number])[] = [
  ['PLAI', 14],
  ['PLUS', 68],
  ['PLS', 13],
  ['PLI', 5],
];
/** Hundredths of a square metre: the smallest surface of each type. Surfaces go up to `SURFACE_SPREAD` more. */
const LEAST_SURFACE: Readonly<Record<DwellingType, number>> = { T1: 2600, T2: 4200, T3: 5900, T4: 7400, T5: 9000 };
const SURFACE_SPREAD = 1200;
/** Cents a month and square metre. */
const RENT_BY_SQUARE_METRE: Readonly<Record<Financing, number>> = { PLAI: 598, PLUS: 671, PLS: 1009, PLI: 1248 };

/** Every dwelling of the residence, each with its reference. */
export function dwellingsOf(random: Random, residence: Residence): Dwelling[] {
  return Array.from({ length: residence.dwellings }, (_, index) => {
    const type = random.weighted(TYPES);
    const financing = random.weighted(FINANCINGS);
    const surface = LEAST_SURFACE[type] + random.below(SURFACE_SPREAD);
    return {
      reference: `${residence.code}-${String(index + 1).padStart(3, '0')}`,
      residence,
      type,
      financing,
      surface,
      rent: Math.floor((surface * RENT_BY_SQUARE_METRE[financing]) / 100),
      charges: Math.floor((surface * random.between(180, 260)) / 100),
    };
  });
}
