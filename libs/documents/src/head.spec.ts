import { instantOf } from '#kernel';
import { headFacts, headOf, recordedByText, referenceOf, type Issuer } from './head';

const ISSUER: Issuer = {
  territory: { label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
  siren: '200058782',
  convention: 'Convention d’essai',
};
const SOURCE = { asOf: instantOf(Date.parse('2024-01-31T23:30:00Z')), position: '0000000000030541' };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('gives the territory, its SIREN, the convention, and the local time of the state', () => {
  const { about, foot, keywords } = headOf('Titre', ISSUER, SOURCE, ['Baux de 2023']);
  expect(about.map(plain)).toEqual([
    'Saint-Quentin-en-Yvelines · SIREN 200 058 782',
    'Convention d’essai',
    'Baux de 2023',
    'État au 1er février 2024 à 00 h 30',
  ]);
  expect(foot).toBe(`Mixité · réf. ${referenceOf(SOURCE)}`);
  expect(keywords).toBe('2024-01-31T23:30:00.000Z 0000000000030541');
});

it('shows no position and no instant in UTC to people', () => {
  const { about, foot } = headOf('Titre', ISSUER, SOURCE, []);
  const shown = [...about, foot, ...headFacts(ISSUER, SOURCE, []).flat()].join('\n');
  expect(shown).not.toMatch(/30541|\dZ|T\d\d:/);
});

it('says within a sentence what was recorded by when, in the time of the territory', () => {
  const { asOf } = SOURCE;
  expect(plain(recordedByText(asOf, 'Indian/Reunion'))).toBe(
    "d'après ce qui était enregistré au 1er février 2024 à 03 h 30",
  );
  expect(recordedByText(null, 'Europe/Paris')).toBe("d'après ce qui était enregistré au —");
});

it('has the same reference for the same state only', () => {
  expect(referenceOf(SOURCE)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(referenceOf({ ...SOURCE })).toBe(referenceOf(SOURCE));
  expect(referenceOf({ ...SOURCE, position: '0000000000030542' })).not.toBe(referenceOf(SOURCE));
});

it('leaves out what is not known', () => {
  const bare = { ...ISSUER, siren: null, convention: null };
  const { about, foot } = headOf('Titre', bare, { asOf: null, position: null }, []);
  expect(about).toEqual(['Saint-Quentin-en-Yvelines', 'Rien n’était encore enregistré.']);
  expect(foot).toBe('Mixité');
});
