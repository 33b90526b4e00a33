import { typedDay } from '../format/days';

/** What a person typed, `JJ/MM/AAAA` or `JJ/MM/AAAA HH:MM` in the time of the browser, as the API takes it; undefined where it is neither. */
export function typedAsOf(text: string): string | undefined {
  const [dayText = '', hour, ...rest] = text.trim().split(/\s+/);
  const day = typedDay(dayText);
  if (day === undefined || rest.length > 0) return undefined;
  if (hour === undefined) return day;
  if (!/^([01]?\d|2[0-3])[:h][0-5]\d$/.test(hour)) return undefined;
  return new Date(`${day}T${hour.replace('h', ':').padStart(5, '0')}:00`).toISOString();
}
