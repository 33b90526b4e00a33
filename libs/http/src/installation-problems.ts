import type { Json } from '#kernel';
import { STORAGE_SENTENCES } from '#sentences';

export type ProblemParams = Readonly<Record<string, Json>>;

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly detail: (params: ProblemParams) => string;
}

/**
 * What is wrong with the installation itself: its disk, its files, its keys. Their errors also name files of this machine, for the command
 * line; an answer to a request does not.
 */
export const INSTALLATION_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'not-ready': {
    status: 503,
    title: 'Service indisponible',
    detail: () => 'Le service n’est pas prêt. Réessayez dans quelques instants.',
  },
  'keys-lost': {
    status: 503,
    title: 'Clés perdues',
    detail: () =>
      'L’historique est là, mais ses clés (keys.db) ont disparu : les données des ménages ne peuvent plus être lues, ni rien être enregistré. Restaurez-les depuis une sauvegarde.',
  },
  'master-key-absent': {
    status: 503,
    title: 'Clé maîtresse absente',
    detail: () =>
      'La clé maîtresse de cette installation est introuvable : les données des ménages ne peuvent pas être lues, ni rien être enregistré.',
  },
  'token-key-exposed': {
    status: 503,
    title: 'Clé des jetons exposée',
    detail: () =>
      'Le fichier de la clé des jetons est lisible par d’autres que son propriétaire : aucun jeton n’est accepté tant qu’il l’est.',
  },
  'token-key-invalid': {
    status: 503,
    title: 'Clé des jetons illisible',
    detail: () => 'Le fichier de la clé des jetons ne contient pas de clé : aucun jeton n’est accepté.',
  },
  'token-key-unwritable': {
    status: 503,
    title: 'Clé des jetons non écrite',
    detail: () => 'La clé des jetons ne peut pas être écrite : rien n’a changé.',
  },
  'reading-not-recorded': {
    status: 503,
    title: 'Lecture non consignée',
    detail: () =>
      'Lire des données personnelles doit être consigné, et rien ne peut être écrit ici : elles ne sont pas montrées.',
  },
  'read-store-damaged': {
    status: 503,
    title: 'Tableaux de lecture endommagés',
    detail: () =>
      'Les tableaux de lecture (read.db) sont endommagés. L’historique ne l’est pas pour autant : redémarrez le service, ils seront reconstruits.',
  },
  'data-damaged': {
    status: 503,
    title: 'Données endommagées',
    detail: () => STORAGE_SENTENCES['data-damaged'],
  },
  'disk-full': {
    status: 507,
    title: 'Disque plein',
    detail: () => STORAGE_SENTENCES['disk-full'],
  },
  'disk-failing': {
    status: 503,
    title: 'Disque défaillant',
    detail: () => STORAGE_SENTENCES['disk-failing'],
  },
  'write-denied': {
    status: 503,
    title: 'Écriture impossible',
    detail: () => STORAGE_SENTENCES['write-denied'],
  },
};
