import type { Notice } from '../notices';

/** What a notice says to a person. docs/fr/messages.md has the same. */
export const NOTICE_SENTENCES: Readonly<Record<Notice, string>> = {
  'mayor-absent': 'Le maire était absent, et la résidence est sur la liste de son bailleur.',
  'fragility-criteria-awaited':
    'La convention ne nomme pas encore les ménages à qui le motif de fragilité peut être opposé.',
  'above-ceiling': 'Le revenu fiscal du ménage dépasse le plafond de ressources de ce logement.',
  'endorsement-not-recorded':
    'Le bail vient d’un fichier : l’accord de la commission du quartier n’est pas enregistré.',
  'commission-not-recorded':
    'Le bail vient d’un fichier : la décision de la commission d’attribution n’est pas enregistrée.',
  'condition-not-recorded': 'Le bail vient d’un fichier : la pièce attendue n’est pas enregistrée.',
  'offer-not-recorded': 'Le bail vient d’un fichier : l’offre n’est pas enregistrée.',
  'acceptance-not-recorded': 'Le bail vient d’un fichier : l’accord du ménage n’est pas enregistré.',
};
