import { INSTANCE_SCOPES } from '../convention';
import { choice, list, object, oneOf, optional, required, trueOrFalse, wholeNumber, type ValueOf } from '#shapes';
import { INSTANCE_PERIOD_WORDS, UNIT_WORDS, WHEN_WORDS } from '../words';
import { code, words, yearlyDay } from './texts';

export type InstanceDraft = ValueOf<typeof INSTANCE>;
export type DueDateDraft = ValueOf<typeof DUE_DATE>;

const INSTANCE_DELAY = object({
  nom: required(words, 'Nom', 'Ce qui a lieu dans ce délai.'),
  duree: required(wholeNumber(0, 1_000), 'Durée', 'En jours ou en mois.'),
  unite: required(choice(UNIT_WORDS), 'Unité', 'jours ou mois.'),
  sens: required(choice(WHEN_WORDS), 'Sens', 'avant ou apres l’évènement.'),
  evenement: required(words, 'Évènement', 'Ce dont le délai est compté.'),
});

export const INSTANCE = object({
  code: required(code, 'Code', 'Unique dans la liste.'),
  nom: required(words, 'Nom', 'Celui du document.'),
  portee: required(
    oneOf(INSTANCE_SCOPES),
    'Portée',
    'Une pour le territoire, ou une par commune, QPV, résidence ou opération.',
  ),
  sur_demande: optional(trueOrFalse, 'Sur demande', 'true : ne se réunit que si on le demande. Par défaut false.'),
  seances_min: optional(wholeNumber(0, 100), 'Séances au moins', 'Par période. Absent : le document n’en fixe pas.'),
  seances_max: optional(wholeNumber(0, 100), 'Séances au plus', 'Par période. Absent : le document n’en fixe pas.'),
  periode: optional(choice(INSTANCE_PERIOD_WORDS), 'Période', 'mois, semestre ou annee.'),
  delais: optional(list(INSTANCE_DELAY), 'Délais', 'Ceux que le document fixe à l’instance.'),
  source: required(words, 'Source', 'L’article, ou la page du document.'),
});

export const DUE_DATE = object({
  code: required(code, 'Code', 'Unique dans la liste.'),
  nom: required(words, 'Nom', 'Ce qui est dû.'),
  jours: optional(list(yearlyDay, { least: 1 }), 'Jours', 'De chaque année, MM-JJ. Absent : aucun n’est fixé.'),
  tous_les_mois: optional(wholeNumber(1, 240), 'Tous les tant de mois', 'Absent : le document ne le dit pas.'),
  source: required(words, 'Source', 'L’article, ou la page du document.'),
});
