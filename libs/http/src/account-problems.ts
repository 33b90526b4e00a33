import type { ProblemKind } from './installation-problems';

const KINDS: Readonly<Record<string, string>> = {
  landlord: 'd’un bailleur',
  holder: 'd’un réservataire',
  commune: 'd’une commune',
};

/** What is refused of accounts, of sessions and of links. */
export const ACCOUNT_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'sign-in-refused': {
    status: 401,
    title: 'Connexion refusée',
    detail: () => 'L’adresse, le mot de passe ou le code n’est pas le bon, ou ce compte n’est plus ouvert.',
  },
  'second-factor-needed': {
    status: 401,
    title: 'Code attendu',
    detail: () => 'Donnez le code que montre votre application, ou un code de secours.',
  },
  'password-needed': {
    status: 401,
    title: 'Mot de passe attendu',
    detail: () => 'Donnez à nouveau votre mot de passe : ce qui suit ne se reprend pas.',
  },
  'second-factor-due': {
    status: 403,
    title: 'Second facteur à mettre en place',
    detail: () =>
      'Votre rôle ouvre des noms, ou administre : avant tout le reste, mettez en place un second facteur dans « Mon compte ».',
  },
  'session-ended': {
    status: 401,
    title: 'Session terminée',
    detail: () => 'Votre session est terminée, ou votre rôle vient de changer. Connectez-vous à nouveau.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Trop d’essais',
    detail: ({ seconds }) => `Trop d’essais ont échoué : attendez avant le suivant. Secondes : ${String(seconds)}.`,
  },
  'unknown-host': {
    status: 421,
    title: 'Adresse inconnue',
    detail: () =>
      'Ce service n’est pas connu sous ce nom. L’administrateur dit son adresse par MIXITE_PUBLIC_URL ; sur cette machine, c’est http://127.0.0.1.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Demande d’une autre page',
    detail: () => 'Cette demande ne vient pas d’une page de ce service : rien n’a été fait.',
  },
  'unknown-invitation': {
    status: 404,
    title: 'Lien sans effet',
    detail: () => 'Ce lien est faux, trop ancien, déjà utilisé ou remplacé. Demandez-en un autre à qui vous a invité.',
  },
  'unknown-user': {
    status: 404,
    title: 'Personne inconnue',
    detail: () => 'Aucune personne que vous gérez n’a cette adresse.',
  },
  'unknown-session': {
    status: 404,
    title: 'Session inconnue',
    detail: () => 'Vous n’avez pas de session de cet identifiant, ou elle est déjà fermée.',
  },
  'role-not-held': {
    status: 403,
    title: 'Rôle qui n’est pas le vôtre',
    detail: () => 'Vous ne tenez pas ce rôle dans ce périmètre, ou il a pris fin.',
  },
  'unknown-view': {
    status: 404,
    title: 'Vue inconnue',
    detail: () => 'Aucune vue que vous voyez n’a cet identifiant. Rechargez la liste des vues.',
  },
  'view-of-another': {
    status: 403,
    title: 'Vue d’une autre personne',
    detail: () => 'Une vue partagée n’est changée que par la personne qui l’a faite. Enregistrez-en une à vous.',
  },
  'too-many-views': {
    status: 409,
    title: 'Trop de vues',
    detail: ({ most }) =>
      `Vous avez déjà le nombre de vues que chacun peut garder, soit ${String(most)}. Supprimez-en une.`,
  },
  'own-account': {
    status: 409,
    title: 'Votre propre compte',
    detail: () => 'Personne ne change ses propres rôles : demandez-le à quelqu’un d’autre qui gère les comptes.',
  },
  'wrong-proof': {
    status: 401,
    title: 'Mot de passe ou code faux',
    detail: () => 'Le mot de passe ou le code donné à nouveau n’est pas le bon : rien n’a été fait.',
  },
  'role-already-over': {
    status: 422,
    title: 'Dernier jour passé',
    detail: ({ lastDay }) =>
      `Ce rôle serait déjà terminé. Dernier jour donné (until, ou --until) : ${String(lastDay)}.`,
  },
  'role-outlasts-own': {
    status: 422,
    title: 'Rôle plus long que le vôtre',
    detail: ({ lastDay }) => `Un rôle se donne au plus jusqu’au dernier jour du vôtre. Ce jour : ${String(lastDay)}.`,
  },
  'last-administrator': {
    status: 409,
    title: 'Dernier administrateur',
    detail: () => 'Personne d’autre ne pourrait administrer. Invitez d’abord un autre administrateur.',
  },
  'password-too-short': {
    status: 422,
    title: 'Mot de passe trop court',
    detail: ({ least }) =>
      `Quelques mots sans rapport entre eux se retiennent bien. Nombre de caractères, au moins : ${String(least)}.`,
  },
  'password-too-common': {
    status: 422,
    title: 'Mot de passe trop facile à deviner',
    detail: () => 'Ce mot de passe se devine vite. Prenez plutôt quelques mots sans rapport entre eux ni avec vous.',
  },
  'role-scope-needed': {
    status: 422,
    title: 'Périmètre attendu',
    detail: () => 'Ce rôle vaut pour des codes du territoire : donnez-en un au moins (scope, ou --scope).',
  },
  'role-scope-not-admitted': {
    status: 422,
    title: 'Périmètre en trop',
    detail: () => 'Ce rôle vaut pour tout le territoire : ne donnez aucun code (scope, ou --scope).',
  },
  'role-scope-unknown': {
    status: 422,
    title: 'Code inconnu',
    detail: ({ kind, code }) =>
      `Ce code n’est pas celui ${KINDS[String(kind)] ?? 'd’une entité'} de ce territoire : ${String(code)}.`,
  },
};
