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
const FIRST_DAY_2024 = '2024-01-01';

/** The QPV that ends with the geography of 2015, and the one that takes its place. */
export const ENDED_DISTRICT = 'L-FRICHES';
export const SUCCESSOR_DISTRICT = 'L-FRICHES-2024';

const NAMED = published('tables/districts.csv').map((row) =>
  lasting(row['code_qpv']!, row['nom']!, communeCode(row['commune']!)),
);

/**
 * The QPV named in Annex 1 of the convention, then one QPV for each commune where the convention's tables count
 * allocations in an unnamed QPV. The dates are invented for the demonstration. Only one QPV changes in 2024, to show
 * the effect of a change.
 */
export const DISTRICTS: readonly District[] = [
  ...NAMED.flatMap((district) => (district.code === ENDED_DISTRICT ? succession(district) : [district])),
  lasting('L-COIGNIERES', 'QPV fictif de Coignières', '78168'),
  lasting('L-ELANCOURT', "QPV fictif d'Élancourt", '78208'),
  lasting('L-MAGNY', 'QPV fictif de Magny-les-Hameaux', '78356'),
  lasting('L-MONTIGNY', 'QPV fictif de Montigny-le-Bretonneux', '78423'),
];

/** The code of a QPV, from its name in the annex. */
export function districtCode(name: string): string {
  return codeOf(NAMED, name);
}

function lasting(code: string, name: string, commune: string): District {
  return { code, name, commune, firstDay: FIRST_DAY_2015, lastDay: '' };
}

function succession(district: District): District[] {
  const successor = { code: SUCCESSOR_DISTRICT, name: `${district.name} (2024)`, firstDay: FIRST_DAY_2024 };
  return [
    { ...district, lastDay: LAST_DAY_2015 },
    { ...district, ...successor },
  ];
}
