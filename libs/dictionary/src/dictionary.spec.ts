import fc from 'fast-check';
import { openAt, type EntityKind, type NamedEntity } from '#compliance';
import { aConvention } from '#convention/testing';
import { START } from '#event-store';
import { day } from '#kernel';
import { aCommune, aDistrict, aHolder, aLandlord, aResidence } from '#territory/testing';
import { dictionaryOn, type KnownEntities } from './dictionary';

function known<Kind extends EntityKind>(kind: Kind, facts: { readonly code: string }, rows: object = {}) {
  const lists = kind === 'residence' ? { ownerships: [], notes: [], surveys: [], ...rows } : {};
  return { facts, key: `${kind}/${facts.code}`, kind, ...openAt(START), ...lists } as unknown as NamedEntity<Kind>;
}

const R1 = aResidence('R1', {
  districts: ['Q1', 'Q2'],
  latitude: '48.7771',
  longitude: '2.0041',
  dwellings: 50,
  sector: 'S9',
});
const NOTES = [
  { residence: 'R1', from: day('2023-01-01'), statistical: null, commune: 5, landlord: 5, final: 5, consensus: null },
];
const OWNERSHIPS = [{ residence: 'R1', from: day('2024-01-01'), landlord: 'L2' }];

const KNOWN: KnownEntities = {
  communes: [known('commune', aCommune('C2')), known('commune', aCommune('C1'))],
  districts: [
    known('district', aDistrict('Q2', '2024-01-01')),
    known('district', aDistrict('Q1', '2015-01-01', '2023-12-31')),
  ],
  landlords: [known('landlord', aLandlord('L1')), known('landlord', aLandlord('L2'))],
  holders: [known('holder', aHolder('H1', { contingent: 'action_logement' })), known('holder', aHolder('H2'))],
  residences: [
    known('residence', R1, { notes: NOTES, ownerships: OWNERSHIPS }),
    known('residence', aResidence('R0', { latitude: null, longitude: null })),
  ],
  convention: {
    base: aConvention({
      sectors: [{ code: 'S1', name: 'Nord', commune: 'C1' }],
      publics: [{ code: 'jeunes', name: 'Moins de 25 ans', column: 'jeunes', sensitive: true }],
      essentialOccupations: [{ code: 'soin', name: 'Soignants' }],
    }),
    amendments: [],
  },
};

const everyone = () => true;

describe('the dictionary of a day', () => {
  it('names everything by its code, in the order of the codes', () => {
    const dictionary = dictionaryOn(day('2024-06-30'), KNOWN, everyone);
    expect(dictionary.communes.map(({ id }) => id)).toEqual(['C1', 'C2']);
    expect(dictionary.landlords).toEqual([
      { id: 'L1', label: aLandlord('L1').name },
      { id: 'L2', label: aLandlord('L2').name },
    ]);
    expect(dictionary.holders.map(({ id, contingent }) => [id, contingent])).toEqual([
      ['H1', 'action_logement'],
      ['H2', aHolder('H2').contingent],
    ]);
    expect(dictionary.contingents).toContainEqual({ id: 'action_logement', label: 'Contingent d’Action Logement' });
    expect(dictionary.sectors).toEqual([
      { id: 'S1', label: 'Nord', commune: 'C1' },
      { id: 'S9', label: 'S9', commune: null },
    ]);
    expect(dictionary.publics).toEqual([
      { id: 'jeunes', label: 'Moins de 25 ans', sensitive: true, figure: 'PUBLIC_JEUNES' },
    ]);
    expect(dictionary.occupations).toEqual([{ id: 'soin', label: 'Soignants' }]);
  });

  it('gives the owner, the QPV and the note of the day', () => {
    const of = (on: string) => {
      const { residences, districts } = dictionaryOn(day(on), KNOWN, everyone);
      const { landlord, districts: within, note } = residences.find(({ id }) => id === 'R1')!;
      return [landlord, within, note, districts.filter(({ inForce }) => inForce).map(({ id }) => id)];
    };
    expect(of('2022-06-30')).toEqual([R1.landlord, ['Q1'], null, ['Q1']]);
    expect(of('2023-06-30')).toEqual([R1.landlord, ['Q1'], 5, ['Q1']]);
    expect(of('2024-06-30')).toEqual(['L2', ['Q2'], 5, ['Q2']]);
  });

  it('gives degrees as numbers, and null where they are not known', () => {
    const { residences } = dictionaryOn(day('2024-06-30'), KNOWN, everyone);
    expect(residences.map(({ id, latitude, longitude, dwellings }) => [id, latitude, longitude, dwellings])).toEqual([
      ['R0', null, null, aResidence('R0').dwellings],
      ['R1', 48.7771, 2.0041, 50],
    ]);
  });

  it('names a residence outside the scope, and shows no note of it', () => {
    const { residences } = dictionaryOn(day('2024-06-30'), KNOWN, (code) => code === 'R0');
    expect(residences.map(({ id, note, withinScope }) => [id, note, withinScope])).toEqual([
      ['R0', null, true],
      ['R1', null, false],
    ]);
  });

  it('is that of the law where no convention is recorded', () => {
    const { publics, occupations, sectors } = dictionaryOn(day('2024-06-30'), { ...KNOWN, convention: null }, everyone);
    expect([publics, occupations, sectors.map(({ id }) => id)]).toEqual([[], [], ['S9']]);
  });

  it('is the same whatever the order in which its entities are read', () => {
    const shuffled = <One>(list: readonly One[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(shuffled(KNOWN.communes), shuffled(KNOWN.districts), shuffled(KNOWN.residences), (c, d, r) => {
        const other = { ...KNOWN, communes: c, districts: d, residences: r };
        expect(dictionaryOn(day('2024-06-30'), other, everyone)).toEqual(
          dictionaryOn(day('2024-06-30'), KNOWN, everyone),
        );
      }),
    );
  });
});
