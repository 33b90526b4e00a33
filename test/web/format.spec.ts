import { asOfText, longDay, shortDay, typedDay } from '../../apps/web/src/format/days';
import { count, percent, plural, points, targetPercent } from '../../apps/web/src/format/numbers';
import { faultsOfLanguage } from '../browser/support/language';

describe('numbers and days, as French writes them', () => {
  it('have their spaces and their comma', () => {
    expect([count(1178), percent(0.12054), targetPercent(0.25)]).toEqual(['1\u202f178', '12,1\u00a0%', '25\u00a0%']);
    expect([points(0.0123), points(-0.06), points(0)]).toEqual(['+1,2 point', '−6,0 points', '0,0 point']);
    expect([count(null), percent(undefined)]).toEqual(['—', '—']);
  });

  it('are plural from two on', () => {
    const texts = [0, 1, 2, 1178].map((value) => plural(value, 'attribution'));
    expect(texts).toEqual(['0 attribution', '1 attribution', '2 attributions', '1\u202f178 attributions']);
  });

  it('pass the gate of language', () => {
    const texts = [count(1178), percent(0.12054), points(-0.06), shortDay('2025-01-28'), longDay('2025-01-28')];
    expect(faultsOfLanguage(texts)).toEqual([]);
  });

  it('say a day in two forms, the first of a month too', () => {
    expect([shortDay('2025-01-28'), longDay('2025-01-28'), longDay('2024-03-01')]).toEqual([
      '28/01/2025',
      '28 janvier 2025',
      '1er mars 2024',
    ]);
    expect(asOfText('2025-01-28')).toBe('28 janvier 2025');
  });

  it.each([
    ['15/03/2024', '2024-03-15'],
    ['3/4/2024', '2024-04-03'],
    ['3.4.2024', '2024-04-03'],
    [' 2024-03-15 ', '2024-03-15'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', undefined],
    ['31/04/2024', undefined],
    ['15/13/2024', undefined],
    ['15/03/24', undefined],
    ['', undefined],
  ])('read « %s » as %s', (text, day) => {
    expect(typedDay(text)).toBe(day);
  });
});
