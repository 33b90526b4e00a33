import * as fc from 'fast-check';
import { Unreadable } from '#cells';
import { dateForm } from './date-form';

const read = (form: string, found: string) => {
  const day = dateForm(form)!.read(found);
  return day instanceof Unreadable ? day.message : day;
};

describe('a form of dates', () => {
  it.each([
    ['JJ.MM.AAAA', '05.03.2024', '2024-03-05'],
    ['MM/JJ/AAAA', '03/05/2024', '2024-03-05'],
    ['AAAAMMJJ', '20240305', '2024-03-05'],
    ['J/M/AAAA', '5/3/2024', '2024-03-05'],
    ['J/M/AAAA', '15/12/2024', '2024-12-15'],
    ['JJ/MM/AA', '05/03/24', '2024-03-05'],
    ['JJ/MM/AA', '05/03/49', '2049-03-05'],
    ['JJ/MM/AA', '05/03/50', '1950-03-05'],
    ['JJ/MM/AAAA HH:MM:SS', '05/03/2024 00:00:00', '2024-03-05'],
    ['JJ/MM/AAAA HH:MM:SS', '05/03/2024 00:00', '2024-03-05'],
    ['JJ/MM/AAAA HH:MM', '05/03/2024 0:00', '2024-03-05'],
    ['AAAA-MM-JJTHH:MM:SS', '2024-03-05T00:00:00.000', '2024-03-05'],
    ['AAAA-MM-JJ HH:MM:SS', '2024-03-05 00:00:00,0', '2024-03-05'],
  ])('%s reads %s', (form, found, day) => expect(read(form, found)).toBe(day));

  it.each([
    ['JJ/MM/AAAA', '5/3/2024'],
    ['JJ/MM/AAAA', '05/03/24'],
    ['JJ/MM/AA', '05/03/2024'],
    ['JJ/MM/AAAA', '05/03/2024 00:00'],
    ['JJ/MM/AAAA HH:MM', '05/03/2024'],
    ['J/M/AAAA', '115/3/2024'],
    ['JJ.MM.AAAA', '05-03-2024'],
  ])('%s does not read %s', (form, found) =>
    expect(read(form, found)).toBe(`une date de la forme ${form} est attendue`),
  );

  it('refuses a time that is not midnight: the day would depend on a time zone', () => {
    for (const time of ['23:00:00', '00:00:01', '00:30', '00:00:00.5'])
      expect(read('JJ/MM/AAAA HH:MM:SS', `14/03/2024 ${time}`)).toContain('à minuit');
  });

  it.each([
    '',
    'JJ/MM',
    'JJ/MM/AAAA/AA',
    'JJ/JJ/AAAA',
    'J/MM/A',
    'jour JJ/MM/AAAA',
    'JJ/MM/AAAA HH',
    'HH:MM JJ/MM/AAAA',
  ])('« %s » is no form of dates', (form) => expect(dateForm(form)).toBeUndefined());

  it('reads every day that is written in it', () => {
    const separator = fc.constantFrom('/', '.', '-', ' ', '');
    const parts = fc.shuffledSubarray(['JJ', 'MM', 'AAAA'], { minLength: 3, maxLength: 3 });
    const time = fc.constantFrom('', ' HH:MM', 'THH:MM:SS');
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(separator, parts, time, days, (by, order, clock, date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-') as [string, string, string];
        const words: Readonly<Record<string, string>> = { JJ: dayOfMonth, MM: month, AAAA: year };
        const written = order.map((part) => words[part]!).join(by) + clock.replace(/HH|MM|SS/g, '00');
        expect(read(order.join(by) + clock, written)).toBe(day);
      }),
    );
  });
});
