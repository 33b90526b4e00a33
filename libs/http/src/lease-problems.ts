import type { ProblemKind } from './installation-problems';

/** The problems of leases, and of lists of them. */
export const LEASE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'unknown-allocation': {
    status: 404,
    title: 'Attribution inconnue',
    detail: () => 'Aucune attribution n’est connue sous ce numéro ni sous cet identifiant.',
  },
  'unknown-list': {
    status: 404,
    title: 'Liste inconnue',
    detail: () =>
      'Ce lien n’ouvre aucune liste nominative : il sert une fois, une minute durant, à qui l’a demandé. Demandez la liste de nouveau.',
  },
  'named-list-too-long': {
    status: 422,
    title: 'Liste nominative trop longue',
    detail: ({ most }) =>
      `Précisez les filtres de cette liste : le nombre de lignes d’une liste nominative ne dépasse pas ${String(most)}.`,
  },
  'lease-conflict': {
    status: 409,
    title: 'Bail à renvoyer',
    detail: () => 'D’autres écritures ont porté sur ce bail au même moment. Envoyez-le de nouveau.',
  },
  'lease-refused': {
    status: 422,
    title: 'Bail refusé',
    detail: ({ faults }) =>
      Number(faults) > 1
        ? `Le bail n’est pas enregistré : ${Number(faults)} valeurs sont à corriger.`
        : 'Le bail n’est pas enregistré : une valeur est à corriger.',
  },
};
