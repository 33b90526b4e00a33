import { frenchInstant } from '#documents';
import { parseInstant } from '#kernel';
import { INSTALLATION_PROBLEMS, type ProblemKind } from './installation-problems';
import { ACCOUNT_PROBLEMS } from './account-problems';
import { FIGURE_PROBLEMS } from './figure-problems';
import { LEASE_PROBLEMS } from './lease-problems';
import { TOKEN_PROBLEMS } from './token-problems';
import { VACANCY_PROBLEMS } from './vacancy-problems';

/** Every refusal and error that HTTP answers, by its code. An error with another code is answered as an incident. */
export const CATALOGUE: Readonly<Record<string, ProblemKind>> = {
  'malformed-request': {
    status: 400,
    title: 'Requête illisible',
    detail: () => 'La requête ne suit pas le protocole HTTP, ou son adresse est mal écrite.',
  },
  'malformed-json': {
    status: 400,
    title: 'JSON illisible',
    detail: () => 'Le contenu envoyé n’est pas du JSON, ou n’est pas arrivé entier.',
  },
  'invalid-request': {
    status: 400,
    title: 'Paramètres non valides',
    detail: ({ summary }) => String(summary ?? 'Un paramètre au moins n’est pas valide.'),
  },
  'malformed-upload': {
    status: 400,
    title: 'Envoi incomplet',
    detail: () => 'Les fichiers ne sont pas arrivés entiers. Rien n’a été importé : envoyez-les de nouveau.',
  },
  'period-reversed': {
    status: 400,
    title: 'Période à l’envers',
    detail: () => 'Le premier jour (from) doit précéder le dernier (to), ou être le même.',
  },
  'instant-in-future': {
    status: 400,
    title: 'Instant à venir',
    detail: ({ asOf, timeZone }) =>
      `Ce qui sera enregistré d’ici là n’est pas connu. Donnez un instant passé, ou aucun, au lieu de ${momentText(String(asOf), String(timeZone))}.`,
  },
  'unknown-figure': {
    status: 400,
    title: 'Chiffre inconnu',
    detail: ({ figure }) => `Aucun chiffre de ce territoire n’a pour code ${String(figure)}.`,
  },
  'unknown-position': {
    status: 400,
    title: 'Position inconnue',
    detail: () =>
      'La position à attendre (wait) n’est pas de cet historique. Donnez celle d’une réponse de ce service.',
  },
  'not-allowed': {
    status: 403,
    title: 'Droit insuffisant',
    detail: () => 'Vos droits ne permettent pas cette opération.',
  },
  'import-not-allowed': {
    status: 403,
    title: 'Import non autorisé',
    detail: () => 'Vos droits ne permettent pas d’importer des fichiers.',
  },
  'scope-not-allowed': {
    status: 403,
    title: 'Périmètre non autorisé',
    detail: () => 'Vos droits ne couvrent pas ce périmètre.',
  },
  'unknown-route': {
    status: 404,
    title: 'Adresse inconnue',
    detail: () => 'Rien ne répond à cette adresse. La liste des adresses est à /api/docs.',
  },
  'operation-unknown': {
    status: 404,
    title: 'Opération inconnue',
    detail: ({ operation }) =>
      operation === undefined
        ? 'Aucune opération de relogement ne porte ce code.'
        : `Aucune opération de relogement ne porte le code « ${String(operation)} ».`,
  },
  'unknown-projection': {
    status: 404,
    title: 'Projection inconnue',
    detail: () => 'Aucun tableau de lecture ne porte ce nom. « mixite projections status » les donne tous.',
  },
  'metrics-off': {
    status: 404,
    title: 'Mesures arrêtées',
    detail: () => 'Ce service a été lancé sans ses mesures (MIXITE_METRICS=off).',
  },
  'unknown-residence': {
    status: 404,
    title: 'Résidence inconnue',
    detail: () => 'Aucune résidence n’est connue sous ce code.',
  },
  'unknown-landlord': {
    status: 404,
    title: 'Bailleur inconnu',
    detail: () => 'Aucun bailleur n’est connu sous ce code.',
  },
  'unknown-household': {
    status: 404,
    title: 'Ménage inconnu',
    detail: () => 'Aucun ménage n’est connu sous ce numéro unique ni sous cet identifiant, ou il a été effacé.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Méthode non admise',
    detail: ({ allow }) => `Cette adresse n’admet que : ${String(allow ?? 'GET')}.`,
  },
  'request-timeout': {
    status: 408,
    title: 'Requête trop lente',
    detail: () => 'La requête n’est pas arrivée entière à temps. Recommencez.',
  },
  'import-under-way': {
    status: 409,
    title: 'Import déjà en cours',
    detail: () => 'Un autre import est en cours. Recommencez quand il sera terminé.',
  },
  'import-conflict': {
    status: 409,
    title: 'Import à relancer',
    detail: () => 'D’autres écritures ont eu lieu pendant l’import : rien n’a été écrit. Relancez-le.',
  },
  'import-into-demo': {
    status: 409,
    title: 'Données de démonstration',
    detail: () =>
      'Rien n’est importé dans la démonstration : importez vos fichiers dans un autre dossier (« mixite import … --data mixite-data »), puis servez-le (« mixite serve --data mixite-data »).',
  },
  'recording-conflict': {
    status: 409,
    title: 'Envoi à refaire',
    detail: () => 'D’autres écritures ont porté sur la même chose au même moment. Envoyez la vôtre de nouveau.',
  },
  'note-superseded': {
    status: 409,
    title: 'Notes plus récentes',
    detail: ({ from }) =>
      `Des notes de cette résidence valent depuis un jour plus récent${from === undefined ? '' : ` (${String(from)})`} : la vôtre n’y changerait rien. Donnez-la à effet de ce jour, ou d’un jour qui le suit.`,
  },
  'list-already-established': {
    status: 409,
    title: 'Liste déjà établie',
    detail: ({ on }) =>
      `Une autre liste de ce bailleur est établie${on === undefined ? ' à ce jour' : ` au ${String(on)}`}, et n’est pas réécrite. Établissez la nouvelle à un autre jour.`,
  },
  'household-erased': {
    status: 409,
    title: 'Ménage effacé',
    detail: () => 'Ce ménage a été effacé : ce qui est enregistré de lui ne peut plus être lu ni corrigé.',
  },
  'verification-under-way': {
    status: 409,
    title: 'Vérification déjà en cours',
    detail: () => 'Une autre vérification est en cours. Recommencez quand elle sera terminée.',
  },
  'rebuild-under-way': {
    status: 409,
    title: 'Reconstruction en cours',
    detail: () => 'Ce tableau de lecture est déjà en reconstruction. Attendez qu’elle finisse.',
  },
  'rebuild-stopped': {
    status: 503,
    title: 'Reconstruction interrompue',
    detail: () => 'La reconstruction a été interrompue. Le tableau de lecture qui servait sert toujours.',
  },
  'stale-cursor': {
    status: 410,
    title: 'Liste périmée',
    detail: () => 'La liste a été reconstruite ou sa recherche a changé depuis la page précédente. Recharger la liste.',
  },
  'request-too-large': {
    status: 413,
    title: 'Envoi trop volumineux',
    detail: ({ limit }) =>
      limit === undefined
        ? 'Le contenu envoyé dépasse la limite.'
        : `Le contenu envoyé dépasse la limite : ${String(limit)}.`,
  },
  'address-too-long': {
    status: 414,
    title: 'Adresse trop longue',
    detail: () => 'L’adresse demandée est trop longue. Réduisez le nombre de filtres.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Format d’envoi non admis',
    detail: () =>
      'Les fichiers s’envoient en multipart/form-data, un par partie ; tout le reste, un bail, une note, une recherche, en application/json.',
  },
  'import-refused': {
    status: 422,
    title: 'Import refusé',
    detail: ({ faults }) =>
      Number(faults) > 1
        ? `Rien n’a été importé : ${Number(faults)} erreurs sont à corriger dans les fichiers.`
        : 'Rien n’a été importé : une erreur est à corriger dans les fichiers.',
  },
  'note-in-future': {
    status: 422,
    title: 'Jour à venir',
    detail: () => 'Une note ne peut pas valoir depuis un jour à venir.',
  },
  'comment-needed': {
    status: 422,
    title: 'Commentaire nécessaire',
    detail: ({ statistical }) =>
      `La note diffère de la note statistique${statistical === undefined ? '' : ` (${String(statistical)})`} : dites pourquoi, dans un commentaire sur les logements.`,
  },
  'text-names-people': {
    status: 422,
    title: 'Texte sur des personnes',
    detail: () =>
      'Ce texte semble nommer une personne, ou donner un numéro ou une adresse électronique. Il doit porter sur les logements seuls.',
  },
  'list-empty': {
    status: 422,
    title: 'Liste vide',
    detail: () =>
      'Aucune résidence de ce bailleur n’est notée 4 ou 5 ce jour-là. Si la liste doit être vide, confirmez-le (« confirmsEmpty » : true) ; sinon, enregistrez d’abord les notes.',
  },
  'list-in-future': {
    status: 422,
    title: 'Jour à venir',
    detail: () => 'Une liste ne peut pas être établie à un jour à venir : ses notes ne sont pas connues.',
  },
  'meeting-in-future': {
    status: 422,
    title: 'Réunion à venir',
    detail: () => 'La réunion n’a pas encore eu lieu : son accord ne peut pas être enregistré.',
  },
  'meeting-without-party': {
    status: 422,
    title: 'Réunion incomplète',
    detail: () => 'Une note de consensus se décide entre la commune et le bailleur : les deux doivent être présents.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Clé d’idempotence déjà employée',
    detail: () => 'Cette Idempotency-Key a servi pour un autre contenu. Prenez-en une nouvelle pour chaque envoi.',
  },
  'headers-too-large': {
    status: 431,
    title: 'En-têtes trop longs',
    detail: () => 'Les en-têtes de la requête sont trop longs.',
  },
  unexpected: {
    status: 500,
    title: 'Erreur inattendue',
    detail: ({ incident }) =>
      `Une erreur inattendue s’est produite. Communiquez ce numéro d’incident à l’administrateur : ${String(incident)}.`,
  },
  'projection-late': {
    status: 503,
    title: 'Chiffres en retard',
    detail: () => 'Les chiffres ne sont pas encore à jour. Réessayez dans quelques instants.',
  },
  'projection-stopped': {
    status: 503,
    title: 'Chiffres arrêtés',
    detail: () => 'Le service s’arrête, ou le calcul des chiffres est interrompu. Réessayez dans quelques instants.',
  },
  'keys-busy': {
    status: 503,
    title: 'Clés occupées',
    detail: () =>
      'Les clés des ménages sont tenues par un autre travail. Rien n’a été écrit : réessayez dans un instant.',
  },
  ...FIGURE_PROBLEMS,
  ...LEASE_PROBLEMS,
  ...TOKEN_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...VACANCY_PROBLEMS,
  ...INSTALLATION_PROBLEMS,
};

/** An instant in the time of the territory. A day is shown as it was asked for. */
function momentText(asOf: string, timeZone: string): string {
  const instant = parseInstant(asOf);
  return instant ? `« ${frenchInstant(instant, timeZone)} »` : asOf;
}
