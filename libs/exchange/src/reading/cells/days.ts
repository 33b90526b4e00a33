import { dayOf, parseDay, type Day } from '#kernel';
import { remembering, Unreadable, type CellReader } from './reader';

const FRENCH = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const NOT_A_DAY = new Unreadable('une date du calendrier est attendue : AAAA-MM-JJ ou JJ/MM/AAAA');

/** A calendar day, `AAAA-MM-JJ` or `JJ/MM/AAAA`. */
export const calendarDay: CellReader<Day> = { form: 'day', read: remembering(readDay) };

function readDay(found: string): Day | Unreadable {
  const french = FRENCH.exec(found);
  if (french) return dayOf(Number(french[3]), Number(french[2]), Number(french[1])) ?? NOT_A_DAY;
  return parseDay(found) ?? NOT_A_DAY;
}
