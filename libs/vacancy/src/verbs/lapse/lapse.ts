import { addDays, type Day, type Decision } from '#kernel';
import type { VacancyEvent } from '../../events';
import type { OfCandidate } from '../../of-candidate';
import { startsFor } from '../../transitions';

/* The timer records what followed by itself. It acts on what is known when it wakes, and on nothing where the household answered meanwhile. */

/** The offer lapses by silence, on its last day (R441-10). Nothing where that day is not past, or the offer no longer waits. */
export function lapseOffer({ vacancy, candidate }: OfCandidate, today: Day): Decision<VacancyEvent> {
  const { offer, id } = candidate;
  if (!startsFor(candidate, vacancy, 'offer lapses') || today <= offer!.lastDay) return [];
  return [{ type: 'OfferLapsed', data: { candidate: id, on: offer!.lastDay } }];
}

/** The allocation lapses for want of its document, the day after its last day. Nothing where it came, or the day is not past. */
export function lapseCondition({ vacancy, candidate }: OfCandidate, today: Day): Decision<VacancyEvent> {
  const { condition, id } = candidate;
  if (!startsFor(candidate, vacancy, 'condition lapses') || today <= condition!.due) return [];
  return [{ type: 'ConditionLapsed', data: { candidate: id, on: addDays(condition!.due, 1) } }];
}
