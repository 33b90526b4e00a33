/* The coded words of the live process. Statuses and verbs are English, as in the API; motives and documents are the French codes of files. */

/** Why the dwelling became free. */
export const RELEASE_GROUNDS = ['depart', 'mutation', 'deces', 'expulsion', 'neuf', 'autre'] as const;
export type ReleaseGround = (typeof RELEASE_GROUNDS)[number];

/** Leases outside every share of the flow (R441-5). */
export const OUTSIDE_FLOW = ['mutation_interne', 'relogement', 'l521_3', 'vente'] as const;
export type OutsideFlow = (typeof OUTSIDE_FLOW)[number];

export const REORIENTATION_GROUNDS = ['erreur', 'nouveau_delai'] as const;
export type ReorientationGround = (typeof REORIENTATION_GROUNDS)[number];

/** On what right a candidate is designated. `dalo_prefet`: by the prefect (L441-2-3). */
export const BASES = ['reservation', 'dalo_prefet', 'substitution', 'refus_dalo'] as const;
export type Basis = (typeof BASES)[number];

/** Bases on which the candidate is allocated at once, without a commission. */
export const BASES_WITHOUT_COMMISSION: readonly Basis[] = ['substitution', 'refus_dalo'];

/** Bases that only the State uses, whatever the orientation. */
export const STATE_BASES: readonly Basis[] = ['dalo_prefet', 'substitution', 'refus_dalo'];

export const OPINIONS = ['favorable', 'reserve', 'defavorable'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** The parties whose common accord an endorsement needs. */
export const ACCORDS = ['bailleur', 'reservataire', 'commune', 'epci'] as const;
export type Accord = (typeof ACCORDS)[number];

export const WITHDRAWERS = ['menage', 'reservataire', 'bailleur'] as const;
export type Withdrawer = (typeof WITHDRAWERS)[number];

export const COMMISSION_FORMS = ['presentielle', 'dematerialisee'] as const;
export type CommissionForm = (typeof COMMISSION_FORMS)[number];

/** Why fewer than three applications were examined (R441-3). */
export const EXCEPTIONS = ['insuffisance', 'dalo', 'd331_25_1'] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export const DECISIONS = [
  'attribution',
  'attribution_rang',
  'attribution_sous_condition',
  'non_attribution',
  'irrecevabilite',
] as const;
export type CommissionDecision = (typeof DECISIONS)[number];

export const MAYOR_VOTES = ['pour', 'contre', 'abstention', 'absent'] as const;
export type MayorVote = (typeof MAYOR_VOTES)[number];

/** Kinds of documents that an allocation may wait for (R441-2-4-1). */
export const DOCUMENTS = [
  'identite',
  'situation_familiale',
  'ressources',
  'logement_actuel',
  'activite',
  'autre',
] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

export const CLOSING_GROUNDS = ['travaux', 'vente', 'demolition', 'erreur', 'autre'] as const;
export const CANCELLATION_GROUNDS = ['renonciation', 'erreur', 'annulation'] as const;

/** Why an application ended. Its live designations are withdrawn with this motive. */
export const ENDING_GROUNDS = ['renonciation', 'deces', 'non_renouvellement', 'sans_reponse', 'irrecevable'] as const;
export type EndingGround = (typeof ENDING_GROUNDS)[number];

/** The status of a vacancy. */
export const VACANCY_STATUSES = [
  'declared',
  'oriented',
  'returned',
  'designated',
  'decided',
  'offered',
  'accepted',
  'let',
  'closed',
] as const;
export type VacancyStatus = (typeof VACANCY_STATUSES)[number];

/** The status of a candidate on a vacancy. */
export const CANDIDATE_STATUSES = [
  'proposed',
  'deferred',
  'designated',
  'allocated',
  'notAllocated',
  'inadmissible',
  'offered',
  'accepted',
  'declined',
  'lapsed',
  'signed',
  'withdrawn',
] as const;
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

/** A live candidate may still get the dwelling. */
export const LIVE_STATUSES: readonly CandidateStatus[] = [
  'proposed',
  'deferred',
  'designated',
  'allocated',
  'offered',
  'accepted',
];
