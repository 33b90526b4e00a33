import type { Day } from '#kernel';

/** The periods of building that statements use, with the last year of each. They are codes of files, too. */
export const BUILDING_PERIODS = [
  { code: 'avant_1949', until: 1948 },
  { code: '1949_1974', until: 1974 },
  { code: '1975_1989', until: 1989 },
  { code: '1990_1999', until: 1999 },
  { code: '2000_2009', until: 2009 },
  { code: 'depuis_2010', until: Infinity },
] as const;
export type BuildingPeriod = (typeof BUILDING_PERIODS)[number]['code'];

/** Null where the day on which the residence opened is unknown. */
export function buildingPeriodOf(openedOn: Day | null): BuildingPeriod | null {
  if (openedOn === null) return null;
  const year = Number(openedOn.slice(0, 4));
  return BUILDING_PERIODS.find(({ until }) => year <= until)!.code;
}
