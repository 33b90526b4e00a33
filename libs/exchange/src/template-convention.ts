import { FIGURE_CODES } from '#compliance';
import { conventionSchema } from '#convention';
import type { Json } from '#kernel';
import { CONVENTION_FILE, CONVENTION_SCHEMA_FILE } from './reading/convention-file';

/** An example convention. It can be imported with the example rows of the other files. */
const EXAMPLE: Json = {
  $schema: CONVENTION_SCHEMA_FILE,
  territoire: {
    siren: null,
    nom: 'Territoire d’exemple',
    fuseau_horaire: 'Europe/Paris',
    communes: ['78621'],
  },
  convention: {
    code: 'CIA-EXEMPLE',
    nom: 'Convention intercommunale d’attribution (exemple)',
    date_adoption: '2025-01-28',
    date_debut: '2017-01-28',
    date_fin: '2031-01-27',
  },
  secteurs: [{ code: 'S-EXEMPLE', nom: 'Secteur d’exemple', code_insee: '78621' }],
  publics: [{ code: 'moins_25_ans', nom: 'Moins de 25 ans', colonne: 'moins_25_ans', sensible: false }],
  objectifs: [
    {
      code: 'LOI-25',
      nom: 'Hors QPV, au moins 25 % au premier quartile ou relogés',
      figure: 'Q1_REHOUSED_OUTSIDE_QPV',
      portee: { type: 'epci' },
      operateur: 'min',
      valeur: '25 %',
      periode: 'annee',
      origine: 'loi',
      source: 'CCH, article L441-1',
      date_debut: '2017-01-28',
      date_fin: null,
    },
    {
      code: 'JEUNES',
      nom: 'Tendre vers une attribution sur six à des moins de 25 ans',
      figure: 'PUBLIC_MOINS_25_ANS',
      portee: { type: 'secteur', identifiants: ['S-EXEMPLE'] },
      operateur: 'tendTo',
      valeur: '1/6',
      periode: 'annee',
      origine: 'locale',
      source: 'Convention, page 12',
    },
    {
      code: 'PRIO-BAILLEUR',
      nom: 'Publics prioritaires, sur le contingent des bailleurs, dans la commune',
      figure: 'PRIORITY',
      portee: { type: 'commune', identifiants: ['78621'] },
      acteur: { type: 'contingent', identifiants: ['bailleur'] },
      operateur: 'min',
      valeur: '25 %',
      periode: 'annee',
      origine: 'loi',
      source: 'CCH, article L441-1',
    },
  ],
  professions_essentielles: [{ code: 'sante', nom: 'Santé' }],
  categories_prioritaires: [{ code: 'a', nom: 'Handicap' }],
  bareme_fragilite: {},
  delais: { reponse_offre_jours: 10, renouvellement_notes_annees: 2, liste_residences_annees: 3 },
  conservation: { apres_fin_demande_mois: 12 },
  avenants: [],
};

/** The JSON files of the template, by their names: an example convention, and its schema for editors. */
export const CONVENTION_TEMPLATE: ReadonlyMap<string, string> = new Map([
  [CONVENTION_FILE, textOf(EXAMPLE)],
  [CONVENTION_SCHEMA_FILE, textOf(conventionSchema(FIGURE_CODES))],
]);

function textOf(json: Json): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}
