import { instantOf } from '#kernel';
import { demoStages } from './stages';

const until = (day: string) => demoStages(instantOf(Date.parse(`${day}T23:00:00Z`)));

describe('the stages of the demonstration', () => {
  const whole = until('2026-11-30');

  it('are in the order of their instants, each with files', () => {
    const instants = whole.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...new Set(instants)].sort());
    expect(whole.every(({ files }) => files.size > 0)).toBe(true);
  });

  it.each(['2019-08-15', '2022-12-31', '2024-02-10'])(
    'until %s are the first of the whole, with the same bytes',
    (day) => {
      const some = until(day);
      expect(some.length).toBeGreaterThan(0);
      expect(some.at(-1)!.recordedAt.slice(0, 10) <= day).toBe(true);
      expect(some.map(bytes)).toEqual(whole.slice(0, some.length).map(bytes));
    },
  );

  it('go on after the last year that has a plan', () => {
    const later = until('2028-02-01');
    expect(later.slice(0, whole.length).map(bytes)).toEqual(whole.map(bytes));
    expect(later.at(-1)!.recordedAt.slice(0, 7)).toBe('2028-01');
    expect(later.at(-1)!.files.has('attributions.csv')).toBe(true);
  });

  it('record nothing before it happened', () => {
    for (const { recordedAt, files } of whole)
      for (const [file, column] of [
        ['attributions.csv', 'date_bail'],
        ['relogements.csv', 'date_relogement'],
      ] as const) {
        const [header, ...lines] = (files.get(file) ?? '').trimEnd().split('\n');
        const index = header!.split(';').indexOf(column);
        const late = lines.filter((line) => line.split(';')[index]! > recordedAt.slice(0, 10));
        expect([recordedAt, file, late]).toEqual([recordedAt, file, []]);
      }
  });
});

function bytes({ recordedAt, files }: ReturnType<typeof until>[number]) {
  return [recordedAt, ...files];
}
