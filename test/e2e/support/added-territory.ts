import type { Row } from './territory';

/** A convention of a territory that the code does not know: a sector smaller than its commune, its own publics, an actor within a scope. */
export const ADDED_CONVENTION = {
  territoire: { siren: null, nom: 'Pays d’Essai', communes: ['35238', '35051'] },
  convention: { code: 'CIA-ESSAI', nom: 'Convention du Pays d’Essai', date_debut: '2022-01-01' },
  secteurs: [
    { code: 'S-NORD', nom: 'Nord', code_insee: '35238' },
    { code: 'S-SUD', nom: 'Sud', code_insee: '35238' },
  ],
  publics: [
    { code: 'apprentis', nom: 'Apprentis', colonne: 'apprenti', sensible: false },
    { code: 'aidants', nom: 'Proches aidants', colonne: 'proche_aidant', sensible: true },
  ],
  objectifs: [
    objective('APPRENTIS', 'PUBLIC_APPRENTIS', { type: 'epci' }, 'min', '30 %'),
    objective('AIDANTS', 'PUBLIC_AIDANTS', { type: 'epci' }, 'monitor', null),
    objective('SECTEURS', 'Q1', { type: 'secteur' }, 'max', '1/2'),
    {
      ...objective('CROISE', 'Q1', { type: 'commune', identifiants: ['35238'] }, 'min', '1/3'),
      acteur: bailleur('L-B'),
    },
  ],
};

/** Six leases of 2023 and two of 2022, in three residences of two communes. */
export const ADDED_FILES: Readonly<Record<string, readonly Row[]>> = {
  'communes.csv': [
    { code_insee: '35238', nom: 'Rennes' },
    { code_insee: '35051', nom: 'Cesson-Sévigné' },
  ],
  'bailleurs.csv': [
    { code_bailleur: 'L-A', nom: 'Bailleur A' },
    { code_bailleur: 'L-B', nom: 'Bailleur B' },
  ],
  'reservataires.csv': [{ code_reservataire: 'VILLE', nom: 'Ville', contingent: 'commune' }],
  'residences.csv': [
    residence('R1', '35238', 'L-A', 'S-NORD'),
    residence('R2', '35238', 'L-B', ''),
    residence('R3', '35051', 'L-B', ''),
  ],
  'attributions.csv': [
    lease(1, '2023-01-10', 'R1', '1', 'O', 'N'),
    lease(2, '2023-02-10', 'R1', '1', 'N', ''),
    lease(3, '2023-03-10', 'R1', '3', 'N', 'O'),
    lease(4, '2023-04-10', 'R2', '1', 'N', 'N'),
    lease(5, '2023-05-10', 'R2', '4', '', 'N'),
    lease(6, '2023-06-10', 'R3', '2', 'N', 'N'),
    lease(7, '2022-06-10', 'R1', '2', 'O', 'N'),
    lease(8, '2022-07-10', 'R2', '1', 'N', 'N'),
  ],
};

function objective(code: string, figure: string, portee: object, operateur: string, valeur: string | null) {
  return { code, nom: `Objectif ${code}`, figure, portee, operateur, valeur, origine: 'locale', source: 'Essai, p. 1' };
}

function bailleur(...identifiants: readonly string[]) {
  return { type: 'bailleur', identifiants };
}

function residence(code: string, commune: string, landlord: string, sector: string): Row {
  return {
    code_residence: code,
    nom: `Résidence ${code}`,
    code_insee: commune,
    code_bailleur: landlord,
    code_secteur: sector,
    logements: '40',
  };
}

function lease(number: number, day: string, at: string, quartile: string, apprenti: string, aidant: string): Row {
  return {
    numero_attribution: `ESSAI-${number}`,
    date_bail: day,
    code_residence: at,
    reference_logement: `${at}-${number}`,
    code_reservataire: 'VILLE',
    type_demande: 'premier_acces',
    numero_unique: `ESSAI${String(number).padStart(13, '0')}`,
    personnes_14_ans_et_plus: '1',
    enfants_moins_14_ans: '0',
    quartile,
    dalo: 'N',
    apprenti,
    proche_aidant: aidant,
  };
}
