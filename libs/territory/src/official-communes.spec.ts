import { homonymCommunes, nearestCommune, officialCommune, officialEpci } from './official-communes';

describe('official communes', () => {
  it('knows a current commune and its EPCI', () => {
    expect(officialCommune('78621')).toEqual({ code: '78621', name: 'Trappes', current: '78621', epci: '200058782' });
  });

  it('finds the present commune of a merged commune', () => {
    expect(officialCommune('01340')).toMatchObject({ current: '01015' });
    expect(officialCommune('01120')).toMatchObject({ name: 'Cordieux', current: '01262' });
  });

  it('finds the present commune where a delegated commune kept the same code', () => {
    expect(officialCommune('01015')).toMatchObject({ name: 'Arboys en Bugey', current: '01015' });
  });

  it('finds the city of a municipal arrondissement', () => {
    expect(officialCommune('75101')).toMatchObject({ current: '75056' });
    expect(officialCommune('13201')).toMatchObject({ current: '13055' });
  });

  it('takes 99xxx as abroad and does not know other codes', () => {
    expect(officialCommune('99351')).toMatchObject({ abroad: true, current: '99351' });
    expect(officialCommune('78999')).toBeUndefined();
    expect(officialCommune('')).toBeUndefined();
  });

  it('lists the communes of one name, the largest first, with their département', () => {
    const codes = (name: string) => homonymCommunes(name).map(({ code, department }) => `${code} ${department}`);
    expect(codes('CASTRES')).toEqual(['81065 Tarn', '02142 Aisne']);
    expect(codes('Saint Denis').slice(0, 2)).toEqual(['97411 La Réunion', '93066 Seine-Saint-Denis']);
    expect([codes('Trappes'), codes('Nulle part')]).toEqual([[], []]);
  });

  it('lists the communes of an EPCI', () => {
    expect(officialEpci('200058782')?.communes).toHaveLength(12);
    expect(officialEpci('200058783')).toBeUndefined();
  });
});

describe('the nearest commune', () => {
  it.each([
    ['78961', '78561', 'a wrong digit rather than a former code'],
    ['76821', '76281', 'swapped digits'],
    ['786621', '78621', 'a digit too many'],
    ['1004', '01004', 'a lost leading zero'],
    ['78 621', '78621', 'a space'],
    ['montigni le bretoneux', '78423', 'a misspelt name'],
    ['ELANCOURT', '78208', 'a name without its accent'],
  ])('of %s is %s: %s', (wrong, right) => {
    expect(nearestCommune(wrong)?.code).toBe(right);
  });

  it('stays in the département where it can', () => {
    expect(nearestCommune('78000')?.code.slice(0, 2)).toBe('78');
  });

  it('is undefined for a text that resembles no commune', () => {
    expect(nearestCommune('zzzzzzzzzz')).toBeUndefined();
    expect(nearestCommune(' ')).toBeUndefined();
  });
});
