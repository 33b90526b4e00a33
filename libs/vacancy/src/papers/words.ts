import type { Composition, QuartileFact } from '#allocation';
import type { NamedCode } from '#convention';
import { frenchDay } from '#documents';
import type { DecidedCandidate } from '../events';
import type { Basis, CommissionDecision, CommissionForm, DocumentKind, Exception, MayorVote, Opinion } from '../words';

/* The coded words of the process as papers say them to people. A code that has no words yet is shown as it is. */

export const COMPOSITION_NAMES: Readonly<Record<Composition, string>> = {
  seul: 'personne seule',
  couple: 'couple',
  couple_enfants: 'couple avec enfants',
  monoparentale: 'famille monoparentale',
  nombreuse: 'famille nombreuse',
  autre: 'autre',
};

export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  reservation: 'réservation',
  dalo_prefet: 'DALO, désigné par le préfet',
  substitution: 'attribution par le préfet, en substitution',
  refus_dalo: 'attribution par le préfet, après le refus d’un ménage DALO',
};

export const OPINION_NAMES: Readonly<Record<Opinion, string>> = {
  favorable: 'favorable',
  reserve: 'réservé',
  defavorable: 'défavorable',
};

export const OPINION_GIVERS = { epci: 'EPCI', commune: 'commune' } as const;

export const DECISION_NAMES: Readonly<Record<CommissionDecision, string>> = {
  attribution: 'attribution',
  attribution_rang: 'attribution',
  attribution_sous_condition: 'attribution sous condition',
  non_attribution: 'non-attribution',
  irrecevabilite: 'irrecevabilité',
};

export const FORM_NAMES: Readonly<Record<CommissionForm, string>> = {
  presentielle: 'en présence des membres',
  dematerialisee: 'à distance',
};

export const EXCEPTION_NAMES: Readonly<Record<Exception, string>> = {
  insuffisance: 'trop peu de demandes',
  dalo: 'candidat désigné au titre du droit au logement opposable',
  d331_25_1: 'logement de l’article D. 331-25-1',
};

const MAYOR_NAMES: Readonly<Record<MayorVote, string>> = {
  pour: 'pour',
  contre: 'contre',
  abstention: 'abstention',
  absent: 'absent',
};

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  identite: 'pièce d’identité ou de séjour',
  situation_familiale: 'justificatif de la situation familiale',
  ressources: 'justificatif des ressources',
  logement_actuel: 'justificatif du logement actuel',
  activite: 'justificatif de l’activité professionnelle',
  autre: 'autre pièce',
};

/** Motives of the process, by whoever gives them. */
const MOTIVE_NAMES: Readonly<Record<string, string>> = {
  loyer: 'loyer ou charges trop élevés',
  localisation: 'localisation',
  environnement: 'environnement',
  taille: 'taille du logement',
  etat: 'état du logement',
  etage_acces: 'étage ou accès',
  annexes: 'annexes',
  autre_logement: 'autre logement trouvé',
  ne_cherche_plus: 'ne cherche plus de logement',
  sans_reponse: 'sans réponse',
  doublon: 'doublon',
  injoignable: 'ménage injoignable',
  logement_indisponible: 'logement indisponible',
  sans_candidat: 'sans candidat',
  delai_echu: 'délai échu',
  sans_accord: 'sans accord commun',
  fragilite: 'fragilité de la résidence aggravée',
  taux_effort: 'taux d’effort trop élevé',
  taille_inadaptee: 'taille du logement inadaptée au ménage',
  logement_possede: 'logement adapté déjà possédé',
  dossier_incomplet: 'dossier incomplet',
  equilibre: 'équilibre de peuplement de la résidence',
  plafond: 'ressources au-dessus du plafond',
  condition_d_acces: 'condition d’accès au logement social non remplie',
  situation_changee: 'situation du ménage changée',
  erreur: 'erreur de saisie',
  piece_recue: 'pièce reçue depuis',
};

/** @param own the motives of the territory, whose names come first */
export function motiveName(code: string, own: readonly NamedCode[] = []): string {
  return own.find((one) => one.code === code)?.name ?? MOTIVE_NAMES[code] ?? code;
}

/** What a letter says to the household: why the commission refused. A motive of the territory has only its name. */
const MOTIVE_SENTENCES: Readonly<Record<string, string>> = {
  fragilite:
    'l’attribution de ce logement aggraverait la fragilité de la résidence en matière d’occupation sociale, alors que cette résidence est identifiée dans la convention intercommunale d’attribution ; le premier logement vacant, hors de ces résidences, qui convient à votre ménage vous sera proposé',
  taux_effort: 'le loyer et les charges de ce logement pèseraient trop sur les ressources de votre ménage',
  taille_inadaptee: 'la taille de ce logement ne convient pas à la composition de votre ménage',
  logement_possede: 'votre ménage possède déjà un logement adapté à ses besoins et à ses capacités',
  dossier_incomplet: 'votre dossier ne contient pas toutes les pièces dont la commission a besoin',
  equilibre: 'la commission a tenu compte de l’équilibre de l’occupation sociale de la résidence',
  plafond: 'les ressources de votre ménage dépassent le plafond fixé pour ce logement',
  condition_d_acces: 'votre ménage ne remplit pas une condition d’accès au logement social',
};

export function motiveSentence(code: string, own: readonly NamedCode[] = []): string {
  const isOwn = own.some((one) => one.code === code);
  return (isOwn ? undefined : MOTIVE_SENTENCES[code]) ?? motiveName(code, own);
}

const QUARTILE_NAMES = { '1': '1er', '2': '2e', '3': '3e', '4': '4e', '2-4': '2e à 4e', '3-4': '3e ou 4e' } as const;

export function quartileName(quartile: QuartileFact): string {
  return quartile === null ? 'inconnu' : QUARTILE_NAMES[quartile];
}

/** « Attribution, rang 1 » and what it still waits for, or the refusal with its motive. */
export function decisionText(
  { decision, rank, motive, document, documentDue }: DecidedCandidate,
  own: readonly NamedCode[] = [],
): string {
  return [
    DECISION_NAMES[decision] + (rank === null ? '' : `, rang ${rank}`),
    ...(motive === null ? [] : [`motif : ${motiveName(motive, own)}`]),
    ...(document === null || documentDue === null
      ? []
      : [`pièce attendue au plus tard le ${frenchDay(documentDue)} : ${DOCUMENT_NAMES[document]}`]),
  ].join(' ; ');
}

/** « 4 pour, 4 contre, 1 abstention ; maire : pour, voix prépondérante ». */
export function votesText({ votes }: Pick<DecidedCandidate, 'votes'>): string | null {
  if (votes === null) return null;
  const { pour, contre, abstention, maire } = votes;
  const casting = isCastByMayor({ votes }) ? ', voix prépondérante' : '';
  return `${pour} pour, ${contre} contre, ${abstention} abstention${abstention > 1 ? 's' : ''} ; maire : ${MAYOR_NAMES[maire]}${casting}`;
}

/** As many votes for as against: the mayor's carries the decision (R441-9). */
export function isCastByMayor({ votes }: Pick<DecidedCandidate, 'votes'>): boolean {
  return votes !== null && votes.pour === votes.contre && votes.maire === 'pour';
}
