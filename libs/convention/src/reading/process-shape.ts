import { choice, list, object, optional, required, wholeNumber, type ValueOf } from '#shapes';
import { MOTIVE_LIST_WORDS, VOTER_WORDS } from '../words';
import { calendarDay, code, motiveCode, words } from './texts';

export type MotiveDraft = ValueOf<typeof MOTIVE>;
export type CommissionDraft = ValueOf<typeof COMMISSION>;

export const MOTIVE = object({
  code: required(motiveCode, 'Code', 'Celui que les commandes donnent. Celui d’un motif par défaut le remplace.'),
  nom: required(words, 'Nom', 'Tel que les documents et les états le montrent.'),
  listes: required(
    list(choice(MOTIVE_LIST_WORDS), { least: 1 }),
    'Listes',
    'Qui peut le donner, et pour quoi : menage, non_attribution, irrecevabilite, retrait, retour, report, correction.',
  ),
  date_debut: optional(calendarDay, 'Premier jour', 'Premier acte qui peut le donner. Absent : depuis toujours.'),
  date_fin: optional(calendarDay, 'Dernier jour', 'Dernier acte qui peut le donner. Absent : sans fin.'),
});

export const COMMISSION = object({
  code: required(code, 'Code', 'Celui du bailleur, comme dans bailleurs.csv.'),
  quorum: optional(wholeNumber(1, 9), 'Quorum', 'Membres votants présents, au moins. Absent : aucun.'),
  votants: optional(
    list(choice(VOTER_WORDS), { least: 1 }),
    'Votants',
    'membres (six), maire, prefet, epci (une voix chacun). Absent : tous.',
  ),
});
