import { timeZoneOf } from '#convention';
import type { Position } from '#event-store';
import type { Installation } from '#installation';
import { dayAt, type Day } from '#kernel';
import { conventionAt } from '../projections/convention';
import { FRAGILITY_MODEL } from '../projections/model';

/** The day that it is now in the territory. */
export async function todayIn({ clock, readStore }: Installation): Promise<Day> {
  const model = await readStore.active(FRAGILITY_MODEL);
  return dayAt(clock.now(), timeZoneOf(await conventionAt(model, '~' as Position)));
}
