import { judged, valueOf, type Count } from './judging';
import { missingFor } from './missing';
import { objectivesOn, type WrittenConvention, type WrittenObjective } from './written-convention';

function objective(operateur: string, valeur: string | null = null, more: Partial<WrittenObjective> = {}) {
  const own = { code: 'O', nom: 'O', figure: 'Q1', portee: { type: 'epci' }, operateur, valeur, periode: 'annee' };
  return { ...own, origine: 'loi', source: 'CCH', date_debut: '2020-01-01', date_fin: null, ...more };
}

const count = (text: string): Count => {
  const [numerator, denominator] = text.split('/').map(Number);
  return { numerator: numerator!, denominator: denominator! };
};

it('reads values as exact fractions', () => {
  expect([valueOf('25 %'), valueOf('12,5 %'), valueOf('1/3')]).toEqual([
    { parts: 25, whole: 100 },
    { parts: 125, whole: 1000 },
    { parts: 1, whole: 3 },
  ]);
});

describe('a judgement', () => {
  const status = (of: string, ...objectives: WrittenObjective[]) => judged(count(of), objectives).status;

  it('is exact at the value and just beside it', () => {
    expect(['1/3', '33/100'].map((of) => status(of, objective('min', '1/3')))).toEqual(['met', 'missed']);
    expect(['1/3', '34/100'].map((of) => status(of, objective('max', '1/3')))).toEqual(['met', 'missed']);
    expect(['0/5', '1/5'].map((of) => status(of, objective('zero')))).toEqual(['met', 'missed']);
  });

  it('compares whole percents for an equality, with half a percent rounded up', () => {
    const half = ['59/120', '99/200', '101/200', '61/120'].map((of) => status(of, objective('equal', '50 %')));
    expect(half).toEqual(['missed', 'met', 'missed', 'missed']);
  });

  it('merges several objectives: the highest minimum, the lowest maximum, and all must hold', () => {
    const several = [
      objective('min', '20 %'),
      objective('min', '30 %'),
      objective('max', '60 %'),
      objective('max', '1/2'),
    ];
    expect(judged(count('4/10'), several)).toEqual({ target: { min: 0.3, max: 0.5 }, status: 'met' });
    expect(judged(count('6/10'), several).status).toBe('missed');
  });

  it('must hold for each of several equalities, and shows the highest value', () => {
    const [half, third] = [objective('equal', '1/2'), objective('equal', '33 %')];
    expect(judged(count('1/2'), [half, third])).toEqual({ target: { equal: 0.5 }, status: 'missed' });
    expect(judged(count('1/2'), [half, objective('equal', '50 %')]).status).toBe('met');
  });

  it('is null where there is no value to reach, or where the denominator is 0', () => {
    expect(judged(count('1/2'), [objective('tendTo', '50 %'), objective('monitor')])).toEqual({
      target: null,
      status: null,
    });
    expect(judged(count('0/0'), [objective('zero')])).toEqual({ target: { max: 0 }, status: null });
  });
});

describe('what is missing', () => {
  it.each([
    ['142/1178', objective('min', '25 %'), 204],
    ['25/100', objective('min', '25 %'), 0],
    ['99/100', objective('min', '100 %'), null],
    ['40/100', objective('max', '25 %'), 60],
    ['1/100', objective('zero'), null],
    ['40/100', objective('equal', '50 %'), 19],
    ['60/100', objective('equal', '50 %'), 19],
    ['1/3', objective('equal', '40 %'), null],
    ['0/0', objective('min', '25 %'), 0],
    ['0/1', objective('monitor'), null],
    ['0/1', objective('tendTo', '50 %'), null],
  ])('of %s for %j is %p', (of, aim, missing) => {
    expect(missingFor(count(of), aim)).toBe(missing);
  });
});

describe('what is in force', () => {
  const withAmendments = (avenants: WrittenConvention['avenants']): WrittenConvention => ({
    territoire: { nom: 'T' },
    convention: { code: 'C', date_debut: '2020-01-01' },
    objectifs: [objective('min', '20 %'), objective('min', '1/2', { code: 'P', date_fin: '31/12/2020' })],
    avenants,
  });
  const amendment = (code: string, date_effet: string, valeur: string) => ({
    ...{ code, nom: code, date_adoption: date_effet, date_effet },
    objectifs: [objective('min', valeur)],
  });
  const values = (conventions: readonly WrittenConvention[], day: string) =>
    objectivesOn(conventions, day).map(({ code, valeur }) => `${code} ${valeur}`);

  it('follows the days of objectives and of amendments; a later amendment wins', () => {
    const all = [withAmendments([amendment('A', '2021-06-01', '30 %'), amendment('B', '01/06/2021', '40 %')])];
    expect(['2019-12-31', '2020-12-31', '2021-05-31', '2021-06-01'].map((day) => values(all, day))).toEqual([
      [],
      ['O 20 %', 'P 1/2'],
      ['O 20 %'],
      ['O 40 %'],
    ]);
  });

  it('follows the files: an amendment is unknown before the file that brings it, and stays when a later file leaves it out', () => {
    const later = withAmendments([amendment('A', '2020-06-01', '30 %')]);
    expect(values([withAmendments([])], '2021-01-01')).toEqual(['O 20 %']);
    expect(values([withAmendments([]), later, withAmendments([])], '2021-01-01')).toEqual(['O 30 %']);
  });

  it('drops the objectives that an amendment withdraws, from its day on', () => {
    const without = { ...amendment('A', '2020-06-01', '30 %'), objectifs: [], objectifs_retires: ['O'] };
    expect(values([withAmendments([without])], '2020-05-31')).toEqual(['O 20 %', 'P 1/2']);
    expect(values([withAmendments([without])], '2020-06-01')).toEqual(['P 1/2']);
  });
});
