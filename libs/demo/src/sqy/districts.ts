import { communeCode } from './communes';
import { codeOf, published } from './published';

/** A QPV of the demonstration. `lastDay` is empty where the QPV is still in force. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The geography of 2015 and the one that followed it on 1 January 2024. */
const FIRST_DAY_2015 = '2015-01-01';
const LAST_DAY_2015 = '2023-12-31';
export const FIRST_DAY_2024 = '2024-01-01';

/** The QPV that ends with the geography of 2015, and the one that takes its place. */
export const ENDED_DISTRICT = 'L-FRICHES';
export const SUCCESSOR_DISTRICT = 'L-FRICHES-2024';

export const MERISIERS = 'L-MERISIERS';
export const JEAN_MACE = 'L-JEAN-MACE';

/** The seven QPV that Annex 1 of the convention names: those of the geography of 2015. */
const NAMED: readonly District[] = published('tables/districts.csv').map((row) => ({
  code: row['code_qpv']!,
  name: row['nom']!,
  commune: communeCode(row['commune']!),
  firstDay: FIRST_DAY_2015,
  lastDay: '',
}));

/**
 * The geography of 2024: a QPV with new limits, then one QPV for each commune where the convention's tables count
 * allocations in a QPV that they do not name. The limits and the first days are invented for the demonstration.
 */
export const DISTRICTS_2024: readonly District[] = [
  ...NAMED.filter(({ code }) => code === ENDED_DISTRICT).map((district) => ({
    ...district,
    code: SUCCESSOR_DISTRICT,
    name: `${district.name} (2024)`,
    firstDay: FIRST_DAY_2024,
  })),
  since2024('L-COIGNIERES', 'QPV fictif de Coignières', '78168'),
  since2024('L-ELANCOURT', "QPV fictif d'Élancourt", '78208'),
  since2024('L-MAGNY', 'QPV fictif de Magny-les-Hameaux', '78356'),
  since2024('L-MONTIGNY', 'QPV fictif de Montigny-le-Bretonneux', '78423'),
];

/** The geography of 2015, as it was known until the end of 2023. */
export const DISTRICTS_2015: readonly District[] = NAMED;

/** Every QPV, with its last day where it has one. */
export const DISTRICTS: readonly District[] = [...NAMED.map(ended), ...DISTRICTS_2024];

/** The QPV as the geography of 2024 leaves it. */
export function ended(district: District): District {
  return district.code === ENDED_DISTRICT ? { ...district, lastDay: LAST_DAY_2015 } : district;
}

/** The code of a QPV, from its name in the annex. */
export function districtCode(name: string): string {
  return codeOf(NAMED, name);
}

export function isOf2015(code: string): boolean {
  return NAMED.some((district) => district.code === code);
}

function since2024(code: string, name: string, commune: string): District {
  return { code, name, commune, firstDay: FIRST_DAY_2024, lastDay: '' };
}
