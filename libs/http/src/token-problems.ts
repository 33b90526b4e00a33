import type { ProblemKind } from './installation-problems';

const KINDS: Readonly<Record<string, string>> = {
  landlord: 'd’un bailleur',
  holder: 'd’un réservataire',
  commune: 'd’une commune',
};

/** Requests without a token, tokens that are refused, and what is refused of tokens. */
export const TOKEN_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'not-authenticated': {
    status: 401,
    title: 'Accès refusé',
    detail: () =>
      'Connectez-vous, à la page d’accueil de ce service. Un programme joint son jeton : « Authorization: Bearer … » ; l’administrateur en délivre par « mixite token ». Tant qu’il n’en a délivré aucun et n’a invité personne, cette machine s’en passe, par http://localhost ou http://127.0.0.1.',
  },
  'token-ended': refusedBy('Jeton échu', 'Ce jeton est arrivé à sa fin. Demandez-en un autre à l’administrateur.'),
  'token-revoked': refusedBy('Jeton révoqué', 'Ce jeton a été révoqué. Demandez-en un autre à l’administrateur.'),
  'token-unknown': refusedBy(
    'Jeton inconnu',
    'L’historique ne connaît pas ce jeton : il a été délivré après la sauvegarde qui vient d’être restaurée. Demandez-en un autre à l’administrateur.',
  ),
  'token-of-another-key': refusedBy(
    'Clé retirée',
    'Ce jeton est signé d’une clé que cette installation n’a pas, ou n’a plus. Demandez-en un autre à l’administrateur.',
  ),
  'token-of-another-installation': refusedBy(
    'Jeton d’une autre installation',
    'Ce jeton a été délivré par une autre installation de Mixité : il ne vaut pas ici.',
  ),
  'unknown-token': {
    status: 404,
    title: 'Jeton inconnu',
    detail: () => 'Aucun jeton n’a cet identifiant. « mixite token list » les montre.',
  },
  'token-acts-as': {
    status: 422,
    title: 'Rôle du service',
    detail: ({ role }) =>
      role === 'service'
        ? 'Un service tient un autre rôle, un seul : nommez-le (as, ou --as).'
        : 'Seul un jeton de service tient un autre rôle (as, ou --as).',
  },
  'token-scope-needed': {
    status: 422,
    title: 'Périmètre attendu',
    detail: () => 'Ce rôle vaut pour des codes du territoire : donnez-en un au moins (scope, ou --scope).',
  },
  'token-scope-not-admitted': {
    status: 422,
    title: 'Périmètre en trop',
    detail: () => 'Ce rôle vaut pour tout le territoire : ne donnez aucun code (scope, ou --scope).',
  },
  'token-scope-unknown': {
    status: 422,
    title: 'Code inconnu',
    detail: ({ kind, code }) =>
      `Ce code n’est pas celui ${KINDS[String(kind)] ?? 'd’une entité'} de ce territoire : ${String(code)}.`,
  },
};

/** The token is none that lets anybody in. */
function refusedBy(title: string, sentence: string): ProblemKind {
  return { status: 401, title, detail: () => sentence };
}
