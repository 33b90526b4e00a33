import type { ProblemKind } from './installation-problems';

/** What the process of a vacancy refuses. */
export const VACANCY_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'unknown-vacancy': {
    status: 404,
    title: 'Vacance inconnue',
    detail: () => 'Aucune vacance n’est connue sous cet identifiant.',
  },
  'unknown-candidate': {
    status: 404,
    title: 'Candidat inconnu',
    detail: () => 'Aucun candidat de cette vacance n’a cet identifiant.',
  },
  'unknown-sitting': {
    status: 404,
    title: 'Séance inconnue',
    detail: () => 'Aucune séance n’est connue sous cet identifiant.',
  },
  'unknown-duty': {
    status: 404,
    title: 'Obligation inconnue',
    detail: () => 'Aucune offre de substitution due n’est connue sous cet identifiant.',
  },
  'unknown-commune': {
    status: 404,
    title: 'Commune inconnue',
    detail: () => 'Aucune commune du territoire n’est connue sous ce code.',
  },
  'unknown-task': {
    status: 404,
    title: 'Tâche inconnue',
    detail: () => 'Aucune tâche en attente n’est connue sous cet identifiant.',
  },
  'vacancy-changed': {
    status: 412,
    title: 'Vacance changée entre-temps',
    detail: () => 'D’autres ont agi sur cette vacance depuis que vous l’avez lue. Relisez-la avant de décider.',
  },
  'lease-changed': {
    status: 412,
    title: 'Bail changé entre-temps',
    detail: () => 'D’autres ont agi sur ce bail depuis que vous l’avez lu. Relisez-le avant de décider.',
  },
  'lease-cancelled': {
    status: 409,
    title: 'Bail annulé',
    detail: () => 'Ce bail est annulé : il ne compte plus, et ne se corrige ni ne s’annule plus.',
  },
  'value-not-admitted': {
    status: 422,
    title: 'Valeur non admise',
    detail: () => 'Rien n’est enregistré : une valeur au moins n’est pas admise.',
  },
  'day-in-future': {
    status: 422,
    title: 'Jour à venir',
    detail: () => 'Rien n’est enregistré : ce jour n’est pas encore venu.',
  },
  'day-out-of-order': {
    status: 422,
    title: 'Jours à l’envers',
    detail: () => 'Rien n’est enregistré : ce jour ne peut pas précéder, ou suivre, un autre jour de la procédure.',
  },
  'count-not-announced': {
    status: 422,
    title: 'Autre nombre que celui annoncé',
    detail: () =>
      'Rien n’est enregistré : un autre nombre de ménages serait désigné, que la réponse donne. Redemandez le compte à blanc (dry-run).',
  },
  'not-in-this-status': refusedBy('Étape impossible', 'Cette étape n’est pas possible à ce stade de la procédure.'),
  'task-of-the-process': refusedBy(
    'Tâche close par son étape',
    'Cette tâche se termine d’elle-même, quand l’étape qu’elle demande est enregistrée.',
  ),
  'vacancy-already-open': refusedBy(
    'Vacance déjà ouverte',
    'Ce logement a déjà une vacance, qui n’est ni conclue par un bail ni close.',
  ),
  'residence-of-another-landlord': refusedBy(
    'Résidence d’un autre bailleur',
    'Cette résidence a changé de propriétaire : le bailleur de ce jour seul peut agir.',
  ),
  'first-occupancy-in-stock': refusedBy(
    'Première mise en location',
    'Une première mise en location revient au réservataire prévu pour ce logement.',
  ),
  'turn-not-returned': refusedBy(
    'Tour non rendu',
    'Le bailleur ne désigne pour un tour que sur un logement que son réservataire a rendu.',
  ),
  'holder-deadline-running': refusedBy(
    'Délai du réservataire en cours',
    'Le réservataire a encore le temps de proposer : le logement ne peut lui être repris qu’après son dernier jour.',
  ),
  'oriented-to-another-holder': refusedBy(
    'Logement d’un autre réservataire',
    'Ce logement est orienté vers un autre réservataire : lui seul désigne.',
  ),
  'substitution-not-open': refusedBy(
    'Substitution non ouverte',
    'Le préfet ne peut pas attribuer ce logement à la place du bailleur.',
  ),
  'candidate-already-designated': refusedBy('Ménage déjà désigné', 'Ce ménage est déjà candidat de cette vacance.'),
  'household-already-housed': refusedBy(
    'Ménage déjà logé',
    'Un bail est enregistré sous ce numéro unique. Une mutation se demande sous un nouveau numéro.',
  ),
  'application-ended': refusedBy('Demande close', 'La demande de ce ménage est close.'),
  'no-common-accord': refusedBy(
    'Accord incomplet',
    'La commission désigne d’un commun accord : bailleur, réservataire, commune et EPCI doivent être d’accord.',
  ),
  'endorsement-needed': refusedBy(
    'Désignation attendue',
    'Un candidat n’est que proposé : la commission du quartier doit d’abord le désigner.',
  ),
  'three-applications-needed': refusedBy(
    'Trois demandes à examiner',
    'La commission examine au moins trois demandes par logement, sauf exception nommée et fondée.',
  ),
  'decision-incomplete': refusedBy(
    'Décision incomplète',
    'Chaque candidat désigné est décidé une fois, avec le motif, la pièce ou le rang qu’il faut ; les rangs se suivent à partir de 1.',
  ),
  'quorum-not-reached': refusedBy('Quorum non atteint', 'Trop peu de membres de la commission étaient présents.'),
  'votes-do-not-carry': refusedBy(
    'Vote non acquis',
    'Une décision a plus de voix pour que contre ; à égalité, la voix du maire l’emporte.',
  ),
  'fragility-motive-not-admitted': refusedBy(
    'Motif de fragilité non admis',
    'Ce motif ne vaut que dans une résidence de la liste en vigueur de son bailleur, au jour de la commission.',
  ),
  'not-the-first-rank': refusedBy(
    'Rang non premier',
    'Le logement est proposé au premier rang encore en lice, et à un seul ménage à la fois.',
  ),
  'condition-not-lifted': refusedBy('Pièce attendue', 'L’attribution attend encore une pièce de ce candidat.'),
  'deadline-under-ten-days': refusedBy('Délai trop court', 'Le ménage a dix jours au moins pour répondre.'),
  'answer-after-deadline': refusedBy(
    'Réponse hors délai',
    'La réponse est datée d’après le dernier jour pour répondre.',
  ),
  'other-rank-offered': refusedBy(
    'Autre décision depuis',
    'Le logement a depuis été proposé à un autre rang, ou décidé de nouveau.',
  ),
  'lease-before-acceptance': refusedBy('Bail avant l’accord', 'Le bail ne peut pas précéder l’accord du ménage.'),
  'allocation-number-taken': refusedBy('Numéro déjà pris', 'Ce numéro d’attribution est celui d’un autre bail.'),
  'criterion-not-met': refusedBy(
    'Critère non rempli',
    'Rien n’est enregistré : les faits, ou les justificatifs vus, n’établissent pas ce critère.',
  ),
  'criterion-not-decided': refusedBy(
    'Critère non établi',
    'Rien n’est enregistré : il manque un fait ou un justificatif pour dire si ce critère est rempli.',
  ),
  'criterion-not-established': refusedBy('Critère absent', 'Ce critère n’est pas établi pour ce ménage.'),
};

/** A rule of the process refuses, and nothing was written. */
function refusedBy(title: string, sentence: string): ProblemKind {
  return { status: 409, title, detail: () => sentence };
}
