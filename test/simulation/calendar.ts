/* The simulation's own calendar, by the code of labour and the rule of R441-10. It shares nothing with the product's. */

const MS_A_DAY = 86_400_000;

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10);
}

const IN_PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an instant in Paris. */
export function dayOf(instant: string): string {
  return IN_PARIS.format(new Date(instant));
}

export function latest(...days: readonly (string | null | undefined)[]): string {
  return days.reduce<string>((last, day) => (day && day > last ? day : last), '0000-00-00');
}

/** Easter Sunday, by the calculation of Butcher and Meeus. */
export function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const [month, day] = [Math.floor(sum / 31), (sum % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The eleven public holidays of France (L3133-1 of the code of labour). */
export function holidays(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  return new Set([...fixed.map((day) => `${year}-${day}`), plus(sunday, 1), plus(sunday, 39), plus(sunday, 50)]);
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(day.slice(0, 4))).has(day);
}

/** The count begins the day after the notice; a last day that is no working day moves to the next one. */
export function lastDayToAnswer(notifiedOn: string, days: number): string {
  let last = plus(notifiedOn, days);
  while (!isWorkingDay(last)) last = plus(last, 1);
  return last;
}
