import { seemsToNamePeople } from './people-in-text';

describe('a text that seems to name people', () => {
  it.each([
    'Plainte de Mme Martin',
    'M. Durand, au 3e étage',
    'Monsieur Élie a quitté le logement',
    'écrire à gardien@bailleur.fr',
    'appeler le 06 12 34 56 78',
    'demande 078000000000000042',
  ])('%s', (text) => {
    expect(seemsToNamePeople(text)).toBe(true);
  });

  it.each([
    'Deux halls à reprendre, ascenseur en panne depuis six mois.',
    '118 logements, 38 % sous 40 % du plafond, bâtis en 1974.',
    'Demande de Mme la maire et de M. le préfet',
    'Loyer de 412,30 € ; surface de 62,5 m2',
    'Réunion du 03/03/2024',
  ])('not %s', (text) => {
    expect(seemsToNamePeople(text)).toBe(false);
  });
});
