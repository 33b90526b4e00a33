import {
  communeCodeOrAbroad,
  householdNumber,
  integer,
  money,
  oneOf,
  optional,
  quartile,
  required,
  text,
  wordFor,
  yesNo,
} from '#cells';
import { APPLICATION_KINDS, COMPOSITIONS, REHOUSING_KINDS } from './events';

const [FIRST_ACCESS, TRANSFER] = APPLICATION_KINDS;
const applicationKind = wordFor({ [FIRST_ACCESS]: false, [TRANSFER]: true });
const PERSONAL = { personal: true };

/** The columns about the household of a lease, in the order of attributions.csv. A designation has the same. */
export const HOUSEHOLD_COLUMNS = {
  transfer: required('type_demande', applicationKind, FIRST_ACCESS),
  householdNumber: required('numero_unique', householdNumber, '078000000000000XYZ', PERSONAL),
  personsOf14OrMore: required('personnes_14_ans_et_plus', integer(1, 50), '2', PERSONAL),
  childrenUnder14: required('enfants_moins_14_ans', integer(0, 50), '1', PERSONAL),
  income: optional('ressources_annuelles', money, '18450,50', PERSONAL),
  givenQuartile: optional('quartile', quartile, '', PERSONAL),
  dalo: required('dalo', yesNo, 'N', PERSONAL),
  priorityCategory: optional('categorie_prioritaire', text, '', PERSONAL),
  rehousing: optional('relogement', oneOf(REHOUSING_KINDS), '', PERSONAL),
  homeCommune: optional('commune_domicile', communeCodeOrAbroad, '78621', PERSONAL),
  workCommune: optional('commune_travail', communeCodeOrAbroad, '78423', PERSONAL),
  professionalMobility: optional('mobilite_professionnelle', yesNo, 'N', PERSONAL),
  essentialWorker: optional('travailleur_essentiel', yesNo, 'N'),
  composition: optional('composition', oneOf(COMPOSITIONS), 'couple_enfants'),
};
