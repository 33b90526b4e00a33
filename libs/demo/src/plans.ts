import { ENDED_DISTRICT, FIRST_DAY_2024, SUCCESSOR_DISTRICT } from './sqy/districts';
import { YEAR_2023 } from './sqy/printed';
import { firstDayOf } from './calendar';
import { shareOut } from './share-out';

/** How many leases of each kind a year has. Only those of 2023 are printed. */
export interface YearPlan {
  readonly year: number;
  readonly inQpv: { readonly allocations: number; readonly firstQuartile: number };
  readonly outsideQpv: {
    readonly allocations: number;
    readonly firstQuartile: number;
    readonly firstQuartileOrRehoused: number;
  };
  /** Rehoused households of the first quartile outside QPV, and rehoused households in QPV. */
  readonly rehoused: { readonly ofFirstQuartile: number; readonly inQpv: number };
  readonly priority: number;
  readonly transfers: number;
}

/** The first year with leases. */
export const FIRST_LEASES = 2020;

const PLANS: readonly YearPlan[] = [
  plan(2020, [402, 61], [1010, 92, 118], [14, 23], 494, 445),
  plan(2021, [489, 70], [1213, 106, 140], [14, 23], 611, 561),
  plan(2022, [478, 67], [1190, 104, 139], [14, 23], 614, 552),
  { ...YEAR_2023, year: 2023, rehoused: { ofFirstQuartile: 14, inQpv: 23 } },
  plan(2024, [492, 66], [1098, 129, 163], [18, 30], 636, 520),
  plan(2025, [481, 63], [1059, 148, 190], [30, 60], 639, 500),
  plan(2026, [470, 58], [1050, 165, 174], [4, 6], 640, 490),
];

/** The plan of a year. A year after the last one is like the last one. */
export function planOf(year: number): YearPlan {
  const known = PLANS.find((each) => each.year === year);
  return known ?? { ...PLANS.at(-1)!, year };
}

/** Leases of a year in each QPV. 230, the least (17) and the greatest of the others (75) are printed for 2023; the others are made up. */
const IN_QPV_2023: readonly (readonly [string, number])[] = [
  ['L-MERISIERS', 230],
  ['L-VALIBOUT', 75],
  ['L-JEAN-MACE', 52],
  ['L-BOIS-ETANG', 40],
  ['L-ROUTOIR', 30],
  [ENDED_DISTRICT, 23],
  ['L-AVRE', 17],
];
/** The QPV of 2024 have as many leases as a small one. */
const IN_NEW_QPV = [
  ['L-COIGNIERES', 15],
  ['L-ELANCOURT', 17],
  ['L-MAGNY', 15],
  ['L-MONTIGNY', 17],
] as const;

/** The leases in QPV of a year, by QPV. */
export function leasesByDistrict({ year, inQpv }: YearPlan): ReadonlyMap<string, number> {
  if (firstDayOf(year) < FIRST_DAY_2024) return shareOut(inQpv.allocations, IN_QPV_2023);
  const renewed = IN_QPV_2023.map(
    ([code, leases]) => [code === ENDED_DISTRICT ? SUCCESSOR_DISTRICT : code, leases] as const,
  );
  return shareOut(inQpv.allocations, [...renewed, ...IN_NEW_QPV]);
}

function plan(
  year: number,
  [inside, firstInside]: readonly [number, number],
  [outside, firstOutside, orRehoused]: readonly [number, number, number],
  [ofFirstQuartile, inQpv]: readonly [number, number],
  priority: number,
  transfers: number,
): YearPlan {
  return {
    year,
    inQpv: { allocations: inside, firstQuartile: firstInside },
    outsideQpv: { allocations: outside, firstQuartile: firstOutside, firstQuartileOrRehoused: orRehoused },
    rehoused: { ofFirstQuartile, inQpv },
    priority,
    transfers,
  };
}
