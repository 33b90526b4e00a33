import fc from 'fast-check';
import {
  addDays,
  day,
  dayAt,
  endOfDay,
  parseAsOf,
  parseDay,
  parseInstant,
  startOfDay,
  wallClock,
  type Instant,
} from './index';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1990-01-01'), count));

describe('days', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31'])('%s is a day', (text) => expect(parseDay(text)).toBe(text));
  it.each(['2023-02-29', '1900-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '23-04-01', '2023-4-1', ''])(
    '%s is no day',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );

  it('ends at midnight in Paris, in winter, in summer and on the days when the clock changes', () => {
    expect(endOfDay(day('2023-01-15'))).toBe('2023-01-15T22:59:59.999Z');
    expect(endOfDay(day('2023-07-15'))).toBe('2023-07-15T21:59:59.999Z');
    expect(endOfDay(day('2023-03-26'))).toBe('2023-03-26T21:59:59.999Z');
    expect(endOfDay(day('2023-10-29'))).toBe('2023-10-29T22:59:59.999Z');
  });

  it('holds its own end, and the next millisecond is the next day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'UTC'), (of, zone) => {
        const end = endOfDay(of, zone);
        expect(dayAt(end, zone)).toBe(of);
        expect(dayAt(new Date(Date.parse(end) + 1).toISOString() as typeof end, zone)).toBe(addDays(of, 1));
      }),
    );
  });

  it('starts a millisecond after the day before has ended, also where days have 23 or 25 hours', () => {
    expect(startOfDay(day('2023-03-26'))).toBe('2023-03-25T23:00:00.000Z');
    expect(startOfDay(day('2023-03-27'))).toBe('2023-03-26T22:00:00.000Z');
    expect(startOfDay(day('2023-10-30'))).toBe('2023-10-29T23:00:00.000Z');
    expect(startOfDay(day('2023-10-30'), 'America/Cayenne')).toBe('2023-10-30T03:00:00.000Z');
  });

  it('shows the local time', () => {
    expect(wallClock('2023-06-30T21:59:59.999Z' as Instant)).toBe('2023-06-30 23:59:59');
    expect(wallClock('2023-12-31T23:30:00.000Z' as Instant)).toBe('2024-01-01 00:30:00');
    expect(wallClock('2023-12-31T23:30:00.000Z' as Instant, 'America/Cayenne')).toBe('2023-12-31 20:30:00');
  });

  it('reads instants of RFC 3339, in UTC', () => {
    expect(parseInstant('2023-06-30T23:59:59+02:00')).toBe('2023-06-30T21:59:59.000Z');
    expect(parseInstant('2023-06-30T10:00:00.5Z')).toBe('2023-06-30T10:00:00.500Z');
    expect(parseInstant('2023-06-31T10:00:00Z')).toBeUndefined();
    expect(parseInstant('2023-06-30T10:00:00')).toBeUndefined();
    expect(parseAsOf('2023-06-30')).toBe('2023-06-30T21:59:59.999Z');
    expect(parseAsOf('2023-06-30', 'Indian/Reunion')).toBe('2023-06-30T19:59:59.999Z');
    expect(parseAsOf('2023-06-30T12:00:00Z', 'Indian/Reunion')).toBe('2023-06-30T12:00:00.000Z');
    expect(parseAsOf('hier')).toBeUndefined();
  });
});
