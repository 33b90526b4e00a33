import type { Day } from '#kernel';
import type { PriorityDistrictFacts, ResidenceFacts } from '#territory';

/** The QPV in which a residence stands on a day. */
export function districtsOn(
  day: Day,
  { districts }: Pick<ResidenceFacts, 'districts'>,
  known: ReadonlyMap<string, PriorityDistrictFacts>,
): readonly PriorityDistrictFacts[] {
  return districts.flatMap((code) => {
    const district = known.get(code);
    const holds = district && district.firstDay <= day && (district.lastDay === null || day <= district.lastDay);
    return holds ? [district] : [];
  });
}
