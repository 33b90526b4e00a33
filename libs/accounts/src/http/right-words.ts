import type { Right } from '#access';

/** What each right lets a person do, for who reads the table. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  import: 'Importer les fichiers du territoire, ou les siens',
  'record-lease': 'Enregistrer un bail signé',
  'note-fragility': 'Noter la fragilité d’une résidence, et enregistrer les accords sur les notes',
  'establish-list': 'Établir la liste des résidences prioritaires d’un bailleur',
  'let-dwellings': 'Déclarer un logement libre, l’orienter, tenir la commission, faire l’offre, signer le bail',
  'return-vacancies': 'Rendre un logement à orienter, ou le reprendre',
  designate: 'Désigner des ménages, corriger leurs faits, les retirer',
  'endorse-candidates': 'Donner un avis, un accord ou un report en commission de quartier',
  'end-applications': 'Établir les critères d’une demande, et dire sa fin',
  'steer-process': 'Régler les commissions de quartier, rouvrir une demande',
  'take-tasks': 'Voir ce qui attend, le reporter, le confier',
  'follow-vacancies': 'Enregistrer ce qui suit de soi-même : échéances, retraits, fins',
  'read-vacancies': 'Lire les logements vacants et leur histoire',
  'read-figures': 'Lire les chiffres, les objectifs et la convention',
  'read-list': 'Lire les listes d’attributions, sans noms',
  'read-named-list': 'Lire ce qui est nominatif ; chaque lecture est inscrite au journal',
  audit: 'Lire l’histoire d’un dossier',
  'verify-history': 'Vérifier que l’histoire n’a pas été changée',
  'manage-tokens': 'Délivrer et révoquer les jetons',
  'manage-users': 'Inviter des personnes, donner et retirer des rôles',
  rebuild: 'Reconstruire une projection',
  'read-metrics': 'Lire les mesures du service',
};
