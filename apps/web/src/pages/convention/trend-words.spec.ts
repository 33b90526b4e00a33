import { findingOf, pointLabel, trendPoints } from './trend-words';

const AIM = { operator: 'min', measure: 'share', value: 0.25, valueText: '25 %' } as never;
const year = (name: number, rate: number | null, unfinished?: true) =>
  ({ from: `${name}-01-01`, to: `${name}-12-31`, numerator: 1, denominator: 4, rate, unfinished }) as never;
const finding = (aim: never, ...points: never[]) => findingOf(aim, points).replace(/[\u00a0\u202f]/g, ' ');

describe('the finding of a trend', () => {
  it('tells the direction between the first and the last period that is over', () => {
    expect(finding(AIM, year(2022, 0.117), year(2025, 0.179), year(2026, 0.05, true))).toBe(
      'La part monte, de 11,7 % en 2022 à 17,9 % en 2025 ; l’objectif est au moins 25 %.',
    );
    expect(finding(AIM, year(2022, 0.2), year(2023, 0.1))).toContain('La part baisse, de 20,0 %');
  });
  it('tells the same where both read the same', () =>
    expect(finding(AIM, year(2022, 0.2), year(2023, 0.2001))).toContain('La part ne change pas : 20,0 %'));
  it('tells no direction of one period or of none', () => {
    expect(finding(AIM, year(2022, null), year(2023, 0.2))).toContain('Une seule période finie a des baux : 20,0 %');
    expect(finding(AIM, year(2022, null))).toContain('pas de tendance');
  });
  it('says nothing of an aim where there is none', () =>
    expect(finding({ operator: 'monitor', measure: 'share', value: null } as never, year(2022, 0.2))).toMatch(
      /2022\.$/,
    ));
  it('counts where the objective counts', () =>
    expect(
      finding({ operator: 'min', measure: 'count', value: 4, valueText: '4' } as never, year(2022, 0.2)),
    ).toContain(': 1 en 2022'));
});

describe('the points of a trend', () => {
  it('names years and quarters, and keeps what is not over', () => {
    expect(pointLabel({ from: '2025-04-01', to: '2025-06-30' })).toBe('2025 T2');
    expect(trendPoints('share', [year(2026, 0.2, true)])).toEqual([{ label: '2026', value: 0.2, isUnfinished: true }]);
  });
});
