import { dayOf, parseDay, type Day } from '#kernel';
import { remembering, Unreadable, type CellReader } from './cell-reader';

const FRENCH = /^(\d{2})\/(\d{2})\/(\d{4})$/;
export const DAY_EXPECTED = 'une date du calendrier est attendue : AAAA-MM-JJ ou JJ/MM/AAAA';
const NOT_A_DAY = new Unreadable(DAY_EXPECTED);

/** A calendar day, `AAAA-MM-JJ` or `JJ/MM/AAAA`. */
export const calendarDay: CellReader<Day> = { form: 'day', read: remembering(readDay) };

function readDay(found: string): Day | Unreadable {
  const french = FRENCH.exec(found);
  if (french) return dayOf(Number(french[3]), Number(french[2]), Number(french[1])) ?? NOT_A_DAY;
  return parseDay(found) ?? NOT_A_DAY;
}
