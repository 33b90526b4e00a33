export interface paths {
  '/api/head': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Où en est l’histoire
     * @description Le dernier événement enregistré, et ce qui l’est depuis une réponse précédente. Les pages ouvertes la demandent d’elles-mêmes : ce n’est pas une activité de la personne, et la session peut se fermer.
     */
    get: operations['HeadController_head'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * L’état du service
     * @description Ouvert à tous, qui n’en lisent que « status » ; le reste est pour qui est entré, sous quelque rôle que ce soit.
     */
    get: operations['HealthController_health'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le service vit-il ?
     * @description Répond tant que le processus répond, sans rien demander à ses bases : à défaut, il faut le relancer.
     */
    get: operations['HealthController_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Peut-on lui envoyer des requêtes ?
     * @description Non tant qu’il s’arrête, que ses bases ne répondent pas ou que ses chiffres sont arrêtés ou trop en retard. Ce n’est pas une raison de le relancer.
     */
    get: operations['HealthController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les mesures du service
     * @description Pour Prometheus. Avec un jeton d’administrateur, ou celui des mesures (MIXITE_METRICS_TOKEN), qui n’ouvre rien d’autre.
     */
    get: operations['MetricsController_metrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/projections/{name}/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reconstruire un tableau de lecture
     * @description À côté de celui qui sert, qui est remplacé une fois l’autre à jour. Répond quand c’est fait.
     */
    post: operations['ProjectionsController_rebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/convention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La convention en vigueur un jour
     * @description Ce qui a été adopté, puis chaque avenant qui a pris effet, avec les objectifs qui valent ce jour-là.
     */
    get: operations['ConventionController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compliance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les chiffres de la convention
     * @description Pour les baux signés du premier au dernier jour, tous deux inclus. Les mêmes que `mixite report compliance`. Avec « figure » ou « id » : ces chiffres et ces entités seulement, les totaux restant ceux de tout le périmètre.
     */
    get: operations['ComplianceController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compliance/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Des chiffres d’une entité, période après période
     * @description Chaque point est le chiffre du rapport de conformité de sa période, année, semestre, trimestre ou mois du calendrier, jugé par les objectifs de son dernier jour. À qui lit des chiffres sans les listes, seules des années sont montrées : des mois rendraient un effectif que l’année masque.
     */
    get: operations['SeriesController_series'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/objectives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Où en est chaque objectif
     * @description Une ligne par objectif et par entité qu’il vise : le chiffre, la cible, ce qui manque, et les mêmes jours un an plus tôt. Le même que `mixite report objectives`.
     */
    get: operations['ObjectivesController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/objectives/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Un objectif : son texte, son état partout, ses parts
     * @description Par son code dans convention.json, qui ne nomme qu’un objectif à la fois : un avenant qui le reprend remplace l’objectif. « lines » donne son état pour chaque entité qu’il vise ; « pace », ce que demande le reste de la période au rythme constaté ; « contributions », ce que chaque part apporte à un tout.
     */
    get: operations['ObjectivesController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/named': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Demander une liste nominative
     * @description La consultation est d’abord inscrite au journal, pour chaque ménage nommé, avec son motif. La réponse est un lien pour une seule fois, une minute durant, qui n’ouvre qu’à qui l’a demandé.
     */
    post: operations['NamedListsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/named/{list}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ouvrir une liste nominative, une fois
     * @description La page, ou le fichier, que la demande a inscrit. Un lien servi, d’un autre ou trop vieux est inconnu.
     */
    get: operations['NamedListsController_open'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La liste des attributions
     * @description Filtrée, triée, page par page, avec, si « facets » en demande, le nombre de lignes de chaque valeur d’un filtre. Toutes les pages rendent compte du même instant : ce qui est enregistré entre-temps n’en déplace aucune ligne.
     */
    get: operations['AllocationsController_list'];
    put?: never;
    /**
     * Enregistrer un bail signé
     * @description Comme une ligne de attributions.csv : les mêmes contrôles, le même événement. Le bail est entier : ce qui est absent devient inconnu. Toutes les erreurs sont données à la fois, et rien n’est alors écrit.
     */
    post: operations['LeasesController_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La liste des attributions, entière, en fichier
     * @description Exactement la liste filtrée, dans son ordre, d’un seul instant, et les seules colonnes demandées. Le classeur a une feuille « Critères » : filtres, période, instant, position, rôle et organisme de qui demande, heure. Une erreur en cours de route coupe la connexion : un fichier arrivé entier est complet.
     */
    get: operations['AllocationsController_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/{allocation}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Un bail, expliqué
     * @description Ses colonnes de la liste ; « Pourquoi ? » de chaque fait déduit : la règle, sa source, le seuil et sa date ; les objectifs qui le comptent, avec la liste de chaque part ; ses corrections et son annulation. Un bail hors du périmètre est inconnu.
     */
    get: operations['AllocationsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/indicators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les chiffres qui viennent d’ailleurs
     * @description Demande, vacance, rotation, loyers… : les lignes de `indicateurs.csv`, chacune avec sa source. Qui a un périmètre limité lit ceux de ses entités.
     */
    get: operations['IndicatorsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/territory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le dictionnaire du territoire
     * @description Ce que les codes désignent, un jour donné : communes, secteurs, QPV, bailleurs, réservataires, résidences, publics, professions. Pour les libellés, les filtres et la recherche des pages.
     */
    get: operations['TerritoryController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les listes légales des résidences à enjeu de mixité sociale
     * @description Par bailleur, celles établies jusqu’au jour demandé ; chacune vaut trois ans.
     */
    get: operations['ListsController_lists'];
    put?: never;
    /**
     * Établir la liste d’un bailleur
     * @description Ses résidences notées 4 ou 5 au jour de la liste, d’après tout ce qui est enregistré. Ce qui est établi n’est pas réécrit : une nouvelle liste a un autre jour.
     */
    post: operations['ListsController_establish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les notes de fragilité des résidences
     * @description Les notes en vigueur un jour, la note finale, et pourquoi. Le même que `mixite report fragility`. Un bailleur voit ses résidences, une commune les siennes.
     */
    get: operations['FragilityController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La couverture : combien de résidences et de logements sont notés
     * @description Par note, par règle, par commune et par bailleur ; les types des résidences notées 4 ou 5.
     */
    get: operations['FragilityController_coverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les rappels : ce qui est à refaire, ce qui est en retard
     * @description Les enquêtes de plus de deux ans, les listes de plus de trois, au jour demandé.
     */
    get: operations['FragilityController_reminders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/{residence}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La fiche de fragilité d’une résidence
     * @description La note statistique pas à pas, les notes en vigueur et pourquoi, leur histoire (qui, quand), les baux signés depuis.
     */
    get: operations['FragilityController_sheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/{residence}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Noter une résidence
     * @description La note de la commune ou celle du bailleur, à partir d’un jour. Les autres notes sont reprises ; une note qui change rouvre la note arrêtée en réunion.
     */
    post: operations['NotesController_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fragility/{residence}/consensus': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enregistrer la note arrêtée en réunion
     * @description Quand la commune et le bailleur se sont réunis : le jour, les organismes présents, le motif, la note.
     */
    post: operations['NotesController_agree'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rehousing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * L’état des relogements NPNRU
     * @description Celui que reçoivent les comités de relogement. Le même que `mixite report rehousing`.
     */
    get: operations['RehousingController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La liste des vacances
     * @description Filtrée, triée, page par page, dans votre périmètre. Toutes les pages rendent compte du même instant ; si le jour change entre deux pages, la liste est à recharger. Sans nom, numéro ni logement.
     */
    get: operations['VacancyListController_list'];
    put?: never;
    /**
     * Déclarer un logement libre, ou bientôt libre
     * @description Ce qui est absent est repris du logement, s’il est connu. Un logement a une seule vacance ouverte.
     */
    post: operations['VacanciesController_declare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/orientation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Orienter la vacance vers un réservataire
     * @description De nouveau, tant qu’aucun candidat n’est désigné, avec son motif (erreur, nouveau_delai).
     */
    post: operations['VacanciesController_orient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rendre le logement, ou le reprendre au réservataire
     * @description Les candidats en lice sont retirés.
     */
    post: operations['VacanciesController_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Désigner un ménage
     * @description Les colonnes du ménage de attributions.csv, dont une (O/N) par public de la convention. Le numéro unique et les ressources sont scellés. Où une commission de quartier est en place, le ménage est seulement proposé.
     */
    post: operations['VacanciesController_designate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/commission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enregistrer les décisions de la commission d’attribution
     * @description Chaque candidat désigné est décidé une fois.
     */
    post: operations['VacanciesController_hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/commission/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corriger les décisions de la dernière commission
     * @description Tant qu’aucune offre n’a suivi. Tous les candidats examinés sont décidés de nouveau.
     */
    post: operations['VacanciesController_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Clore la vacance : le logement n’est plus à louer
     * @description Les candidats en lice sont retirés.
     */
    post: operations['VacanciesController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Une vacance et ses candidats
     * @description Sans nom ni numéro. L’ETag donne la révision, à rendre en If-Match.
     */
    get: operations['VacanciesController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * L’histoire d’une vacance
     * @description Chaque événement : son type, quand, par qui, et ce qu’il dit en clair.
     */
    get: operations['VacanciesController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corriger ce qui est dit d’un candidat
     * @description Les colonnes changées seules, et le motif. Une valeur vide devient inconnue.
     */
    post: operations['CandidatesController_correctFacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/opinion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Donner l’avis de l’EPCI ou de la commune
     * @description Il est à l’ordre du jour de la commission, et ne bloque rien.
     */
    post: operations['CandidatesController_giveOpinion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Retirer un candidat */
    post: operations['CandidatesController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/endorsement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Désigner d’un commun accord un ménage proposé */
    post: operations['CandidatesController_endorse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/deferral': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ajourner un ménage proposé */
    post: operations['CandidatesController_defer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/condition': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enregistrer la pièce qui était attendue */
    post: operations['CandidatesController_meetCondition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La notification d’une non-attribution ou d’une irrecevabilité
     * @description Écrite et motivée (L. 441-2-2). Le courrier nomme le ménage par son numéro unique : la consultation est enregistrée.
     */
    get: operations['LettersController_notice'];
    put?: never;
    /** Enregistrer la notification d’un refus, par écrit et motivée */
    post: operations['CandidatesController_notify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/offer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le courrier d’une proposition de logement
     * @description Avec son dernier jour pour répondre (R. 441-10). Avant que l’offre soit enregistrée, date_notification donne le jour prévu de la remise. Le courrier nomme le ménage par son numéro unique : la consultation est enregistrée.
     */
    get: operations['LettersController_offer'];
    put?: never;
    /**
     * Proposer le logement au premier rang
     * @description `date_notification` : réception de la lettre, ou première présentation vaine ; jamais l’envoi.
     */
    post: operations['CandidatesController_offer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enregistrer l’accord du ménage */
    post: operations['CandidatesController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enregistrer le refus du ménage, ou son désistement après accord */
    post: operations['CandidatesController_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/candidates/{candidate}/offer/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corriger une offre enregistrée à tort
     * @description Le logement est de nouveau proposé au même ménage.
     */
    post: operations['CandidatesController_correctOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/designations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Désigner une liste de ménages
     * @description Chaque ligne nomme une vacance et porte les colonnes d’une désignation. À blanc (dry-run), la réponse annonce combien de ménages seraient désignés, et dit ce qui refuse chacune des autres lignes. L’envoi redonne ce compte dans `count` : si un autre nombre serait désigné, rien n’est écrit (422). Chaque ligne est ensuite une désignation pour elle-même.
     */
    post: operations['DesignationsController_designate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/lease': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enregistrer le bail signé : le logement est attribué
     * @description Le bail compte comme une ligne de attributions.csv, avec les derniers faits du ménage (R441-2-9). Les autres candidats sont retirés. Sous un numéro déjà enregistré pour ce ménage et ce logement, la réponse est la même, et rien n’est écrit deux fois.
     */
    post: operations['VacancyLeasesController_sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/lease/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corriger le bail
     * @description Les colonnes changées, sans le ménage ni le logement, et le motif. Les autres gardent leur valeur ; les chiffres suivent.
     */
    post: operations['VacancyLeasesController_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/lease/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Annuler le bail : il n’a jamais pris effet
     * @description La vacance est close ; le ménage et le logement sont libres de nouveau.
     */
    post: operations['VacancyLeasesController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/{allocation}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corriger un bail
     * @description Les colonnes changées, sans le ménage ni le logement, et le motif. Les autres gardent leur valeur ; les chiffres suivent. Le bail d’une vacance suit les règles de « lease/correction » de cette vacance, et demande le même droit.
     */
    post: operations['LeaseChangesController_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/allocations/{allocation}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Annuler un bail : il n’a jamais pris effet
     * @description Il ne compte plus dans aucun chiffre. Le bail d’une vacance la clôt, comme « lease/cancellation » ; le ménage et le logement sont libres de nouveau.
     */
    post: operations['LeaseChangesController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/vigilance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ce que le bail d’un candidat changerait
     * @description Chaque objectif en vigueur que ce logement touche, avant et après ; ce qui est à savoir ; pourquoi chaque fait déduit. Cet avis informe, il n’interdit pas.
     */
    get: operations['VigilanceController_ofCandidate'];
    put?: never;
    /**
     * Ce que le bail d’un ménage changerait, avant de le désigner
     * @description Les colonnes d’une désignation. Rien n’est écrit, pas même le numéro unique.
     */
    post: operations['VigilanceController_ofHousehold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/commissions/{seance}/agenda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les dossiers à examiner à une séance
     * @description Sans nom, ni numéro, ni public sensible : le quartile, la priorité, les avis donnés et l’effet de chaque candidat sur l’équilibre de la résidence.
     */
    get: operations['PapersController_agendaOfSitting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/commission/agenda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les candidats à examiner pour une vacance
     * @description Sans nom, ni numéro, ni public sensible : le quartile, la priorité, les avis donnés et l’effet de chaque candidat sur l’équilibre de la résidence.
     */
    get: operations['PapersController_agendaOfVacancy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/commissions/{seance}/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le procès-verbal d’une séance
     * @description Les décisions par rang avec leur motif, leur condition et leurs voix, et ce que chaque correction a remplacé. Sans nom ni numéro.
     */
    get: operations['PapersController_minutesOfSitting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vacancies/{vacancy}/commission/minutes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le procès-verbal d’une vacance
     * @description Les décisions par rang avec leur motif, leur condition et leurs voix, et ce que chaque correction a remplacé. Sans nom ni numéro.
     */
    get: operations['PapersController_minutesOfVacancy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/flow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * La gestion en flux : parts dues et données, bilan annuel par réservataire
     * @description Pour chaque bailleur et pour tous, ce qui est dû, donné, proposé et attribué à chaque réservataire dans l’année (R. 441-5 à R. 441-5-2). Le même que `mixite report flux`. Un bailleur voit le sien ; un statisticien n’en voit rien, faute d’effectifs assez grands.
     */
    get: operations['FlowController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les jetons délivrés
     * @description Le jeton lui-même n’est gardé nulle part.
     */
    get: operations['TokensController_list'];
    put?: never;
    /**
     * Délivrer un jeton
     * @description La réponse le dit une seule fois.
     */
    post: operations['TokensController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens/rotation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changer la clé qui signe les jetons
     * @description Les jetons déjà délivrés valent jusqu’à leur fin, sauf si les clés précédentes sont retirées.
     */
    post: operations['TokensController_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens/{token}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Révoquer un jeton
     * @description Il ne vaut plus rien dès la demande suivante.
     */
    post: operations['TokensController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ouvrir une session
     * @description La réponse porte le cookie de la session.
     */
    post: operations['SessionController_open'];
    /** Fermer sa session */
    delete: operations['SessionController_close'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/role': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Agir sous un autre de ses rôles
     * @description Un seul rôle agit à la fois.
     */
    put: operations['SessionController_actAs'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ses sessions ouvertes */
    get: operations['SessionController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/{session}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Fermer une autre de ses sessions */
    delete: operations['SessionController_closeOne'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Qui je suis, sous quel rôle, avec quels droits */
    get: operations['SessionController_who'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changer de mot de passe
     * @description Les autres sessions de la personne sont fermées.
     */
    post: operations['OwnAccountController_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Préparer un second facteur
     * @description L’ancien sert jusqu’à ce que le nouveau soit confirmé.
     */
    post: operations['OwnAccountController_propose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/totp/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirmer le second facteur
     * @description La réponse dit les codes de secours, une seule fois. Les autres sessions de la personne sont fermées.
     */
    post: operations['OwnAccountController_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refaire ses codes de secours
     * @description Les précédents ne valent plus rien. Les autres sessions de la personne sont fermées.
     */
    post: operations['OwnAccountController_recoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Les personnes, leurs rôles et leur dernier passage */
    get: operations['UsersController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Inviter une personne
     * @description Le lien n’est dit qu’ici. Il sert une fois, pendant 72 heures.
     */
    post: operations['UsersController_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/invitations/reading': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ce qu’un lien ouvre */
    post: operations['UsersController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/invitations/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Choisir son mot de passe par un lien
     * @description N’ouvre pas de session.
     */
    post: operations['UsersController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Donner à une personne un lien pour revenir
     * @description Elle choisit un autre mot de passe et un autre second facteur.
     */
    post: operations['UsersController_recover'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Retirer un rôle, ou tous
     * @description Agit dès la demande suivante.
     */
    post: operations['UsersController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/disabling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Fermer un compte
     * @description Les sessions ouvertes sont fermées.
     */
    post: operations['UsersController_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Quel rôle peut quoi
     * @description Les droits que personne ne reçoit n’y sont pas.
     */
    get: operations['RightsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/prefect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * L’état semestriel pour le préfet
     * @description Par bailleur, les attributions hors QPV du semestre, la part allée au premier quartile ou au relogement, et ce qui manque pour atteindre l’objectif. Le même que `mixite report prefect`.
     */
    get: operations['PrefectController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les vues d’une liste
     * @description Les siennes, sous tous ses rôles ; celles que partagent les personnes du même rôle et du même périmètre ; celles du rôle.
     */
    get: operations['ViewsController_list'];
    put?: never;
    /** Enregistrer une vue */
    post: operations['ViewsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views/{view}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Enregistrer une vue de nouveau
     * @description Le contenu remplace l’ancien. Partagée, elle l’est avec le service sous lequel on agit.
     */
    put: operations['ViewsController_change'];
    post?: never;
    /** Supprimer une vue */
    delete: operations['ViewsController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ses préférences pour une liste
     * @description Colonnes et hauteur des lignes.
     */
    get: operations['ViewsController_preferences'];
    /** Changer ses préférences pour une liste */
    put: operations['ViewsController_setPreferences'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Importer les fichiers d’un territoire
     * @description Tout ou rien : chaque erreur de chaque fichier est signalée, par cellule, et rien n’est alors écrit. Les mêmes fichiers envoyés deux fois n’ajoutent rien.
     */
    post: operations['ImportsController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/convention/schema': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Le JSON Schema de convention.json
     * @description Draft 2020-12 : un éditeur qui le connaît propose les clés et souligne les fautes. `mixite template` l’écrit à côté de son exemple.
     */
    get: operations['ConventionSchemaController_schema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * L’histoire d’une attribution, d’une résidence ou d’un ménage
     * @description Qui a fait quoi, quand, sur quel fondement, dans l’ordre. Un numéro n’est jamais dans l’adresse : la recherche est dans le corps de la requête. Lire des données personnelles est soi-même enregistré, avant la réponse. La même que `mixite audit history`.
     */
    post: operations['AuditController_history'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Vérifier l’histoire
     * @description Parcourt tous les événements, recalcule chaque empreinte et compare ce qui en est tiré. Dure à proportion de l’histoire ; une vérification à la fois. La même que `mixite audit verify`.
     */
    post: operations['AuditController_verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/commissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ouvrir une séance de la commission d’un bailleur
     * @description Son jour peut être à venir. Chaque logement y est décidé par lui-même, en nommant la séance.
     */
    post: operations['SittingsController_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/commissions/{seance}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Une séance, et ce qui y a été décidé
     * @description Le bailleur la voit entière ; les autres, avec les vacances de leur périmètre. Sans nom ni numéro.
     */
    get: operations['SittingsController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/households/ending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * La demande d’un ménage est close
     * @description Par l’EPCI, ou un bailleur ou un réservataire qui a un candidat de ce ménage. Ses désignations en cours sont retirées. Une autre date ou un autre motif corrige.
     */
    post: operations['ApplicationsController_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/households/reopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * La demande d’un ménage est de nouveau ouverte
     * @description Par l’EPCI. Les candidats retirés le restent.
     */
    post: operations['ApplicationsController_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/households/criteria': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Un critère de priorité est établi
     * @description Par l’EPCI, ou un bailleur ou un réservataire qui a un candidat de ce ménage. Les sortes de justificatifs vues, jamais le document. Chaque critère lit ses propres colonnes ; pour la violence, la santé et le handicap, aucune. Un critère qui n’est pas établi est refusé, avec la raison.
     */
    post: operations['CriteriaController_establish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/households/criteria/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Un critère de priorité ne vaut plus
     * @description Par qui peut l’établir. L’histoire garde qu’il a valu.
     */
    post: operations['CriteriaController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/households/criteria/reading': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Les critères de priorité d’un ménage
     * @description Chacun avec qui a vu quels justificatifs, et quand. Chaque consultation est enregistrée.
     */
    post: operations['CriteriaController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les offres de substitution dues (L441-2-2)
     * @description Celles dont un refus est dans votre périmètre. Aucun ménage n’y est nommé.
     */
    get: operations['DutiesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/duties/{duty}/renunciation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Le ménage renonce à l’offre qui lui est due
     * @description Par l’EPCI, ou le bailleur ou le réservataire d’un des refus.
     */
    post: operations['DutiesController_renounce'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/qpv-commissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Les commissions de quartier en place, par commune
     * @description Et ce qui leur reste à faire : le règlement intérieur, puis sa révision, avec leurs jours.
     */
    get: operations['QpvCommissionsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/qpv-commissions/{code_insee}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Mettre en place la commission de quartier d’une commune
     * @description Par l’EPCI, à la demande du maire. De date_debut à date_fin, dans ces QPV, les réservataires proposent et la commission désigne. Le dernier envoi remplace le précédent.
     */
    put: operations['QpvCommissionsController_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/qpv-commissions/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ce que les commissions de quartier ont fait
     * @description Propositions, désignations et reports par motif, par commune et par QPV, du premier au dernier jour. Les mêmes que `mixite report qpv`.
     */
    get: operations['QpvFiguresController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Qui refuse, à quelle étape et pour quel motif
     * @description Des candidats qui ont atteint chaque étape du premier au dernier jour : proposés ou désignés, examinés, destinataires d’une offre. Chaque taux est à côté de la moyenne de l’ensemble, avec ses effectifs. Les mêmes que `mixite report refusals`.
     */
    get: operations['RefusalsController_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ce qui attend celui qui demande
     * @description D’après son périmètre. Une tâche disparaît quand son étape est enregistrée, ou jusqu’au jour où elle est remise, sauf en retard. Ce qu’une tâche n’a pas est absent.
     */
    get: operations['TasksController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{task}/postponement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Remettre une tâche à un jour */
    post: operations['TasksController_postpone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{task}/handover': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confier une tâche à quelqu’un
     * @description Son identifiant, tel que l’histoire le donne (actor). La tâche reste visible de tous ceux qui peuvent la faire.
     */
    post: operations['TasksController_handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{task}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Dire faite une tâche qui se fait ailleurs
     * @description La radiation au SNE (strikeOff), et la lecture d’une non-attribution (prefectRefusal). Les autres se terminent par leur étape.
     */
    post: operations['TasksController_complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ParameterFaultDto: {
      /** @example from */
      parameter: string;
      /**
       * @description Valeur trouvée ; null si absente
       * @example 2024-02-30
       */
      value: string | null;
      /** @example un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA */
      expected: string;
    };
    ProblemDto: {
      /** @example urn:mixite:problem:invalid-request */
      type: string;
      /** @example Paramètres non valides */
      title: string;
      /** @example 400 */
      status: number;
      /** @example « from » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA. */
      detail: string;
      /**
       * @description Code stable, pour les programmes
       * @example invalid-request
       */
      code: string;
      /**
       * Format: uuid
       * @description Numéro de la demande, à citer : le journal du service porte le même. Absent où il n’y a pas eu de demande lisible
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      requestId?: string;
      /** @description Avec invalid-request : chaque paramètre en cause */
      parameters?: components['schemas']['ParameterFaultDto'][];
    };
    HistoryHeadDto: {
      /**
       * @description Position du dernier événement ; null tant que l’histoire est vide
       * @example 0000000000030541
       */
      position: string | null;
      /**
       * Format: date-time
       * @description Instant où il a été enregistré
       * @example 2024-01-31T22:59:59.999Z
       */
      recordedAt: string | null;
      /**
       * @description Son rang dans l’histoire ; null où le registre ne compte pas (EventStoreDB)
       * @example 30541
       */
      ordinal: number | null;
      /**
       * @description Événements après « since » ; null sans « since », et où le registre ne compte pas
       * @example 12
       */
      newer: number | null;
      /**
       * Format: date
       * @description Premier jour de signature d’un bail du périmètre ; null sans bail
       * @example 2017-01-03
       */
      firstSigned: string | null;
      /**
       * Format: date
       * @description Dernier jour de signature d’un bail du périmètre ; null sans bail
       * @example 2024-01-30
       */
      lastSigned: string | null;
      /**
       * @description La version de Mixité
       * @example 0.1.0
       */
      version: string;
    };
    HeadDto: {
      /** @example 00000000000000030541 */
      position: string;
      /**
       * Format: date-time
       * @example 2024-01-31T22:59:59.999Z
       */
      recordedAt: string;
    };
    ProjectionHealthDto: {
      /** @example compliance */
      name: string;
      /** @example 1 */
      version: number;
      /** @example 00000000000000030541 */
      position: string | null;
      /**
       * @description Événements à prendre en compte
       * @example 0
       */
      lagEvents: number | null;
      /**
       * @description Âge du plus ancien d’entre eux, en secondes
       * @example 0
       */
      lagSeconds: number;
      /**
       * @description Événements mis de côté, faute d’avoir pu être pris en compte
       * @example 0
       */
      parked: number;
      /**
       * @description Code de ce qui l’a arrêté
       * @example null
       */
      failure: string | null;
      /** @example false */
      rebuilding: boolean;
    };
    ProcessHealthDto: {
      /** @example compliance */
      name: string;
      /** @example 1 */
      version: number;
      /** @example 00000000000000030541 */
      position: string | null;
      /**
       * @description Événements à prendre en compte
       * @example 0
       */
      lagEvents: number | null;
      /**
       * @description Âge du plus ancien d’entre eux, en secondes
       * @example 0
       */
      lagSeconds: number;
      /**
       * @description Événements mis de côté, faute d’avoir pu être pris en compte
       * @example 0
       */
      parked: number;
      /**
       * @description Code de ce qui l’a arrêté
       * @example null
       */
      failure: string | null;
      /**
       * @description Suites à donner maintenant
       * @example 0
       */
      due: number;
      /**
       * @description Échéances à venir
       * @example 664
       */
      timers: number;
    };
    EventLoopDelayDto: {
      /** @example 0.4 */
      mean: number;
      /** @example 2.1 */
      p99: number;
      /** @example 5.3 */
      max: number;
    };
    HealthReportDto: {
      /**
       * @example ok
       * @enum {string}
       */
      status: 'ok' | 'unavailable';
      /**
       * @description « lost » : l’historique est là, ses clés (keys.db) n’y sont plus ; « unusable » : elles sont endommagées, ou leur clé maîtresse manque ; restaurez-les d’une sauvegarde
       * @example present
       * @enum {string}
       */
      keys?: 'present' | 'lost' | 'unusable';
      /** @description Dernier événement enregistré */
      head?: components['schemas']['HeadDto'] | null;
      projections?: components['schemas']['ProjectionHealthDto'][];
      /** @description Ce qui donne suite de lui-même à ce qui est enregistré ; son retard n’empêche pas de répondre */
      processManagers?: components['schemas']['ProcessHealthDto'][];
      /** @description Retard de la boucle d’événements, en millisecondes */
      eventLoopDelayMs?: components['schemas']['EventLoopDelayDto'];
    };
    LivenessDto: {
      /**
       * @example live
       * @enum {string}
       */
      status: 'live';
    };
    ReadinessDto: {
      /**
       * @example ready
       * @enum {string}
       */
      status: 'ready' | 'not-ready';
      /**
       * @description stopping, stores-unavailable, projection-failed, projection-late
       * @example []
       */
      reasons: string[];
    };
    RebuiltProjectionDto: {
      /**
       * @description Le nom de la projection
       * @example compliance
       */
      name: string;
      /**
       * @description La position jusqu’où elle est à jour ; rien avant le premier événement
       * @example 0000000000029207
       */
      position: string | null;
    };
    AmendmentInEffectDto: {
      /** @example AV-1 */
      code: string;
      /** @example Avenant n° 1 : publics prioritaires */
      name: string;
      /**
       * Format: date
       * @example 2025-02-01
       */
      effectiveOn: string;
    };
    ShownConventionDto: {
      /**
       * Format: date
       * @example 2025-06-30
       */
      on: string;
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2026-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /**
       * @description Ce qui est en vigueur ce jour-là, dans les clés de convention.json ; null sans convention
       * @example {
       *       "territoire": {
       *         "siren": "243500139",
       *         "nom": "Rennes Métropole",
       *         "fuseau_horaire": "Europe/Paris"
       *       },
       *       "convention": {
       *         "code": "CIA-2025",
       *         "nom": "Convention intercommunale d’attribution",
       *         "date_adoption": "2025-01-28",
       *         "date_debut": "2017-01-28",
       *         "date_fin": "2031-01-27"
       *       },
       *       "secteurs": [],
       *       "publics": [],
       *       "professions_essentielles": [],
       *       "categories_prioritaires": [],
       *       "objectifs": [
       *         {
       *           "code": "LOI-25",
       *           "nom": "Hors QPV, au moins 25 % au premier quartile ou relogés",
       *           "figure": "Q1_REHOUSED_OUTSIDE_QPV",
       *           "portee": {
       *             "type": "epci"
       *           },
       *           "operateur": "min",
       *           "valeur": "25 %",
       *           "periode": "annee",
       *           "origine": "loi",
       *           "source": "CCH, article L441-1",
       *           "date_debut": "2017-01-28",
       *           "date_fin": null
       *         }
       *       ],
       *       "delais": {
       *         "reponse_offre_jours": 10,
       *         "renouvellement_notes_annees": 2,
       *         "liste_residences_annees": 3
       *       },
       *       "conservation": {
       *         "apres_fin_demande_mois": 12
       *       }
       *     }
       */
      convention?: {
        /**
         * Territoire
         * @description L’EPCI dont c’est la convention.
         */
        territoire: {
          /**
           * Nom
           * @description Celui du territoire, tel que les rapports le montrent.
           */
          nom: string;
          /**
           * SIREN
           * @description Celui de l’EPCI : il identifie le territoire dans les rapports.
           */
          siren?: string | null;
          /**
           * Fuseau horaire
           * @description Nom IANA. Par défaut Europe/Paris.
           */
          fuseau_horaire?: string | null;
          /**
           * Communes
           * @description Codes INSEE des communes de l’EPCI, comme dans communes.csv.
           */
          communes?: string[] | null;
        };
        /**
         * Convention
         * @description Le document lui-même.
         */
        convention: {
          /**
           * Code
           * @description Par exemple CIA-2025.
           */
          code: string;
          /**
           * Nom
           * @description Celui du document.
           */
          nom: string;
          /**
           * Avis
           * @description Jour où la conférence intercommunale a donné son avis, s’il est connu.
           */
          date_avis?: string | null;
          /**
           * Adoption
           * @description Jour où la convention a été adoptée, s’il est connu.
           */
          date_adoption?: string | null;
          /**
           * Premier jour
           * @description Aucun avenant ne prend effet avant.
           */
          date_debut: string;
          /**
           * Dernier jour
           * @description Inclus, s’il est connu. Un avenant peut le repousser.
           */
          date_fin?: string | null;
        };
        /**
         * Secteurs
         * @description Parties de communes.
         */
        secteurs?:
          | {
              /**
               * Code
               * @description Unique. residences.csv le reprend dans code_secteur.
               */
              code: string;
              /**
               * Nom
               * @description Tel que les rapports le montrent.
               */
              nom: string;
              /**
               * Commune
               * @description Code INSEE de la commune du secteur.
               */
              code_insee: string;
            }[]
          | null;
        /**
         * Publics
         * @description Publics suivis par le territoire, outre ceux de la loi.
         */
        publics?:
          | {
              /**
               * Code
               * @description Unique. En capitales, précédé de PUBLIC_, il nomme le chiffre de ce public.
               */
              code: string;
              /**
               * Nom
               * @description Tel que les rapports le montrent.
               */
              nom: string;
              /**
               * Colonne
               * @description Colonne O/N d’attributions.csv. Par défaut, le code.
               */
              colonne?: string | null;
              /**
               * Sensible
               * @description true : compte dans les chiffres, et n’est montré d’aucun bail dans les listes. Par défaut false.
               */
              sensible?: boolean | null;
            }[]
          | null;
        /**
         * Professions essentielles
         * @description Celles que le territoire tient pour essentielles.
         */
        professions_essentielles?:
          | {
              /**
               * Code
               * @description Unique dans la liste.
               */
              code: string;
              /**
               * Nom
               * @description Ce que le code désigne.
               */
              nom: string;
            }[]
          | null;
        /**
         * Catégories prioritaires
         * @description Codes admis dans categorie_prioritaire ; un autre est un avertissement. Sans liste, tout code convient.
         */
        categories_prioritaires?:
          | {
              /**
               * Code
               * @description Unique dans la liste.
               */
              code: string;
              /**
               * Nom
               * @description Ce que le code désigne.
               */
              nom: string;
              /**
               * Premier jour
               * @description Premier bail qui peut la citer. Absent : depuis toujours.
               */
              date_debut?: string | null;
              /**
               * Dernier jour
               * @description Dernier bail qui peut la citer. Absent : sans fin.
               */
              date_fin?: string | null;
            }[]
          | null;
        /**
         * Instances
         * @description Qui se réunit, et combien de fois.
         */
        instances?:
          | {
              /**
               * Code
               * @description Unique dans la liste.
               */
              code: string;
              /**
               * Nom
               * @description Celui du document.
               */
              nom: string;
              /**
               * Portée
               * @description Une pour le territoire, ou une par commune, QPV, résidence ou opération.
               * @enum {string}
               */
              portee: 'epci' | 'commune' | 'qpv' | 'residence' | 'operation';
              /**
               * Sur demande
               * @description true : ne se réunit que si on le demande. Par défaut false.
               */
              sur_demande?: boolean | null;
              /**
               * Séances au moins
               * @description Par période. Absent : le document n’en fixe pas.
               */
              seances_min?: number | null;
              /**
               * Séances au plus
               * @description Par période. Absent : le document n’en fixe pas.
               */
              seances_max?: number | null;
              /**
               * Période
               * @description mois, semestre ou annee.
               * @enum {string|null}
               */
              periode?: 'mois' | 'semestre' | 'annee' | null;
              /**
               * Délais
               * @description Ceux que le document fixe à l’instance.
               */
              delais?:
                | {
                    /**
                     * Nom
                     * @description Ce qui a lieu dans ce délai.
                     */
                    nom: string;
                    /**
                     * Durée
                     * @description En jours ou en mois.
                     */
                    duree: number;
                    /**
                     * Unité
                     * @description jours ou mois.
                     * @enum {string}
                     */
                    unite: 'jours' | 'mois';
                    /**
                     * Sens
                     * @description avant ou apres l’évènement.
                     * @enum {string}
                     */
                    sens: 'avant' | 'apres';
                    /**
                     * Évènement
                     * @description Ce dont le délai est compté.
                     */
                    evenement: string;
                  }[]
                | null;
              /**
               * Source
               * @description L’article, ou la page du document.
               */
              source: string;
            }[]
          | null;
        /**
         * Échéances
         * @description Ce qui est dû à date fixe, ou tous les tant de mois.
         */
        echeances?:
          | {
              /**
               * Code
               * @description Unique dans la liste.
               */
              code: string;
              /**
               * Nom
               * @description Ce qui est dû.
               */
              nom: string;
              /**
               * Jours
               * @description De chaque année, MM-JJ. Absent : aucun n’est fixé.
               */
              jours?: string[] | null;
              /**
               * Tous les tant de mois
               * @description Absent : le document ne le dit pas.
               */
              tous_les_mois?: number | null;
              /**
               * Source
               * @description L’article, ou la page du document.
               */
              source: string;
            }[]
          | null;
        /**
         * Motifs
         * @description Motifs de refus, de retrait, de retour, de report et de correction, en plus de ceux par défaut ou à leur place.
         */
        motifs?:
          | {
              /**
               * Code
               * @description Celui que les commandes donnent. Celui d’un motif par défaut le remplace.
               */
              code: string;
              /**
               * Nom
               * @description Tel que les documents et les états le montrent.
               */
              nom: string;
              /**
               * Listes
               * @description Qui peut le donner, et pour quoi : menage, non_attribution, irrecevabilite, retrait, retour, report, correction.
               */
              listes: (
                'menage' | 'non_attribution' | 'irrecevabilite' | 'retrait' | 'retour' | 'report' | 'correction'
              )[];
              /**
               * Premier jour
               * @description Premier acte qui peut le donner. Absent : depuis toujours.
               */
              date_debut?: string | null;
              /**
               * Dernier jour
               * @description Dernier acte qui peut le donner. Absent : sans fin.
               */
              date_fin?: string | null;
            }[]
          | null;
        /**
         * Commissions
         * @description Quorum et votants de la commission de chaque bailleur.
         */
        commissions?:
          | {
              /**
               * Code
               * @description Celui du bailleur, comme dans bailleurs.csv.
               */
              code: string;
              /**
               * Quorum
               * @description Membres votants présents, au moins. Absent : aucun.
               */
              quorum?: number | null;
              /**
               * Votants
               * @description membres (six), maire, prefet, epci (une voix chacun). Absent : tous.
               */
              votants?: ('membres' | 'maire' | 'prefet' | 'epci')[] | null;
            }[]
          | null;
        /**
         * Barème de fragilité
         * @description Comment une enquête OPS donne la note statistique. Absent ou vide : le barème par défaut.
         */
        bareme_fragilite?:
          | ({
              /**
               * Indicateurs
               * @description Chacun coté de 1 (sain) à 3 (fragile).
               */
              indicateurs?:
                | {
                    /**
                     * Indicateur
                     * @description Une colonne d’ops.csv.
                     * @enum {string}
                     */
                    indicateur:
                      'moins_40_plus' | 'taux_activite' | 'familles_monoparentales' | 'familles_nombreuses' | 'mineurs';
                    /**
                     * Poids
                     * @description Dans la moyenne.
                     */
                    poids: number;
                    /**
                     * Plus fragile
                     * @description haut : une part élevée est signe de fragilité ; bas : une part faible.
                     * @enum {string}
                     */
                    plus_fragile: 'haut' | 'bas';
                    /**
                     * Seuil de la cotation 2
                     * @description haut : 2 à partir de lui ; bas : 1 au-dessus.
                     */
                    seuil_2: string;
                    /**
                     * Seuil de la cotation 3
                     * @description haut : 3 à partir de lui ; bas : 3 au-dessous.
                     */
                    seuil_3: string;
                  }[]
                | null;
              /**
               * Coupures
               * @description Moyennes à partir desquelles commencent les notes 2, 3, 4 et 5. Deux décimales au plus. Par défaut 1,25, 1,75, 2,25 et 2,75.
               */
              coupures?: string[] | null;
              /**
               * Taux de réponse
               * @description En dessous, l’enquête ne donne pas de note. Par défaut 50.
               */
              taux_reponse_min?: string | null;
              /**
               * Logements enquêtés
               * @description En dessous, l’enquête ne donne pas de note. Par défaut 11.
               */
              logements_min?: number | null;
            } & (unknown | unknown))
          | null;
        /**
         * Délais
         * @description Ceux qui ne sont pas donnés gardent leur valeur.
         */
        delais?: {
          /**
           * Réponse à une offre
           * @description Jours laissés au ménage : 10 au moins (CCH R441-10). Par défaut 10.
           */
          reponse_offre_jours?: number | null;
          /**
           * Renouvellement des notes
           * @description En années. Par défaut 2.
           */
          renouvellement_notes_annees?: number | null;
          /**
           * Liste des résidences à enjeu
           * @description Renouvellement de la liste légale du bailleur, en années. Par défaut 3.
           */
          liste_residences_annees?: number | null;
          /**
           * Désignation
           * @description Jours laissés au réservataire pour désigner, sans date limite donnée. Par défaut 30.
           */
          designation_jours?: number | null;
        } | null;
        /**
         * Conservation
         * @description Durée de conservation des données personnelles.
         */
        conservation?: {
          /**
           * Après la fin de la demande
           * @description Mois pendant lesquels les données d’un ménage sont gardées. Par défaut 12.
           */
          apres_fin_demande_mois?: number | null;
        } | null;
        /**
         * Objectifs
         * @description Ceux de la loi et ceux du territoire.
         */
        objectifs: {
          /**
           * Code
           * @description Unique dans le fichier. Un avenant le reprend pour remplacer l’objectif.
           */
          code: string;
          /**
           * Nom
           * @description Tel que les rapports le montrent.
           */
          nom: string;
          /**
           * Chiffre jugé
           * @description Code d’un chiffre du rapport de conformité ou de relogement, Q1_REHOUSED (premier quartile ou relogés), Q12_FRAGILITY_LOW_MEDIUM ou Q34_FRAGILITY_LOW_MEDIUM (quartiles 1 et 2, ou 3 et 4, des notes 1 à 3, parc existant), REHOUSED (ménages relogés parmi les ménages à reloger), ou PUBLIC_ suivi du code d’un public en capitales.
           */
          figure: components['schemas']['FigureCode'] | string;
          /**
           * Portée
           * @description Ce dont l’objectif parle : le territoire, ce qui est hors QPV, des communes, secteurs, bailleurs… ou, pour un chiffre de relogement, des opérations.
           */
          portee: {
            /**
             * Type
             * @description De quoi il s’agit.
             * @enum {string}
             */
            type:
              | 'epci'
              | 'commune'
              | 'secteur'
              | 'bailleur'
              | 'reservataire'
              | 'contingent'
              | 'qpv'
              | 'residence'
              | 'hors_qpv'
              | 'operation';
            /**
             * Identifiants
             * @description Codes des entités, comme dans les fichiers. Absent : chacune des entités de ce type.
             */
            identifiants?: string[] | null;
            /**
             * Part
             * @description Avec le contingent epci seul : la part qu’il sert lui-même, ou celle que les communes servent pour lui.
             * @enum {string|null}
             */
            part?: 'propre' | 'deleguee' | null;
          };
          /**
           * Acteur
           * @description Seconde dimension : les seules attributions de ces bailleurs, réservataires ou contingents dans la portée. Un tel objectif ne se voit que dans le rapport des objectifs.
           */
          acteur?: {
            /**
             * Type
             * @description De quoi il s’agit.
             * @enum {string}
             */
            type: 'bailleur' | 'reservataire' | 'contingent';
            /**
             * Identifiants
             * @description Codes des entités, comme dans les fichiers. Absent : chacune des entités de ce type.
             */
            identifiants?: string[] | null;
            /**
             * Part
             * @description Avec le contingent epci seul : la part qu’il sert lui-même, ou celle que les communes servent pour lui.
             * @enum {string|null}
             */
            part?: 'propre' | 'deleguee' | null;
          } | null;
          /**
           * Opérateur
           * @description min : au moins ; max : au plus ; equal : égal, au pour cent près ; tendTo : tendre vers ; zero : aucune ; monitor : suivi sans cible.
           * @enum {string}
           */
          operateur: 'min' | 'max' | 'equal' | 'tendTo' | 'zero' | 'monitor';
          /**
           * Valeur
           * @description Part exacte, entre guillemets : "25 %", "12,5 %" ou "1/3" ; ou nombre : "40 attributions", "40 ménages". Avec min, max, equal et tendTo, elle ou trajectoire est obligatoire ; absente pour zero et monitor.
           */
          valeur?: string | null;
          /**
           * Trajectoire
           * @description Au lieu de valeur : la valeur de chaque année, les années en ordre.
           */
          trajectoire?:
            | {
                /**
                 * Année
                 * @description À partir du 1er janvier.
                 */
                annee: number;
                /**
                 * Valeur
                 * @description Jusqu’à l’année suivante de la liste.
                 */
                valeur: string;
              }[]
            | null;
          /**
           * Période
           * @description annee (par défaut) ou semestre.
           * @enum {string|null}
           */
          periode?: 'annee' | 'semestre' | null;
          /**
           * Origine
           * @description loi, ou locale : décidée par le territoire.
           * @enum {string}
           */
          origine: 'loi' | 'locale';
          /**
           * Source
           * @description L’article, ou la page du document.
           */
          source: string;
          /**
           * Premier jour
           * @description Par défaut celui de la convention, ou de l’effet de l’avenant. toujours : l’objectif n’a pas de premier jour.
           */
          date_debut?: ('toujours' | string) | null;
          /**
           * Dernier jour
           * @description Inclus. Absent : sans fin.
           */
          date_fin?: string | null;
        }[];
      } | null;
      /** @description Les avenants qui ont pris effet, dans leur ordre */
      amendments: components['schemas']['AmendmentInEffectDto'][];
    };
    IncompleteImportDto: {
      /**
       * Format: uuid
       * @example 0196a7c2-6d0e-7c41-9a53-0f4f5f0c7d11
       */
      import: string;
      /**
       * Format: date-time
       * @example 2024-01-31T22:59:59.999Z
       */
      since: string;
    };
    FigureScopeDto: {
      /**
       * @example commune
       * @enum {string}
       */
      kind: 'epci' | 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'residence' | 'qpv';
      /** @example 78621 */
      id: string;
      /** @example Trappes */
      label: string;
    };
    FigureDto: {
      /**
       * @description Le code d’un chiffre
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      code: components['schemas']['FigureCode'] | string;
      scope: components['schemas']['FigureScopeDto'];
      /**
       * @description null s’il est masqué
       * @example 142
       */
      numerator: number | null;
      /**
       * @description null s’il est masqué
       * @example 1178
       */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0
       * @example 0.12054329371816638
       */
      rate: number | null;
      /**
       * @description {min}, {max}, {equal}, ou plusieurs ; null sans objectif à atteindre
       * @example {
       *       "min": 0.25
       *     }
       */
      target: {
        [key: string]: number;
      } | null;
      /**
       * @example missed
       * @enum {string|null}
       */
      status: 'met' | 'missed' | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    ComplianceReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2023-12-31
       */
      to: string;
      /**
       * @description Baux de la période dont le quartile est inconnu
       * @example 12
       */
      unknownQuartile: number | null;
      /**
       * @description Baux de la période connus seulement comme des quartiles 2 à 4
       * @example 30
       */
      partialQuartile: number | null;
      /**
       * Format: date
       * @description Avec une convention : le jour dont les objectifs jugent toute la période, son dernier
       * @example 2023-12-31
       */
      targetsOn?: string;
      /**
       * @description Avec une convention : un autre jour de la période aurait-il été jugé autrement, pour ce périmètre
       * @example false
       */
      targetsChanged?: boolean;
      figures: components['schemas']['FigureDto'][];
    };
    SeriesPointDto: {
      /**
       * Format: date
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2023-12-31
       */
      to: string;
      /**
       * @description null s’il est masqué
       * @example 142
       */
      numerator: number | null;
      /**
       * @description null s’il est masqué
       * @example 1178
       */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0
       * @example 0.12054329371816638
       */
      rate: number | null;
      /**
       * @description La cible en vigueur au dernier jour de la période ; null sans objectif à atteindre
       * @example {
       *       "min": 0.25
       *     }
       */
      target: {
        [key: string]: number;
      } | null;
      /**
       * @example missed
       * @enum {string|null}
       */
      status: 'met' | 'missed' | null;
      /**
       * @description Présent, et true, tant que la période n’est pas finie : son dernier jour n’était pas passé
       * @example true
       */
      unfinished?: boolean;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    FigureSeriesDto: {
      /**
       * @description Le code d’un chiffre
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      figure: components['schemas']['FigureCode'] | string;
      /** @description Un point par période, dans leur ordre */
      points: components['schemas']['SeriesPointDto'][];
    };
    SeriesReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      scope: components['schemas']['FigureScopeDto'];
      /**
       * @example year
       * @enum {string}
       */
      by: 'year' | 'semester' | 'quarter' | 'month';
      /**
       * Format: date
       * @description Premier jour du premier point
       * @example 2020-01-01
       */
      from: string;
      /**
       * Format: date
       * @description Dernier jour du dernier point
       * @example 2024-12-31
       */
      to: string;
      /** @description Dans l’ordre des chiffres demandés */
      series: components['schemas']['FigureSeriesDto'][];
    };
    ObjectiveScopeDto: {
      /**
       * @example epci
       * @enum {string}
       */
      kind:
        | 'epci'
        | 'commune'
        | 'secteur'
        | 'bailleur'
        | 'reservataire'
        | 'contingent'
        | 'qpv'
        | 'residence'
        | 'hors_qpv'
        | 'operation';
      /** @example 243500139 */
      id: string;
      /** @example Rennes Métropole */
      label: string;
    };
    ObjectiveActorDto: {
      /**
       * @example contingent
       * @enum {string}
       */
      kind: 'bailleur' | 'reservataire' | 'contingent';
      /** @example action_logement */
      id: string;
      /** @example Contingent d’Action Logement */
      label: string;
    };
    PreviousDto: {
      /**
       * Format: date
       * @example 2022-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2022-12-31
       */
      to: string;
      /** @example 150 */
      numerator: number | null;
      /** @example 1200 */
      denominator: number | null;
      /** @example 0.125 */
      rate: number | null;
    };
    ListQueriesDto: {
      /** @example figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&from=2023-01-01&to=2023-12-31 */
      numerator: string;
      /** @example figure=Q1_REHOUSED_OUTSIDE_QPV&part=denominateur&from=2023-01-01&to=2023-12-31 */
      denominator: string;
    };
    ObjectiveLineDto: {
      /** @example LOI-25 */
      code: string;
      /** @example Hors QPV, au moins 25 % au premier quartile ou relogés */
      label: string;
      /**
       * @description Le code du chiffre que l’objectif juge
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      figure: components['schemas']['FigureCode'] | string;
      scope: components['schemas']['ObjectiveScopeDto'];
      /** @description Dont seules les attributions comptent ; null : toutes */
      actor: components['schemas']['ObjectiveActorDto'] | null;
      /**
       * @example min
       * @enum {string}
       */
      operator: 'min' | 'max' | 'equal' | 'tendTo' | 'zero' | 'monitor';
      /**
       * @description Ce que la valeur vise : une part, ou un nombre
       * @example share
       * @enum {string}
       */
      measure: 'share' | 'count';
      /**
       * @description La part visée, sans arrondi, ou le nombre
       * @example 0.25
       */
      value: number | null;
      /**
       * @description La même, comme dans convention.json
       * @example 25 %
       */
      valueText: string | null;
      /**
       * @description {min}, {max} ou {equal} ; null s’il n’y a rien à atteindre
       * @example {
       *       "min": 0.25
       *     }
       */
      target: {
        [key: string]: number;
      } | null;
      /**
       * @example annee
       * @enum {string}
       */
      period: 'annee' | 'semestre';
      /**
       * @example loi
       * @enum {string}
       */
      origin: 'loi' | 'locale';
      /** @example CCH, article L441-1 */
      source: string;
      /**
       * Format: date
       * @description null : depuis toujours
       * @example 2021-02-11
       */
      firstDay: string | null;
      /**
       * Format: date
       * @description null : sans fin
       * @example null
       */
      lastDay: string | null;
      /**
       * @description null si rien ne compte ce chiffre
       * @example 142
       */
      numerator: number | null;
      /** @example 1178 */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0
       * @example 0.12054329371816638
       */
      rate: number | null;
      /**
       * @example missed
       * @enum {string|null}
       */
      status: 'met' | 'missed' | null;
      /**
       * @description Le moindre nombre d’attributions de plus qui atteint l’objectif : toutes au numérateur s’il en manque, aucune s’il y en a trop ; null si aucun nombre ne suffit, ou s’il n’y a rien à atteindre
       * @example 204
       */
      missing: number | null;
      /**
       * @description Le taux moins la valeur, sans arrondi ; pour un nombre, le numérateur moins la valeur
       * @example -0.12945670628183362
       */
      distance: number | null;
      /** @description Les mêmes jours, un an plus tôt */
      previous: components['schemas']['PreviousDto'];
      /**
       * @description Le taux moins le précédent, sans arrondi
       * @example -0.00445670628183362
       */
      change: number | null;
      /**
       * @example down
       * @enum {string|null}
       */
      trend: 'up' | 'down' | 'same' | null;
      /** @description À joindre à /api/allocations? : les attributions comptées, et elles seules ; null pour un chiffre de relogement */
      list: components['schemas']['ListQueriesDto'] | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    ObjectivesReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2023-12-31
       */
      to: string;
      /**
       * Format: date
       * @description Avec une convention : le jour dont on prend les objectifs
       * @example 2023-12-31
       */
      targetsOn?: string;
      /**
       * @description Avec une convention : un objectif était-il autre un autre jour de la période
       * @example false
       */
      targetsChanged?: boolean;
      /**
       * @description Baux de la période, dans le périmètre de qui demande, dont le quartile est inconnu
       * @example 12
       */
      unknownQuartile: number | null;
      /**
       * @description Ceux dont il est connu seulement comme 2 à 4
       * @example 3
       */
      partialQuartile: number | null;
      /** @description Dans l’ordre de la convention */
      objectives: components['schemas']['ObjectiveLineDto'][];
    };
    WordedScopeDto: {
      /**
       * @example epci
       * @enum {string}
       */
      kind:
        | 'epci'
        | 'commune'
        | 'secteur'
        | 'bailleur'
        | 'reservataire'
        | 'contingent'
        | 'qpv'
        | 'residence'
        | 'hors_qpv'
        | 'operation';
      /**
       * @description null : toutes les entités de cette sorte
       * @example null
       */
      ids: string[] | null;
    };
    WordedActorDto: {
      /**
       * @example contingent
       * @enum {string}
       */
      kind: 'bailleur' | 'reservataire' | 'contingent';
      /**
       * @example [
       *       "action_logement"
       *     ]
       */
      ids: string[] | null;
    };
    YearValueDto: {
      /** @example 2024 */
      year: number;
      /** @example 0.2 */
      value: number;
      /** @example 20 % */
      valueText: string;
    };
    WordedObjectiveDto: {
      /** @example LOI-25 */
      code: string;
      /** @example Hors QPV, au moins 25 % au premier quartile ou relogés */
      label: string;
      /** @example Q1_REHOUSED_OUTSIDE_QPV */
      figure: string;
      scope: components['schemas']['WordedScopeDto'];
      /** @description null : toutes les attributions comptent */
      actor: components['schemas']['WordedActorDto'] | null;
      /**
       * @example min
       * @enum {string}
       */
      operator: 'min' | 'max' | 'equal' | 'tendTo' | 'zero' | 'monitor';
      /**
       * @example share
       * @enum {string}
       */
      measure: 'share' | 'count';
      /**
       * @description Celle de l’année ; null sans valeur, et pour une trajectoire hors de ses jours
       * @example 0.25
       */
      value: number | null;
      /** @example 25 % */
      valueText: string | null;
      /** @description null si une valeur vaut pour tous les jours */
      trajectory: components['schemas']['YearValueDto'][] | null;
      /**
       * @example annee
       * @enum {string}
       */
      period: 'annee' | 'semestre';
      /**
       * @example loi
       * @enum {string}
       */
      origin: 'loi' | 'locale';
      /** @example CCH, article L441-1 */
      source: string;
      /**
       * Format: date
       * @description Premier jour de ce texte ; null : depuis toujours
       * @example 2021-02-11
       */
      firstDay: string | null;
      /**
       * Format: date
       * @description Dernier jour de ce texte, la veille d’un avenant qui le remplace ou le retire ; null : sans fin
       * @example null
       */
      lastDay: string | null;
      /**
       * @description S’il est en vigueur ce jour-là (« targetsOn »)
       * @example true
       */
      inForce: boolean;
    };
    FractionDto: {
      /** @example -178 */
      numerator: number;
      /**
       * @description Au-dessus de 0
       * @example 365
       */
      denominator: number;
    };
    PaceDto: {
      /**
       * @description Jours écoulés de la période, celui du rapport compris
       * @example 180
       */
      elapsedDays: number;
      /** @example 185 */
      remainingDays: number;
      /** @description Attributions du dénominateur encore à venir, au rythme constaté : b × (T − e) / e */
      expected: components['schemas']['FractionDto'];
      /** @description Le taux qu’il faut parmi elles pour finir sur la valeur : (n·b·T − d·a·e) / (d·b·(T − e)) pour une part n/d, (v − a)·e / (b·(T − e)) pour un nombre v. Hors de 0 à 1, aucun taux ne suffit */
      needed: components['schemas']['FractionDto'];
      /**
       * @description Atteint à ce jour ; encore possible ; jamais, au rythme constaté
       * @example never
       * @enum {string}
       */
      reach: 'reached' | 'possible' | 'never';
    };
    PacedLineDto: {
      /** @example LOI-25 */
      code: string;
      /** @example Hors QPV, au moins 25 % au premier quartile ou relogés */
      label: string;
      /**
       * @description Le code du chiffre que l’objectif juge
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      figure: components['schemas']['FigureCode'] | string;
      scope: components['schemas']['ObjectiveScopeDto'];
      /** @description Dont seules les attributions comptent ; null : toutes */
      actor: components['schemas']['ObjectiveActorDto'] | null;
      /**
       * @example min
       * @enum {string}
       */
      operator: 'min' | 'max' | 'equal' | 'tendTo' | 'zero' | 'monitor';
      /**
       * @description Ce que la valeur vise : une part, ou un nombre
       * @example share
       * @enum {string}
       */
      measure: 'share' | 'count';
      /**
       * @description La part visée, sans arrondi, ou le nombre
       * @example 0.25
       */
      value: number | null;
      /**
       * @description La même, comme dans convention.json
       * @example 25 %
       */
      valueText: string | null;
      /**
       * @description {min}, {max} ou {equal} ; null s’il n’y a rien à atteindre
       * @example {
       *       "min": 0.25
       *     }
       */
      target: {
        [key: string]: number;
      } | null;
      /**
       * @example annee
       * @enum {string}
       */
      period: 'annee' | 'semestre';
      /**
       * @example loi
       * @enum {string}
       */
      origin: 'loi' | 'locale';
      /** @example CCH, article L441-1 */
      source: string;
      /**
       * Format: date
       * @description null : depuis toujours
       * @example 2021-02-11
       */
      firstDay: string | null;
      /**
       * Format: date
       * @description null : sans fin
       * @example null
       */
      lastDay: string | null;
      /**
       * @description null si rien ne compte ce chiffre
       * @example 142
       */
      numerator: number | null;
      /** @example 1178 */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0
       * @example 0.12054329371816638
       */
      rate: number | null;
      /**
       * @example missed
       * @enum {string|null}
       */
      status: 'met' | 'missed' | null;
      /**
       * @description Le moindre nombre d’attributions de plus qui atteint l’objectif : toutes au numérateur s’il en manque, aucune s’il y en a trop ; null si aucun nombre ne suffit, ou s’il n’y a rien à atteindre
       * @example 204
       */
      missing: number | null;
      /**
       * @description Le taux moins la valeur, sans arrondi ; pour un nombre, le numérateur moins la valeur
       * @example -0.12945670628183362
       */
      distance: number | null;
      /** @description Les mêmes jours, un an plus tôt */
      previous: components['schemas']['PreviousDto'];
      /**
       * @description Le taux moins le précédent, sans arrondi
       * @example -0.00445670628183362
       */
      change: number | null;
      /**
       * @example down
       * @enum {string|null}
       */
      trend: 'up' | 'down' | 'same' | null;
      /** @description À joindre à /api/allocations? : les attributions comptées, et elles seules ; null pour un chiffre de relogement */
      list: components['schemas']['ListQueriesDto'] | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
      /** @description null si la ligne est masquée, s’il n’y a rien à atteindre ou rien de compté, si la période est finie ou n’a pas commencé, et pour un chiffre de relogement */
      pace: components['schemas']['PaceDto'] | null;
    };
    WholeDto: {
      scope: components['schemas']['ObjectiveScopeDto'];
      actor: components['schemas']['ObjectiveActorDto'] | null;
    };
    PartDto: {
      /**
       * @example bailleur
       * @enum {string}
       */
      kind: 'commune' | 'bailleur' | 'reservataire' | 'contingent' | 'residence' | 'operation';
      /** @example L-SABLIERE */
      id: string;
      /** @example Bailleur A */
      label: string;
    };
    ContributionDto: {
      scope: components['schemas']['PartDto'];
      /**
       * @description null s’il est masqué
       * @example 12
       */
      numerator: number | null;
      /**
       * @description null s’il est masqué
       * @example 56
       */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi
       * @example 0.21428571428571427
       */
      rate: number | null;
      /** @description Ce dont la part change le taux du tout : ce taux, moins ce qu’il serait sans elle ; au-dessous de 0, elle le tire vers le bas. null si elle est tout le tout, pour un nombre à atteindre, ou si le tout est masqué */
      pull: components['schemas']['FractionDto'] | null;
      /** @description Son numérateur, moins ce que la valeur de l’objectif demande à son dénominateur ; ceux des parts s’ajoutent à celui du tout. null sans part à atteindre */
      gap: components['schemas']['FractionDto'] | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    ContributionsDto: {
      /** @description Le tout dont ce sont les parts */
      of: components['schemas']['WholeDto'];
      /** @description Celles qui ont au moins un bail au dénominateur, sorte par sorte */
      parts: components['schemas']['ContributionDto'][];
    };
    OneObjectiveDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2023-12-31
       */
      to: string;
      /**
       * Format: date
       * @description Le jour dont on prend l’objectif
       * @example 2023-12-31
       */
      targetsOn: string;
      /** @description Ce jour-là ; hors de ses jours, le texte le plus proche */
      objective: components['schemas']['WordedObjectiveDto'];
      /** @description Une par entité visée, parmi celles de vos droits ; aucune s’il n’est pas en vigueur */
      lines: components['schemas']['PacedLineDto'][];
      /** @description null si « id » et « actor » ne désignent pas une seule des lignes, ou si rien ne compte son chiffre */
      contributions: components['schemas']['ContributionsDto'] | null;
    };
    NamedListBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /**
       * @description Les paramètres de /api/allocations, nommés de même ; plusieurs valeurs en tableau
       * @example {
       *       "code_insee": [
       *         "78621"
       *       ],
       *       "from": "2023-01-01",
       *       "to": "2023-12-31",
       *       "sort": "-date_bail"
       *     }
       */
      filter: {
        [key: string]: unknown;
      };
      /**
       * @description Exactement ces colonnes, dans cet ordre ; toutes, sans ce membre
       * @example [
       *       "numero_attribution",
       *       "numero_unique",
       *       "date_bail",
       *       "code_residence"
       *     ]
       */
      columns?: (
        | 'numero_attribution'
        | 'numero_unique'
        | 'reference_logement'
        | 'identifiant'
        | 'date_bail'
        | 'date_caleol'
        | 'code_residence'
        | 'code_insee'
        | 'code_secteur'
        | 'code_bailleur'
        | 'code_qpv'
        | 'en_qpv'
        | 'note'
        | 'typologie'
        | 'financement'
        | 'premiere_mise_en_location'
        | 'annulee'
        | 'code_reservataire'
        | 'contingent'
        | 'delegue'
        | 'type_demande'
        | 'quartile'
        | 'prioritaire'
        | 'reloge'
        | 'domicile_travail'
        | 'travailleur_essentiel'
        | 'composition'
        | 'publics'
        | 'corrigee'
      )[];
      /**
       * @description Les noms du territoire à la place des codes
       * @example false
       */
      labels?: boolean;
      /**
       * @description Pourquoi : inscrit au journal
       * @example commission
       * @enum {string}
       */
      motif: 'instruction' | 'commission' | 'relance' | 'controle' | 'autorite' | 'droit_acces';
      /**
       * @description Une page, ou la liste entière en fichier ; pour un fichier, la session redemande un code
       * @default json
       * @example json
       * @enum {string}
       */
      format: 'json' | 'csv' | 'xlsx';
      /**
       * @default 50
       * @example 50
       */
      limit: number;
      /**
       * @description Le « next » ou le « prev » d’une autre page, avec les mêmes filtres
       * @example WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd
       */
      cursor?: string;
    };
    NamedLinkDto: {
      /**
       * @description À demander une fois, avant « expiresAt », par la même personne et dans la même session
       * @example /api/allocations/named/Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U
       */
      link: string;
      /**
       * Format: date-time
       * @example 2024-01-31T09:01:00.000Z
       */
      expiresAt: string;
      /**
       * @description Lignes nominatives inscrites au journal
       * @example 50
       */
      count: number;
      /**
       * @description Lignes de la liste entière
       * @example 354
       */
      total: number;
    };
    NamedPageDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte, le même à toutes les pages d’une liste
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030541
       */
      position: string | null;
      /**
       * @description Les colonnes demandées ; les noms sont null si le ménage a été effacé
       * @example [
       *       {
       *         "numero_attribution": "ATT-1",
       *         "numero_unique": "078000000000000001",
       *         "date_bail": "2023-03-14"
       *       }
       *     ]
       */
      allocations: {
        [key: string]: unknown;
      }[];
      /**
       * @description À donner en « cursor »
       * @example null
       */
      next: string | null;
      /**
       * @description À donner en « cursor »
       * @example null
       */
      prev: string | null;
      /**
       * @description Lignes de la liste avant cette page
       * @example 0
       */
      offset: number;
      /**
       * @description Lignes de la liste entière
       * @example 354
       */
      total: number;
    };
    AllocationRowDto: {
      /**
       * @description Identifiant interne, tiré au hasard
       * @example 0c0f2f0e-7c6b-4a53-9f2e-5f3f9a1f7d10
       */
      identifiant: string;
      /**
       * Format: date
       * @description Jour de signature du bail
       * @example 2023-03-14
       */
      date_bail: string;
      /**
       * @description Jour de la CALEOL
       * @example 2023-02-28
       */
      date_caleol: string | null;
      /** @example R-0001 */
      code_residence: string;
      /**
       * @description Commune de la résidence
       * @example 78621
       */
      code_insee: string;
      /**
       * @description Secteur de la convention où se trouve la résidence ; null si elle n’est dans aucun
       * @example S-GIBAUDERIE
       */
      code_secteur: string | null;
      /**
       * @description Bailleur au jour du bail
       * @example L-SABLIERE
       */
      code_bailleur: string;
      /**
       * @description QPV en vigueur au jour du bail
       * @example [
       *       "L-QPV-01"
       *     ]
       */
      code_qpv: string[];
      /**
       * @description En QPV au jour du bail ; null si inconnu
       * @example true
       */
      en_qpv: boolean | null;
      /**
       * @description Note de fragilité au jour du bail
       * @example 4
       */
      note: number | null;
      /**
       * @description Typologie du logement
       * @example T3
       */
      typologie: string | null;
      /**
       * @description Financement du logement
       * @example PLUS
       */
      financement: string | null;
      /**
       * @description Première mise en location ; null si inconnu
       * @example false
       */
      premiere_mise_en_location: boolean | null;
      /**
       * @description Bail qui n’a pas pris effet ; null si inconnu
       * @example false
       */
      annulee: boolean | null;
      /** @example L-ETAT */
      code_reservataire: string;
      /** @example etat */
      contingent: string;
      /** @example false */
      delegue: boolean;
      /**
       * @example premier_acces
       * @enum {string}
       */
      type_demande: 'premier_acces' | 'mutation';
      /**
       * @description Quartile de ressources, ou intervalle ; null si inconnu
       * @example 2-4
       */
      quartile: string | null;
      /**
       * @description Public prioritaire ; null si inconnu
       * @example true
       */
      prioritaire: boolean | null;
      /**
       * @description Relogement ANRU ou ORCOD ; null si inconnu
       * @example false
       */
      reloge: boolean | null;
      /**
       * @description Rapprochement du domicile et du travail ; null si inconnu
       * @example false
       */
      domicile_travail: boolean | null;
      /**
       * @description Travailleur essentiel ; null si inconnu
       * @example false
       */
      travailleur_essentiel: boolean | null;
      /**
       * @description Composition du ménage
       * @example couple_enfants
       */
      composition: string | null;
      /**
       * @description Publics de la convention dont est le ménage, sauf ceux qu’elle dit sensibles
       * @example [
       *       "moins_25_ans"
       *     ]
       */
      publics: string[];
      /**
       * @description Corrigé ou annulé depuis sa signature, d’après ce qui était enregistré à l’instant de la liste
       * @example false
       */
      corrigee: boolean;
    };
    FacetValueDto: {
      /**
       * @description Comme le filtre l’écrit ; null : les attributions sans valeur, que ce filtre ne demande pas
       * @example 1
       */
      value: string | null;
      /**
       * @description Lignes de la liste qui ont cette valeur
       * @example 142
       */
      count: number;
    };
    FacetDto: {
      /**
       * @example quartile
       * @enum {string}
       */
      filter:
        | 'quartile'
        | 'note'
        | 'en_qpv'
        | 'code_insee'
        | 'code_secteur'
        | 'code_bailleur'
        | 'code_residence'
        | 'code_reservataire'
        | 'contingent'
        | 'delegue'
        | 'prioritaire'
        | 'reloge'
        | 'domicile_travail'
        | 'travailleur_essentiel'
        | 'type_demande'
        | 'composition'
        | 'typologie'
        | 'financement'
        | 'premiere_mise_en_location'
        | 'annulee'
        | 'corrigee';
      /** @description Les valeurs que des lignes ont ; les autres en ont zéro */
      values: components['schemas']['FacetValueDto'][];
    };
    AllocationPageDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte, le même à toutes les pages d’une liste
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030541
       */
      position: string | null;
      allocations: components['schemas']['AllocationRowDto'][];
      /**
       * @description À donner en « cursor » pour la page suivante ; null après la dernière
       * @example WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd
       */
      next: string | null;
      /**
       * @description À donner en « cursor » pour la page précédente ; null devant la première
       * @example null
       */
      prev: string | null;
      /**
       * @description Lignes de la liste avant cette page
       * @example 0
       */
      offset: number;
      /**
       * @description Lignes de la liste entière
       * @example 1645
       */
      total: number;
      /** @description Présent si « facets » en demande, dans le même ordre : ce que la liste aurait de lignes, valeur par valeur */
      facets?: components['schemas']['FacetDto'][];
    };
    ThresholdDto: {
      /** @example 2023 */
      year: number;
      /**
       * @description Centimes par an et par unité de consommation
       * @example 1121000
       */
      first: number;
      /** @example null */
      second: number | null;
      /** @example null */
      third: number | null;
      /**
       * Format: date
       * @description Jour de leur enregistrement
       * @example 2023-03-20
       */
      recordedOn: string;
    };
    LeaseReasonDto: {
      /**
       * @example quartile
       * @enum {string}
       */
      fact: 'quartile' | 'priority' | 'homeWork' | 'note' | 'qpv';
      /**
       * @description Le fait déduit
       * @example 1
       */
      value: Record<string, never> | null;
      /**
       * @description Code de la raison ; « sealed » sans le droit de lire les noms, « erased » si le ménage est effacé
       * @example income-by-unit
       */
      because: string;
      /**
       * @description « Pourquoi ? », sans ressources ni communes du ménage
       * @example Quartile 1 : ressources annuelles par unité de consommation (1,5), comparées aux bornes de 2023 (11 210 €).
       */
      text: string;
      /**
       * @description La règle
       * @example Est prioritaire un ménage reconnu DALO, ou d’une catégorie…
       */
      rule: string;
      /**
       * @description Article de loi, ou page de la convention
       * @example CCH, article L441-1
       */
      source: string;
      /** @description Les bornes de l’année, pour le quartile */
      threshold: components['schemas']['ThresholdDto'] | null;
    };
    LeaseEntityDto: {
      /** @example bailleur */
      kind: string;
      /** @example L-SABLIERE */
      id: string;
      /** @example La Sablière */
      label: string;
    };
    LeaseListDto: {
      /** @example figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&from=2023-01-01&to=2023-12-31 */
      numerator: string;
      /** @example figure=Q1_REHOUSED_OUTSIDE_QPV&part=denominateur&from=2023-01-01&to=2023-12-31 */
      denominator: string;
    };
    CountedObjectiveDto: {
      /** @example LOI-25-HORS-QPV */
      code: string;
      /** @example Hors QPV, au moins 25 % au premier quartile */
      label: string;
      /**
       * @description Code du chiffre
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      figure: string;
      scope: components['schemas']['LeaseEntityDto'];
      actor: components['schemas']['LeaseEntityDto'] | null;
      /**
       * @example min
       * @enum {string}
       */
      operator: 'min' | 'max' | 'equal' | 'tendTo' | 'zero' | 'monitor';
      /**
       * @example annee
       * @enum {string}
       */
      period: 'annee' | 'semestre';
      /**
       * Format: date
       * @description Premier jour compté
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @description Dernier jour compté
       * @example 2023-12-31
       */
      to: string;
      /**
       * @example loi
       * @enum {string}
       */
      origin: 'loi' | 'locale';
      /**
       * @description Article ou page
       * @example CCH, article L441-1
       */
      source: string;
      /**
       * @description La part où le bail compte ; au numérateur, il compte dans les deux
       * @example numerator
       * @enum {string}
       */
      part: 'numerator' | 'denominator';
      /** @description Paramètres de /api/allocations : les baux de chaque part */
      list: components['schemas']['LeaseListDto'];
    };
    ChangedColumnDto: {
      /**
       * @description Colonne de la liste
       * @example typologie
       */
      column: string;
      /** @example T2 */
      before: Record<string, never> | null;
      /** @example T3 */
      after: Record<string, never> | null;
    };
    LeaseChangeDto: {
      /**
       * @description « revision » : un seuil ou une commune enregistrés plus tard ont changé un fait déduit
       * @example correction
       * @enum {string}
       */
      kind: 'correction' | 'cancellation' | 'revision';
      /**
       * Format: date-time
       * @example 2023-04-02T08:31:07.412Z
       */
      recordedAt: string;
      /**
       * @description Rôle de qui l’a enregistré
       * @example bailleur
       */
      role: string;
      /**
       * @description Motif codé ; null d’un fichier
       * @example erreur
       */
      motive: string | null;
      /**
       * Format: date
       * @description Jour de l’annulation
       * @example null
       */
      on: string | null;
      /** @description Vide si seules des données scellées diffèrent */
      columns: components['schemas']['ChangedColumnDto'][];
    };
    LeaseViewDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte, le même à toutes les pages d’une liste
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030541
       */
      position: string | null;
      allocation: components['schemas']['AllocationRowDto'];
      /**
       * @description Signé au fil de l’eau, sur une vacance ; sinon venu d’un fichier
       * @example false
       */
      isLive: boolean;
      /**
       * @description Rang du dernier événement du bail ; l’ETag
       * @example 1
       */
      revision: number;
      reasons: components['schemas']['LeaseReasonDto'][];
      /** @description Objectifs en vigueur au jour du bail, qui le comptent */
      objectives: components['schemas']['CountedObjectiveDto'][];
      /** @description Corrections et annulations, de la plus ancienne */
      changes: components['schemas']['LeaseChangeDto'][];
    };
    IndicatorDto: {
      /** @example ROTATION */
      code: string;
      scope: components['schemas']['FigureScopeDto'];
      /**
       * @description Une année, AAAA, ou un semestre, AAAA-S1
       * @example 2023
       */
      period: string;
      /**
       * @description Exacte, en texte, avec un point
       * @example 9.5
       */
      value: string;
      /**
       * @description Qui donne le chiffre, et où
       * @example Rapport annuel de l’observatoire
       */
      source: string;
      /**
       * Format: date
       * @example 2024-06-30
       */
      sourceDay: string;
    };
    IndicatorsDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /** @description Par code, périmètre, entité et période */
      indicators: components['schemas']['IndicatorDto'][];
    };
    ReportedTerritoryDto: {
      /**
       * @description Son SIREN, sinon « epci »
       * @example 243500139
       */
      id: string;
      /** @example Rennes Métropole */
      label: string;
      /**
       * @description Fuseau horaire de ses jours
       * @example Europe/Paris
       */
      timeZone: string;
    };
    CommuneEntryDto: {
      /**
       * @description Code INSEE
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
    };
    SectorEntryDto: {
      /**
       * @description Code du secteur
       * @example S-GIBAUDERIE
       */
      id: string;
      /** @example La Gibauderie */
      label: string;
      /**
       * @description Sa commune ; null hors de la convention
       * @example null
       */
      commune: string | null;
    };
    DistrictEntryDto: {
      /**
       * @description Code du QPV
       * @example L-QPV-01
       */
      id: string;
      /** @example Les Merisiers */
      label: string;
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
      /**
       * Format: date
       * @description Son premier jour
       * @example 2024-01-01
       */
      firstDay: string;
      /**
       * Format: date
       * @description Son dernier jour
       * @example null
       */
      lastDay: string | null;
      /**
       * @description En vigueur ce jour
       * @example true
       */
      inForce: boolean;
    };
    LandlordEntryDto: {
      /**
       * @description Code du bailleur
       * @example L-SABLIERE
       */
      id: string;
      /** @example La Sablière */
      label: string;
    };
    ContingentEntryDto: {
      /**
       * @example action_logement
       * @enum {string}
       */
      id:
        'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur' | 'autre';
      /** @example Contingent d’Action Logement */
      label: string;
    };
    HolderEntryDto: {
      /**
       * @description Code du réservataire
       * @example L-ETAT
       */
      id: string;
      /** @example Préfecture d’Ille-et-Vilaine */
      label: string;
      /**
       * @example etat
       * @enum {string}
       */
      contingent:
        'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur' | 'autre';
      /**
       * @description Pour une commune : son code INSEE
       * @example null
       */
      commune: string | null;
    };
    ResidenceEntryDto: {
      /**
       * @description Code de la résidence
       * @example R-0001
       */
      id: string;
      /** @example Résidence des Lilas */
      label: string;
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
      /**
       * @description Code du secteur
       * @example null
       */
      sector: string | null;
      /**
       * @description Son bailleur ce jour
       * @example L-SABLIERE
       */
      landlord: string;
      /**
       * @description Les QPV où elle se trouve ce jour
       * @example [
       *       "L-QPV-01"
       *     ]
       */
      districts: string[];
      /**
       * @description Sa note de fragilité finale ce jour ; null sans note, et hors du périmètre de qui demande
       * @example 4
       */
      note: number | null;
      /**
       * @description Logements
       * @example 120
       */
      dwellings: number;
      /**
       * @description En degrés ; null si inconnue
       * @example 48.7771
       */
      latitude: number | null;
      /**
       * @description En degrés ; null si inconnue
       * @example 2.0041
       */
      longitude: number | null;
      /**
       * @description Dans le périmètre de qui demande, d’après le propriétaire d’aujourd’hui
       * @example true
       */
      withinScope: boolean;
    };
    PublicEntryDto: {
      /**
       * @description Code du public
       * @example moins_25_ans
       */
      id: string;
      /** @example Moins de 25 ans */
      label: string;
      /**
       * @description Compté dans les chiffres, et montré d’aucun bail dans les listes
       * @example false
       */
      sensitive: boolean;
      /**
       * @description Le code de son chiffre
       * @example PUBLIC_MOINS_25_ANS
       */
      figure: components['schemas']['FigureCode'] | string;
    };
    OccupationEntryDto: {
      /**
       * @description Code de la profession
       * @example soignant
       */
      id: string;
      /** @example Personnel soignant */
      label: string;
    };
    TerritoryDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour du dictionnaire
       * @example 2024-06-30
       */
      on: string;
      territory: components['schemas']['ReportedTerritoryDto'];
      communes: components['schemas']['CommuneEntryDto'][];
      /** @description Vide dans un territoire sans secteurs */
      sectors: components['schemas']['SectorEntryDto'][];
      /** @description Tous les QPV, en vigueur ce jour ou non */
      districts: components['schemas']['DistrictEntryDto'][];
      landlords: components['schemas']['LandlordEntryDto'][];
      /** @description Ceux qui ont un réservataire */
      contingents: components['schemas']['ContingentEntryDto'][];
      holders: components['schemas']['HolderEntryDto'][];
      /** @description Toutes les résidences connues */
      residences: components['schemas']['ResidenceEntryDto'][];
      /** @description Les publics de la convention et de ses avenants */
      publics: components['schemas']['PublicEntryDto'][];
      /** @description Les professions essentielles de la convention ce jour */
      occupations: components['schemas']['OccupationEntryDto'][];
    };
    NamedDto: {
      /**
       * @description Code
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
    };
    ListedResidenceDto: {
      /**
       * @description Code
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
      commune: components['schemas']['NamedDto'] | null;
      /**
       * @description La note au jour de la liste
       * @example 5
       */
      note: number;
    };
    PriorityListDto: {
      landlord: components['schemas']['NamedDto'];
      /**
       * Format: date
       * @example 2025-01-28
       */
      on: string;
      /**
       * Format: date
       * @description Dernier jour où elle vaut
       * @example 2028-01-27
       */
      lastDay: string;
      /**
       * @description La plus récente de son bailleur au jour demandé, et pas finie
       * @example true
       */
      inForce: boolean;
      /**
       * Format: date-time
       * @example 2025-01-28T10:00:00.000Z
       */
      recordedAt: string;
      /**
       * @description Qui l’a établie
       * @example administrator
       */
      actor: string;
      /** @example administrateur */
      role: string;
      residences: components['schemas']['ListedResidenceDto'][];
    };
    PriorityListsDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour des notes
       * @example 2024-06-30
       */
      on: string;
      /** @description Par bailleur, puis de la plus récente */
      lists: components['schemas']['PriorityListDto'][];
    };
    ListBodyDto: {
      /**
       * @description Code du bailleur
       * @example 552141533
       */
      landlord: string;
      /**
       * Format: date
       * @description Jour de la liste ; par défaut, aujourd’hui
       * @example 2025-01-28
       */
      on?: string;
      /**
       * @description Confirme une liste vide : ce bailleur n’a aucune résidence notée 4 ou 5 ce jour-là
       * @example true
       */
      confirmsEmpty?: boolean;
    };
    ListedNoteDto: {
      /**
       * @description Code de la résidence
       * @example R-025
       */
      residence: string;
      /** @example 5 */
      note: number;
    };
    ListReceiptDto: {
      /**
       * @description Code du bailleur
       * @example 552141533
       */
      landlord: string;
      /**
       * Format: date
       * @description Jour de la liste
       * @example 2025-01-28
       */
      on: string;
      /**
       * Format: date
       * @description Dernier jour où elle vaut
       * @example 2028-01-27
       */
      lastDay: string;
      /** @description Les résidences notées 4 ou 5 ce jour, dans l’ordre des codes */
      residences: components['schemas']['ListedNoteDto'][];
      /**
       * @example recorded
       * @enum {string}
       */
      outcome: 'recorded' | 'unchanged';
      /** @example 0 */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
    };
    ResidenceNotesDto: {
      /**
       * @description Code de la résidence
       * @example R-025
       */
      id: string;
      /** @example Résidence des Lilas */
      label: string;
      /**
       * @description Donnée, sinon calculée de l’enquête OPS
       * @example 4
       */
      statistical: number | null;
      /**
       * @description Note de la commune
       * @example 4
       */
      commune: number | null;
      /**
       * @description Note du bailleur
       * @example 3
       */
      landlord: number | null;
      /**
       * @description Note finale
       * @example null
       */
      note: number | null;
      /**
       * @description La règle qui donne la note, ou pourquoi il n’y en a pas
       * @example Désaccord : commune 4, bailleur 3 ; un accord est attendu.
       */
      reason: string;
    };
    FragilityReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour des notes
       * @example 2024-06-30
       */
      on: string;
      /** @description Chaque résidence, dans l’ordre des codes */
      residences: components['schemas']['ResidenceNotesDto'][];
    };
    ExtentDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
    };
    PriorityExtentDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /** @description Dont en QPV ce jour */
      inQpv: components['schemas']['ExtentDto'];
    };
    TotalCoverageDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /** @description Avec une note */
      noted: components['schemas']['ExtentDto'];
      /** @description Notées 4 ou 5 */
      priority: components['schemas']['PriorityExtentDto'];
    };
    NoteExtentDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /**
       * @description null : sans note
       * @example 4
       */
      note: number | null;
    };
    GroundExtentDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /**
       * @example consensus
       * @enum {string}
       */
      ground:
        | 'agreement'
        | 'commune-alone'
        | 'landlord-alone'
        | 'statistical-given'
        | 'statistical-computed'
        | 'consensus'
        | 'kept-final'
        | 'disagreement'
        | 'survey-left-out'
        | 'nothing';
    };
    TypeExtentDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /**
       * @description De 1 à 4 ; null : d’aucun type connu
       * @example 2
       */
      type: number | null;
    };
    GroupCoverageDto: {
      /**
       * @description Résidences
       * @example 58
       */
      residences: number;
      /**
       * @description Leurs logements
       * @example 8753
       */
      dwellings: number;
      /**
       * @description Code
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
      /** @description Avec une note */
      noted: components['schemas']['ExtentDto'];
      /** @description Notées 4 ou 5 */
      priority: components['schemas']['ExtentDto'];
    };
    CoverageReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour des notes
       * @example 2024-06-30
       */
      on: string;
      total: components['schemas']['TotalCoverageDto'];
      /** @description Par note, puis sans note */
      byNote: components['schemas']['NoteExtentDto'][];
      /** @description Par règle qui donne la note, ou qui n’en donne pas */
      byGround: components['schemas']['GroundExtentDto'][];
      /** @description Par type, parmi les notées 4 ou 5 ; une résidence peut être de plusieurs types */
      byType: components['schemas']['TypeExtentDto'][];
      communes: components['schemas']['GroupCoverageDto'][];
      /** @description Par propriétaire de ce jour */
      landlords: components['schemas']['GroupCoverageDto'][];
    };
    FreshnessDelaysDto: {
      /**
       * @description Années entre deux enquêtes
       * @example 2
       */
      surveyYears: number;
      /**
       * @description Années pour lesquelles vaut une liste
       * @example 3
       */
      listYears: number;
      /**
       * @description Mois de préavis
       * @example 6
       */
      noticeMonths: number;
    };
    SurveyReminderDto: {
      /**
       * @description due : à refaire bientôt ; late : en retard
       * @example late
       * @enum {string}
       */
      status: 'due' | 'late';
      /**
       * Format: date
       * @description Dernier jour où ce qui existe sert encore ; null : rien n’existe
       * @example 2023-12-31
       */
      lastDay: string | null;
      /**
       * Format: date-time
       * @description Quand le rappel a été enregistré ; null : il ne l’est pas encore
       * @example 2023-12-31T23:00:00.412Z
       */
      remindedAt: string | null;
      residence: components['schemas']['NamedDto'];
      commune: components['schemas']['NamedDto'];
      landlord: components['schemas']['NamedDto'];
      /**
       * @description De l’enquête la plus récente
       * @example 2022
       */
      year: number | null;
    };
    ListReminderDto: {
      /**
       * @description due : à refaire bientôt ; late : en retard
       * @example late
       * @enum {string}
       */
      status: 'due' | 'late';
      /**
       * Format: date
       * @description Dernier jour où ce qui existe sert encore ; null : rien n’existe
       * @example 2023-12-31
       */
      lastDay: string | null;
      /**
       * Format: date-time
       * @description Quand le rappel a été enregistré ; null : il ne l’est pas encore
       * @example 2023-12-31T23:00:00.412Z
       */
      remindedAt: string | null;
      landlord: components['schemas']['NamedDto'];
      /**
       * Format: date
       * @description Jour de la liste la plus récente
       * @example 2021-01-28
       */
      on: string | null;
      /**
       * @description Résidences notées 4 ou 5 ce jour
       * @example 6
       */
      residences: number;
    };
    RemindersReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour des notes
       * @example 2024-06-30
       */
      on: string;
      delays: components['schemas']['FreshnessDelaysDto'];
      /** @description Les retards d’abord */
      surveys: components['schemas']['SurveyReminderDto'][];
      /** @description Des bailleurs qui ont une résidence notée 4 ou 5 */
      lists: components['schemas']['ListReminderDto'][];
    };
    DescribedResidenceDto: {
      /**
       * @description Code
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
      commune: components['schemas']['NamedDto'];
      /** @description Le propriétaire de ce jour */
      landlord: components['schemas']['NamedDto'];
      /** @example 118 */
      dwellings: number;
      /** @description Les QPV où elle se trouve ce jour */
      districts: components['schemas']['NamedDto'][];
    };
    MeetingDto: {
      /**
       * Format: date
       * @example 2024-03-03
       */
      heldOn: string;
      /**
       * @example [
       *       "commune",
       *       "landlord"
       *     ]
       */
      attendees: (
        | 'commune'
        | 'landlord'
        | 'epci'
        | 'state'
        | 'departement'
        | 'action-logement'
        | 'holder'
        | 'tenants'
        | 'social-support'
        | 'caretaker'
      )[];
    };
    NotesExplainedDto: {
      /**
       * @description Donnée, sinon calculée
       * @example 4
       */
      statistical: number | null;
      /**
       * @description Note de la commune
       * @example 4
       */
      commune: number | null;
      /**
       * @description Note du bailleur
       * @example 4
       */
      landlord: number | null;
      /**
       * @description Note finale
       * @example 4
       */
      note: number | null;
      /** @example Notes de la commune et du bailleur concordantes. */
      reason: string;
      /**
       * @description La règle qui donne la note
       * @example agreement
       * @enum {string}
       */
      ground:
        | 'agreement'
        | 'commune-alone'
        | 'landlord-alone'
        | 'statistical-given'
        | 'statistical-computed'
        | 'consensus'
        | 'kept-final'
        | 'disagreement'
        | 'survey-left-out'
        | 'nothing';
      /**
       * Format: date
       * @description Jour depuis lequel ces notes valent
       * @example 2024-01-01
       */
      since: string | null;
      /**
       * @example computed
       * @enum {string|null}
       */
      statisticalSource: 'given' | 'computed' | null;
      /**
       * @description Motif du consensus
       * @example null
       */
      consensus: string | null;
      /**
       * @description Le commentaire de la commune, sur les logements
       * @example Deux halls à reprendre, ascenseur en panne depuis six mois.
       */
      communeComment: string | null;
      /**
       * @description Le commentaire du bailleur, sur les logements
       * @example Deux halls à reprendre, ascenseur en panne depuis six mois.
       */
      landlordComment: string | null;
      /** @description La réunion où la note a été arrêtée */
      meeting: components['schemas']['MeetingDto'] | null;
    };
    SurveyFactsDto: {
      /** @example R-025 */
      residence: string;
      /** @example 2022 */
      year: number;
      /**
       * @description Logements enquêtés
       * @example 118
       */
      dwellings: number;
      /**
       * @description Taux de réponse, en pour cent, exact
       * @example 87.5
       */
      responseRate: string;
    };
    SurveyExclusionDto: {
      /**
       * @example response-rate
       * @enum {string}
       */
      kind: 'response-rate' | 'dwellings';
      /**
       * @description Ce qui est trouvé
       * @example 42.5
       */
      found: string | number;
      /**
       * @description Le moins qu’il faut
       * @example 50
       */
      least: string | number;
    };
    MarkedIndicatorDto: {
      /**
       * @example veryLowIncome
       * @enum {string}
       */
      indicator: 'veryLowIncome' | 'adultsInWork' | 'singleParents' | 'largeFamilies' | 'minors';
      /**
       * @description La part trouvée, en pour cent, exacte
       * @example 38
       */
      share: string;
      /**
       * @description Plus fragile quand la part est haute, ou basse
       * @example high
       * @enum {string}
       */
      worseWhen: 'high' | 'low';
      /**
       * @description La borne de la valeur 2
       * @example 32
       */
      second: string;
      /**
       * @description La borne de la valeur 3
       * @example 43
       */
      third: string;
      /**
       * @description 1 (sain), 2 ou 3 (fragile)
       * @example 2
       */
      mark: number;
      /** @example 2 */
      weight: number;
    };
    StatisticalNoteDto: {
      survey: components['schemas']['SurveyFactsDto'];
      /** @description Pourquoi l’enquête est écartée ; vide si elle ne l’est pas */
      exclusions: components['schemas']['SurveyExclusionDto'][];
      indicators: components['schemas']['MarkedIndicatorDto'][];
      /** @description La moyenne pondérée, de 1 à 3, en fraction exacte */
      mean: components['schemas']['FractionDto'];
      /**
       * @description Les coupures, en centièmes : à partir de chacune commence la note suivante
       * @example [
       *       125,
       *       175,
       *       225,
       *       275
       *     ]
       */
      cuts: number[];
      /**
       * @description Coupures atteintes
       * @example 2
       */
      cutsReached: number;
      /**
       * @description La note ; null si l’enquête est écartée
       * @example 3
       */
      note: number | null;
    };
    NoteRecordingDto: {
      /**
       * Format: date-time
       * @example 2024-02-01T09:30:00.000Z
       */
      recordedAt: string;
      /**
       * @description Qui l’a enregistré
       * @example administrator
       */
      actor: string;
      /** @example administrateur */
      role: string;
      /**
       * @description Une ligne de fichier, ou une demande
       * @example file
       * @enum {string}
       */
      source: 'file' | 'request';
      /**
       * @description Corrige ce qui était enregistré pour le même jour, ou la même année
       * @example false
       */
      correction: boolean;
      /**
       * Format: date
       * @description Jour d’effet
       * @example 2024-01-01
       */
      from: string;
      /**
       * @description Note statistique donnée
       * @example null
       */
      statistical: number | null;
      /**
       * @description Note de la commune
       * @example 4
       */
      commune: number | null;
      /**
       * @description Note du bailleur
       * @example 4
       */
      landlord: number | null;
      /**
       * @description Note finale donnée
       * @example null
       */
      final: number | null;
      /**
       * @description Motif du consensus
       * @example null
       */
      consensus: string | null;
      /**
       * @description Le commentaire de la commune, sur les logements
       * @example Deux halls à reprendre, ascenseur en panne depuis six mois.
       */
      communeComment: string | null;
      /**
       * @description Le commentaire du bailleur, sur les logements
       * @example Deux halls à reprendre, ascenseur en panne depuis six mois.
       */
      landlordComment: string | null;
      /** @description La réunion où la note a été arrêtée */
      meeting: components['schemas']['MeetingDto'] | null;
    };
    SurveyRecordingDto: {
      /**
       * Format: date-time
       * @example 2024-02-01T09:30:00.000Z
       */
      recordedAt: string;
      /**
       * @description Qui l’a enregistré
       * @example administrator
       */
      actor: string;
      /** @example administrateur */
      role: string;
      /**
       * @description Une ligne de fichier, ou une demande
       * @example file
       * @enum {string}
       */
      source: 'file' | 'request';
      /**
       * @description Corrige ce qui était enregistré pour le même jour, ou la même année
       * @example false
       */
      correction: boolean;
      /** @example 2022 */
      year: number;
      /** @example 118 */
      dwellings: number;
      /**
       * @description Taux de réponse, en pour cent, exact
       * @example 87.5
       */
      responseRate: string;
      /**
       * @description Ménages sous 40 % du plafond PLUS, en pour cent, exact
       * @example 38
       */
      veryLowIncome: string;
      /**
       * @description Taux d’activité, en pour cent, exact
       * @example 66
       */
      adultsInWork: string;
      /**
       * @description Familles nombreuses, en pour cent, exact
       * @example 15
       */
      largeFamilies: string;
      /**
       * @description Familles monoparentales, en pour cent, exact
       * @example 21
       */
      singleParents: string;
      /**
       * @description Mineurs, en pour cent, exact
       * @example 31
       */
      minors: string;
      /**
       * @description Logements sous-occupés, en pour cent
       * @example 12
       */
      underOccupied?: string | null;
      /**
       * @description Logements sur-occupés, en pour cent
       * @example 6.5
       */
      overOccupied?: string | null;
    };
    LeaseFigureDto: {
      /**
       * @example Q1
       * @enum {string}
       */
      code: 'ALLOCATIONS' | 'Q1' | 'Q2' | 'Q34' | 'PRIORITY' | 'HOME_WORK' | 'TRANSFERS';
      /** @example 2 */
      numerator: number;
      /** @example 9 */
      denominator: number;
      /**
       * @description Sans arrondi
       * @example 0.2222222222222222
       */
      rate: number | null;
    };
    LeasesSinceDto: {
      /**
       * Format: date
       * @example 2024-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2024-06-30
       */
      to: string;
      figures: components['schemas']['LeaseFigureDto'][];
    };
    ResidenceSheetDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /**
       * Format: date
       * @description Le jour des notes
       * @example 2024-06-30
       */
      on: string;
      residence: components['schemas']['DescribedResidenceDto'];
      notes: components['schemas']['NotesExplainedDto'];
      /** @description L’enquête derrière la note statistique, sinon la plus récente, et sa note pas à pas */
      survey: components['schemas']['StatisticalNoteDto'] | null;
      /**
       * @description Les types d’une résidence notée 4 ou 5 : 1 sous-occupée, 2 très faibles ressources, 3 familles monoparentales et mineurs, 4 familles nombreuses et sur-occupation
       * @example [
       *       2,
       *       3
       *     ]
       */
      types: (1 | 2 | 3 | 4)[];
      /** @description Chaque ligne datée et ses corrections, dans l’ordre des jours puis des enregistrements */
      history: components['schemas']['NoteRecordingDto'][];
      /** @description Chaque enquête et ses corrections */
      surveys: components['schemas']['SurveyRecordingDto'][];
      /** @description Les baux signés depuis que ces notes valent, jusqu’au jour demandé ; nul pour qui ne lit que des chiffres masqués */
      allocations: components['schemas']['LeasesSinceDto'] | null;
    };
    NoteBodyDto: {
      /**
       * @description La note, de 1 à 5
       * @example 4
       */
      note: number;
      /**
       * Format: date
       * @description Jour d’effet ; par défaut, aujourd’hui, ou celui de la réunion
       * @example 2024-03-03
       */
      from?: string;
      /**
       * @description De qui est la note
       * @example commune
       * @enum {string}
       */
      author: 'commune' | 'landlord';
      /**
       * @description Sur les logements, jamais sur des personnes. Nécessaire quand la note diffère de la note statistique
       * @example Deux halls à reprendre, ascenseur en panne depuis six mois.
       */
      comment?: string;
    };
    NoteReceiptDto: {
      /** @example RES-1 */
      residence: string;
      /**
       * Format: date
       * @description Jour d’effet
       * @example 2024-03-03
       */
      from: string;
      /**
       * @description recorded : une nouvelle ligne ; corrected : celle du même jour est corrigée ; unchanged : rien à écrire
       * @example recorded
       * @enum {string}
       */
      outcome: 'recorded' | 'corrected' | 'unchanged';
      /**
       * @description Rang du dernier événement de cette ligne, depuis 0
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
    };
    AgreementBodyDto: {
      /**
       * @description La note, de 1 à 5
       * @example 4
       */
      note: number;
      /**
       * Format: date
       * @description Jour d’effet ; par défaut, aujourd’hui, ou celui de la réunion
       * @example 2024-03-03
       */
      from?: string;
      /**
       * Format: date
       * @description Jour de la réunion
       * @example 2024-03-03
       */
      heldOn: string;
      /**
       * @description Les organismes présents, la commune et le bailleur parmi eux ; jamais un nom
       * @example [
       *       "commune",
       *       "landlord",
       *       "epci"
       *     ]
       */
      attendees: (
        | 'commune'
        | 'landlord'
        | 'epci'
        | 'state'
        | 'departement'
        | 'action-logement'
        | 'holder'
        | 'tenants'
        | 'social-support'
        | 'caretaker'
      )[];
      /**
       * @description Le motif du consensus, sur les logements
       * @example Réhabilitation achevée, rotation faible.
       */
      reason: string;
    };
    RehousingFigureDto: {
      /**
       * @example REHOUSED_OUTSIDE_QPV
       * @enum {string}
       */
      code:
        | 'REHOUSED_OUTSIDE_QPV'
        | 'REHOUSED_NEW_OR_UNDER_5_YEARS'
        | 'REHOUSED_NEW'
        | 'COST_CONSTANT_UNDER_40'
        | 'COST_CONSTANT_UNDER_40_PER_M2'
        | 'COST_RISE_WITH_IMPROVEMENT_40_100';
      /**
       * @description Relogements comptés ; null si masqué
       * @example 38
       */
      numerator: number | null;
      /**
       * @description Relogements définitifs parmi lesquels ils le sont ; null si masqué
       * @example 120
       */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0, ou si elle est masquée
       * @example 0.31666666666666665
       */
      rate: number | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    OperationStateDto: {
      /**
       * @description Ménages à reloger
       * @example 300
       */
      planned: number;
      /**
       * @description Relogements définitifs faits ; null si masqué
       * @example 120
       */
      completed: number | null;
      /**
       * @description Relogements temporaires faits ; null si masqué
       * @example 4
       */
      temporary: number | null;
      /**
       * @description Ménages à reloger moins relogements définitifs, au moins 0 ; null si masqué
       * @example 180
       */
      remaining: number | null;
      /**
       * @description Relogements définitifs des six derniers mois entiers, divisés par 6, sans arrondi ; null si masqué
       * @example 7.5
       */
      pacePerMonth: number | null;
      /**
       * @description Mois où il ne reste plus personne à ce rythme ; null si le rythme est nul, ou masqué
       * @example 2026-09
       */
      forecastEnd: string | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
      /**
       * @description Le code de l’opération
       * @example NPNRU-1
       */
      id: string;
      /** @example Merisiers – Plaine de Neauphle */
      label: string;
      figures: components['schemas']['RehousingFigureDto'][];
    };
    ProgressDto: {
      /**
       * @description Ménages à reloger
       * @example 300
       */
      planned: number;
      /**
       * @description Relogements définitifs faits ; null si masqué
       * @example 120
       */
      completed: number | null;
      /**
       * @description Relogements temporaires faits ; null si masqué
       * @example 4
       */
      temporary: number | null;
      /**
       * @description Ménages à reloger moins relogements définitifs, au moins 0 ; null si masqué
       * @example 180
       */
      remaining: number | null;
      /**
       * @description Relogements définitifs des six derniers mois entiers, divisés par 6, sans arrondi ; null si masqué
       * @example 7.5
       */
      pacePerMonth: number | null;
      /**
       * @description Mois où il ne reste plus personne à ce rythme ; null si le rythme est nul, ou masqué
       * @example 2026-09
       */
      forecastEnd: string | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    RehousingReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /** @description Le territoire, le jour de l’état ; null tant que l’histoire est vide */
      territory: components['schemas']['ReportedTerritoryDto'] | null;
      /** @description Chaque opération, dans l’ordre des codes */
      operations: components['schemas']['OperationStateDto'][];
      /** @description Toutes les opérations : les sommes ; la fin est celle de la dernière à finir, null si l’une d’elles n’avance pas */
      total: components['schemas']['ProgressDto'];
      /** @description Les chiffres de toutes les opérations */
      figures: components['schemas']['RehousingFigureDto'][];
    };
    EffectEntityDto: {
      /** @example bailleur */
      kind: string;
      /** @example L-BAILLEUR-1 */
      id: string;
      /** @example Bailleur 1 */
      label: string;
    };
    ObjectiveStandDto: {
      /** @example 6 */
      numerator: number;
      /** @example 25 */
      denominator: number;
      /** @example 0.24 */
      rate: number | null;
      /**
       * @example missed
       * @enum {string|null}
       */
      status: 'met' | 'missed' | null;
      /**
       * @description Attributions qui manquent
       * @example 1
       */
      missing: number | null;
    };
    ObjectiveEffectDto: {
      /**
       * @description Code de l’objectif
       * @example LOI-25
       */
      code: string;
      /** @example Un quart des attributions hors QPV au premier quartile */
      label: string;
      /**
       * @description Code du chiffre
       * @example Q1_REHOUSED_OUTSIDE_QPV
       */
      figure: string;
      scope: components['schemas']['EffectEntityDto'];
      actor: components['schemas']['EffectEntityDto'] | null;
      /**
       * @example {
       *       "min": 0.25
       *     }
       */
      target: Record<string, never> | null;
      /**
       * @example loi
       * @enum {string}
       */
      origin: 'loi' | 'locale';
      /**
       * @description Article ou page
       * @example CCH L441-1
       */
      source: string;
      /** @description Null hors du périmètre de qui demande */
      before: components['schemas']['ObjectiveStandDto'] | null;
      after: components['schemas']['ObjectiveStandDto'] | null;
      /**
       * @description Rapproche, éloigne, ou sans effet
       * @example closer
       * @enum {string}
       */
      bearing: 'closer' | 'farther' | 'none';
      /** @example rapproche de l’objectif : 24 % (6/25) → 26,92 % (7/26), cible : au moins 25 % */
      text: string;
    };
    VacancyReceiptDto: {
      /**
       * @description Absent d’une déclaration à blanc (dry-run)
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      vacancy?: string;
      /**
       * @description Le candidat dont il s’agit
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11
       */
      candidate?: string;
      /**
       * @description Le bail dont il s’agit
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12
       */
      allocation?: string;
      /**
       * @description Où en est la vacance
       * @example designated
       * @enum {string}
       */
      status:
        'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed';
      /**
       * @description Rang du dernier événement de la vacance, depuis 0 ; -1 sans événement
       * @example 2
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé :
       *     - `mayor-absent` : Le maire était absent, et la résidence est sur la liste de son bailleur.
       *     - `fragility-criteria-awaited` : La convention ne nomme pas encore les ménages à qui le motif de fragilité peut être opposé.
       *     - `above-ceiling` : Le revenu fiscal du ménage dépasse le plafond de ressources de ce logement.
       *     - `endorsement-not-recorded` : Le bail vient d’un fichier : l’accord de la commission du quartier n’est pas enregistré.
       *     - `commission-not-recorded` : Le bail vient d’un fichier : la décision de la commission d’attribution n’est pas enregistrée.
       *     - `condition-not-recorded` : Le bail vient d’un fichier : la pièce attendue n’est pas enregistrée.
       *     - `offer-not-recorded` : Le bail vient d’un fichier : l’offre n’est pas enregistrée.
       *     - `acceptance-not-recorded` : Le bail vient d’un fichier : l’accord du ménage n’est pas enregistré.
       * @example []
       */
      notices: (
        | 'mayor-absent'
        | 'fragility-criteria-awaited'
        | 'above-ceiling'
        | 'endorsement-not-recorded'
        | 'commission-not-recorded'
        | 'condition-not-recorded'
        | 'offer-not-recorded'
        | 'acceptance-not-recorded'
      )[];
      /** @description À blanc (dry-run) seulement : ce que chaque objectif en vigueur deviendrait par le bail du ménage dont il s’agit ; vide sinon */
      effects?: components['schemas']['ObjectiveEffectDto'][];
    };
    OrientationDto: {
      /**
       * @description Code du réservataire
       * @example COMMUNE-78621
       */
      holder: string;
      /**
       * Format: date
       * @example 2024-03-02
       */
      on: string;
      /**
       * Format: date
       * @description Dernier jour du réservataire
       * @example 2024-04-01
       */
      lastDay: string;
      /**
       * @description Le bailleur désigne pour un tour
       * @example false
       */
      forOneTurn: boolean;
      /**
       * @description Hors des flux
       * @example null
       */
      outsideFlow: string | null;
      /**
       * @description Commune à qui l’EPCI délègue
       * @example null
       */
      delegatedTo: string | null;
      /**
       * @description Motif d’une nouvelle orientation
       * @example null
       */
      ground: string | null;
    };
    FlowOfOrientationDto: {
      /**
       * @description L’année de l’orientation
       * @example 2024
       */
      year: number;
      /**
       * @description Code du réservataire
       * @example COMMUNE-78621
       */
      holder: string;
      /**
       * @description La part convenue ; null : aucune
       * @example 0.2
       */
      share: number | null;
      /**
       * @description Logements dus jusqu’ici
       * @example 12.4
       */
      owed: number;
      /**
       * @description Logements donnés au réservataire, celui-ci compris
       * @example 12
       */
      given: number;
      /**
       * @description Logements donnés à tous les réservataires
       * @example 62
       */
      dwellings: number;
      /**
       * @description La part donnée
       * @example 0.1935483870967742
       */
      givenShare: number;
      /**
       * @description Le moindre nombre de logements de plus qui atteindrait la part ; null : aucun
       * @example 1
       */
      missing: number | null;
    };
    CandidateDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
      candidate: string;
      /**
       * @description Identifiant interne du ménage
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12
       */
      household: string;
      /**
       * @example allocated
       * @enum {string}
       */
      status:
        | 'proposed'
        | 'deferred'
        | 'designated'
        | 'allocated'
        | 'notAllocated'
        | 'inadmissible'
        | 'offered'
        | 'accepted'
        | 'declined'
        | 'lapsed'
        | 'signed'
        | 'withdrawn';
      /** @example 1 */
      rank: number | null;
      /**
       * @description Motif codé de sa dernière étape
       * @example null
       */
      reason: string | null;
      /**
       * @description À quel titre il est désigné
       * @example reservation
       */
      basis: string;
      /**
       * @description Le réservataire pour qui son bail comptera
       * @example COMMUNE-78621
       */
      holder: string;
      /**
       * Format: date
       * @description Jour de la commission
       * @example 2024-03-15
       */
      decidedOn: string | null;
      /**
       * Format: date
       * @description Dernier jour de la pièce attendue
       * @example null
       */
      documentDue: string | null;
      /**
       * Format: date
       * @description Dernier jour pour répondre à sa dernière offre
       * @example null
       */
      lastDay: string | null;
    };
    VacancyDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /**
       * @example decided
       * @enum {string}
       */
      status:
        'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed';
      /**
       * @description À donner en If-Match
       * @example 5
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Code de la résidence
       * @example RES-1
       */
      residence: string;
      /**
       * @description Code du bailleur de ce jour
       * @example 552141533
       */
      landlord: string;
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
      /**
       * Format: date
       * @description Jour de la libération
       * @example 2024-06-01
       */
      availableOn: string;
      orientation: components['schemas']['OrientationDto'] | null;
      /** @description Ce que l’orientation fait du flux du bailleur ; null où elle ne compte dans aucune part */
      flow: components['schemas']['FlowOfOrientationDto'] | null;
      /** @description Dans l’ordre des désignations */
      candidates: components['schemas']['CandidateDto'][];
      /**
       * @description Ce qui est à savoir, sans être refusé :
       *     - `mayor-absent` : Le maire était absent, et la résidence est sur la liste de son bailleur.
       *     - `fragility-criteria-awaited` : La convention ne nomme pas encore les ménages à qui le motif de fragilité peut être opposé.
       *     - `above-ceiling` : Le revenu fiscal du ménage dépasse le plafond de ressources de ce logement.
       *     - `endorsement-not-recorded` : Le bail vient d’un fichier : l’accord de la commission du quartier n’est pas enregistré.
       *     - `commission-not-recorded` : Le bail vient d’un fichier : la décision de la commission d’attribution n’est pas enregistrée.
       *     - `condition-not-recorded` : Le bail vient d’un fichier : la pièce attendue n’est pas enregistrée.
       *     - `offer-not-recorded` : Le bail vient d’un fichier : l’offre n’est pas enregistrée.
       *     - `acceptance-not-recorded` : Le bail vient d’un fichier : l’accord du ménage n’est pas enregistré.
       * @example []
       */
      notices: (
        | 'mayor-absent'
        | 'fragility-criteria-awaited'
        | 'above-ceiling'
        | 'endorsement-not-recorded'
        | 'commission-not-recorded'
        | 'condition-not-recorded'
        | 'offer-not-recorded'
        | 'acceptance-not-recorded'
      )[];
    };
    HistoryEntryDto: {
      /** @example VacancyOriented */
      type: string;
      /**
       * @description Le bail dont il s’agit ; null pour un événement de la vacance elle-même
       * @example null
       */
      allocation: string | null;
      /** @example 1 */
      revision: number;
      /**
       * Format: date-time
       * @example 2024-03-02T09:00:00.000Z
       */
      recordedAt: string;
      /**
       * @description L’administrateur, ou l’identifiant d’un jeton
       * @example administrator
       */
      actor: string;
      /**
       * @description Nom de qui tient le jeton
       * @example null
       */
      actorName: string | null;
      /** @example administrateur */
      role: string;
      /**
       * Format: date
       * @description Jour d’effet
       * @example 2024-03-02
       */
      effectiveDay: string | null;
      /**
       * @description Les faits en clair
       * @example {
       *       "holder": "COMMUNE-78621"
       *     }
       */
      data: {
        [key: string]: unknown;
      };
    };
    VacancyHistoryDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      events: components['schemas']['HistoryEntryDto'][];
    };
    DesignatedRowDto: {
      /**
       * @description Son rang dans la liste, à partir de 0
       * @example 0
       */
      row: number;
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /**
       * @description Le candidat ; absent à blanc
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11
       */
      candidate?: string;
      /**
       * @description L’état de la vacance ensuite
       * @example designated
       * @enum {string}
       */
      status:
        'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed';
      /** @example 2 */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
    };
    RowFaultDto: {
      /** @example dalo */
      column: string;
      /**
       * @description Vide pour une valeur personnelle
       * @example
       */
      value: string;
      /** @example cette valeur est obligatoire */
      message: string;
    };
    RefusedRowDto: {
      /**
       * @description Son rang dans la liste, à partir de 0
       * @example 3
       */
      row: number;
      /**
       * @description Le code du refus, comme celui d’une désignation seule
       * @example application-ended
       */
      code: string;
      /** @example Demande close */
      title: string;
      /** @example La demande de ce ménage est close. */
      detail: string;
      /**
       * @description Les valeurs qui ne sont pas admises
       * @example []
       */
      faults?: components['schemas']['RowFaultDto'][];
      /**
       * @description L’état présent, pour un refus de règle
       * @example let
       * @enum {string}
       */
      present?:
        | 'declared'
        | 'oriented'
        | 'returned'
        | 'designated'
        | 'decided'
        | 'offered'
        | 'accepted'
        | 'let'
        | 'closed'
        | 'proposed'
        | 'deferred'
        | 'allocated'
        | 'notAllocated'
        | 'inadmissible'
        | 'declined'
        | 'lapsed'
        | 'signed'
        | 'withdrawn';
    };
    DesignatedListDto: {
      /**
       * @description Le nombre de ménages désignés, ou qui le seraient
       * @example 12
       */
      count: number;
      designations: components['schemas']['DesignatedRowDto'][];
      /**
       * @description Les lignes laissées de côté
       * @example []
       */
      refused: components['schemas']['RefusedRowDto'][];
    };
    LeaseChangeReceiptDto: {
      /**
       * @description Identifiant interne du bail
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12
       */
      allocation: string;
      /**
       * @description La vacance que le bail a close, et qui le suit
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      vacancy?: string;
      /**
       * @description Ce que la demande a fait, ou ferait
       * @example corrected
       * @enum {string}
       */
      outcome: 'corrected' | 'cancelled' | 'unchanged';
      /**
       * @description Rang du dernier événement du bail ; l’ETag
       * @example 1
       */
      revision: number;
      /**
       * @description Position dans l’histoire, à donner en « wait » pour lire ce qui vient d’être écrit
       * @example 00000000000000030542
       */
      position: string;
      /** @description À blanc (dry-run) : chaque objectif qui ne compterait plus de même, avant et après */
      effects?: components['schemas']['ObjectiveEffectDto'][];
    };
    VigilanceNoticeDto: {
      /** @example first-quartile-in-fragile-qpv */
      code: string;
      /**
       * @description À peser, en faveur, ou fait inconnu
       * @example asset
       * @enum {string}
       */
      kind: 'vigilance' | 'asset' | 'unknown';
      /** @example Vigilance : premier quartile dans une résidence fragile (note 4 ou 5) en QPV. */
      text: string;
    };
    ReasonDto: {
      /**
       * @example priority
       * @enum {string}
       */
      fact: 'quartile' | 'priority' | 'homeWork' | 'fragility' | 'suits';
      /** @example 1 */
      value: Record<string, never> | null;
      /**
       * @description Code de la raison
       * @example income-by-unit
       */
      because: string;
      /**
       * @description « Pourquoi ? »
       * @example Prioritaire : reconnu DALO.
       */
      text: string;
    };
    VigilanceDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
      candidate: string | null;
      /**
       * @description Position des chiffres d’avant
       * @example 00000000000000030542
       */
      position: string;
      notices: components['schemas']['VigilanceNoticeDto'][];
      /** @description Les objectifs en vigueur, le plus lourd d’abord */
      effects: components['schemas']['ObjectiveEffectDto'][];
      /** @description « Pourquoi ? » de chaque fait déduit */
      reasons: components['schemas']['ReasonDto'][];
    };
    OutsideFlowDto: {
      /**
       * @example mutation_interne
       * @enum {string}
       */
      ground: 'mutation_interne' | 'relogement' | 'l521_3' | 'vente';
      /**
       * @description Logements proposés
       * @example 2
       */
      proposed: number;
      /**
       * @description Logements attribués
       * @example 2
       */
      allocated: number;
    };
    FlowCheckDto: {
      /**
       * @example STATE
       * @enum {string}
       */
      code: 'STATE' | 'STATE_AGENTS';
      /**
       * @description Au plus cette part du flux (R. 441-5-2)
       * @example 0.3
       */
      limit: number;
      /**
       * @description La part convenue ; null : aucune
       * @example 0.3
       */
      share: number | null;
      /**
       * @description La part convenue est dans la limite
       * @example true
       */
      shareMet: boolean | null;
      /**
       * @description Logements donnés
       * @example 18
       */
      given: number;
      /**
       * @description La part donnée ; null où le flux est vide
       * @example 0.2903225806451613
       */
      givenShare: number | null;
      /**
       * @description La part donnée est dans la limite
       * @example true
       */
      givenMet: boolean | null;
    };
    CellDto: {
      /**
       * @description null : inconnu
       * @example T3
       */
      value: string | null;
      /**
       * @description Logements proposés
       * @example 6
       */
      proposed: number;
      /**
       * @description Logements attribués
       * @example 5
       */
      allocated: number;
    };
    BreakdownsDto: {
      /** @description Par typologie */
      dwellingType: components['schemas']['CellDto'][];
      /** @description Par financement */
      financing: components['schemas']['CellDto'][];
      /** @description `qpv` et `hors_qpv` */
      district: components['schemas']['CellDto'][];
      /** @description Par commune, code INSEE */
      commune: components['schemas']['CellDto'][];
      /** @description Par période de construction : celle de la mise en service */
      buildingPeriod: components['schemas']['CellDto'][];
    };
    QuarterDto: {
      /**
       * @description Logements donnés
       * @example 3
       */
      given: number;
      /**
       * @description Logements attribués
       * @example 2
       */
      allocated: number;
    };
    DelegatedQuarterDto: {
      /**
       * @description Logements donnés
       * @example 3
       */
      given: number;
      /**
       * @description Logements attribués
       * @example 2
       */
      allocated: number;
      /**
       * @description Code INSEE
       * @example 78621
       */
      id: string;
      /** @example Trappes */
      label: string;
    };
    QuartersDto: {
      /** @description Ce que l’EPCI garde */
      own: components['schemas']['QuarterDto'];
      /** @description Ce que l’EPCI délègue, par commune */
      delegated: components['schemas']['DelegatedQuarterDto'][];
      /**
       * @description La part que l’EPCI garde ; null où rien ne lui est donné
       * @example 0.25
       */
      ownShare: number | null;
    };
    HolderFlowDto: {
      /**
       * @description Code du réservataire
       * @example COMMUNE-78621
       */
      id: string;
      /** @example Commune de Trappes */
      label: string;
      /**
       * @example commune
       * @enum {string|null}
       */
      contingent:
        | 'etat'
        | 'etat_fonctionnaires'
        | 'commune'
        | 'epci'
        | 'action_logement'
        | 'departement'
        | 'bailleur'
        | 'autre'
        | null;
      /**
       * @description La part convenue ; null : aucune. De tous les bailleurs, pondérée par leurs flux
       * @example 0.2
       */
      share: number | null;
      /**
       * @description Logements que la convention de réservation retire d’avance du flux
       * @example 0
       */
      excluded: number;
      /**
       * @description Logements dus jusqu’ici
       * @example 12.4
       */
      owed: number;
      /**
       * @description Logements donnés : orientés vers lui en dernier
       * @example 12
       */
      given: number;
      /**
       * @description La part donnée ; null où le flux est vide
       * @example 0.1935483870967742
       */
      givenShare: number | null;
      /**
       * @description Le moindre nombre de logements de plus qui atteindrait la part ; null : aucun
       * @example 1
       */
      missing: number | null;
      /**
       * @description Logements proposés, aussi rendus ou repris
       * @example 14
       */
      proposed: number;
      /**
       * @description Baux signés et non annulés
       * @example 11
       */
      allocated: number;
      /**
       * @description Donnés, pour un tour
       * @example 1
       */
      givenForOneTurn: number;
      /**
       * @description Attribués, pour un tour
       * @example 1
       */
      allocatedForOneTurn: number;
      /**
       * @description Donnés, première mise en location
       * @example 0
       */
      givenFirstLettings: number;
      /**
       * @description Attribués, première mise en location
       * @example 0
       */
      allocatedFirstLettings: number;
      /**
       * @description Proposés et rendus par le réservataire
       * @example 2
       */
      returned: number;
      /**
       * @description Proposés et repris par le bailleur
       * @example 1
       */
      takenBack: number;
      /**
       * @description Proposés avec un nouveau délai
       * @example 1
       */
      renewed: number;
      /**
       * @description Donnés, puis retirés de la location
       * @example 0
       */
      closed: number;
      /** @description Le bilan : chaque ventilation fait le total */
      breakdowns: components['schemas']['BreakdownsDto'];
      /** @description Pour l’EPCI seulement */
      quarters: components['schemas']['QuartersDto'] | null;
    };
    LandlordFlowDto: {
      /**
       * @description null : tous les bailleurs ensemble
       * @example L-LILAS
       */
      id: string | null;
      /** @example Bailleur des Lilas */
      label: string;
      /**
       * @description Le flux jusqu’ici : logements donnés à tous les réservataires
       * @example 62
       */
      dwellings: number;
      /**
       * @description Logements proposés
       * @example 66
       */
      proposed: number;
      /**
       * @description Logements attribués
       * @example 58
       */
      allocated: number;
      /**
       * @description Logements que les conventions de réservation retirent d’avance
       * @example 4
       */
      excluded: number;
      /** @description Hors de toute part (R. 441-5), par motif */
      outsideFlow: components['schemas']['OutsideFlowDto'][];
      /**
       * @description Toutes les parts convenues ensemble ; null : aucune
       * @example 1
       */
      share: number | null;
      /** @description Les limites de l’État (R. 441-5-2) */
      checks: components['schemas']['FlowCheckDto'][];
      /** @description Dans l’ordre de leurs codes */
      holders: components['schemas']['HolderFlowDto'][];
    };
    FlowReportDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /** @example 2024 */
      year: number;
      /**
       * Format: date
       * @example 2024-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2024-12-31
       */
      to: string;
      /**
       * Format: date
       * @description Le bilan est à transmettre avant ce jour (R. 441-5-1)
       * @example 2025-02-28
       */
      dueBefore: string;
      /**
       * @description Le bailleur demandé ; null : tous
       * @example null
       */
      landlord: string | null;
      /** @description Le territoire, au dernier jour de l’année */
      territory: components['schemas']['ReportedTerritoryDto'];
      /** @description Dans l’ordre de leurs codes */
      landlords: components['schemas']['LandlordFlowDto'][];
      /** @description Tous ces bailleurs ensemble */
      total: components['schemas']['LandlordFlowDto'];
      /** @description Les communes des ventilations */
      communes: components['schemas']['NamedDto'][];
    };
    ListedTokenDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      id: string;
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu'
        | 'service';
      /**
       * @description Le rôle que tient un service
       * @example null
       * @enum {string|null}
       */
      actsAs:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu'
        | null;
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      codes: string[];
      /**
       * Format: date
       * @description Dernier jour de validité
       * @example 2025-06-30
       */
      lastDay: string;
      /** @example Service des attributions */
      name: string | null;
      /**
       * Format: date-time
       * @example 2025-04-01T08:00:00.000Z
       */
      issuedAt: string;
      /**
       * @example valid
       * @enum {string}
       */
      status: 'valid' | 'ended' | 'revoked';
    };
    TokensDto: {
      tokens: components['schemas']['ListedTokenDto'][];
    };
    TokenBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu'
        | 'service';
      /**
       * @description Pour service : le rôle qu’il tient
       * @example bailleur
       * @enum {string}
       */
      as?:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @description Codes du territoire : de bailleurs, de réservataires ou de communes, selon le rôle
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope?: string[];
      /**
       * @description Qui le tient ; scellé
       * @example Service des attributions
       */
      name?: string;
      /**
       * @description Jours de validité après aujourd’hui
       * @default 90
       * @example 90
       */
      days: number;
    };
    IssuedTokenDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      id: string;
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu'
        | 'service';
      /**
       * @description Le rôle que tient un service
       * @example null
       * @enum {string|null}
       */
      actsAs:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu'
        | null;
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      codes: string[];
      /**
       * Format: date
       * @description Dernier jour de validité
       * @example 2025-06-30
       */
      lastDay: string;
      /**
       * @description À porter en « Authorization: Bearer … ». Il n’est dit qu’ici.
       * @example eyJhbGciOi…
       */
      token: string;
    };
    RotationBodyDto: {
      /**
       * @description Retire les clés précédentes : leurs jetons sont révoqués
       * @default false
       * @example false
       */
      retire: boolean;
    };
    RotationDto: {
      /**
       * @description Les jetons révoqués
       * @example []
       */
      revoked: string[];
    };
    RevokedTokenDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      id: string;
    };
    SessionBodyDto: {
      /** @example ada.diallo@example.org */
      email: string;
      /** @example quatre girafes au violon */
      password: string;
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
    };
    ActingDto: {
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope: string[];
    };
    HeldRoleDto: {
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope: string[];
      /**
       * Format: date
       * @example 2026-12-31
       */
      until: string | null;
      /** @example false */
      manager: boolean;
    };
    MeDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      user: string;
      /** @example Ada Diallo */
      name: string | null;
      /** @example ada.diallo@example.org */
      email: string | null;
      /**
       * @description L’organisme, d’après le périmètre
       * @example Bailleur A
       */
      body: string | null;
      /**
       * @description Le nom du territoire ; nul tant qu’aucune convention ne le dit
       * @example Rennes Métropole
       */
      territory: string | null;
      acting: components['schemas']['ActingDto'];
      roles: components['schemas']['HeldRoleDto'][];
      /**
       * @description Les droits du rôle tenu
       * @example [
       *       "read-figures",
       *       "read-list"
       *     ]
       */
      rights: string[];
      /**
       * @description Un second facteur est attendu avant tout le reste
       * @example false
       */
      secondFactorDue: boolean;
      /**
       * @description Un second facteur est en place
       * @example true
       */
      secondFactor: boolean;
      /**
       * @description Codes de secours qui restent
       * @example 10
       */
      recoveryCodes: number;
    };
    RoleBodyDto: {
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope?: string[];
    };
    SessionDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      id: string;
      /**
       * Format: date-time
       * @example 2025-03-10T09:00:00.000Z
       */
      openedAt: string;
      /**
       * Format: date-time
       * @example 2025-03-10T09:20:00.000Z
       */
      lastUsedAt: string;
      /**
       * @description D’où, autant qu’on le sache
       * @example cette machine
       */
      place: string | null;
      /**
       * @description La session de cette demande
       * @example true
       */
      isThis: boolean;
    };
    SessionsDto: {
      sessions: components['schemas']['SessionDto'][];
    };
    PasswordBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /**
       * @description Le nouveau mot de passe
       * @example trois hippopotames bleus
       */
      new: string;
    };
    AskedBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
    };
    ProposedFactorDto: {
      /**
       * @description À taper dans l’application, en base 32
       * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
       */
      secret: string;
      /**
       * @description Ce que montre l’image à lire
       * @example otpauth://totp/Mixit%C3%A9:ada?secret=…
       */
      address: string;
    };
    ConfirmationBodyDto: {
      /**
       * @description Le code que montre l’application
       * @example 123456
       */
      totp: string;
    };
    RecoveryCodesDto: {
      /**
       * @description Chacun sert une fois. Ils ne sont dits qu’ici
       * @example [
       *       "ABCD-EFGH-JKLM-NPQR"
       *     ]
       */
      codes: string[];
    };
    UserDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      user: string;
      /** @example ada.diallo@example.org */
      email: string | null;
      /** @example Ada Diallo */
      name: string | null;
      /**
       * @example active
       * @enum {string}
       */
      status: 'invited' | 'active' | 'disabled';
      roles: components['schemas']['HeldRoleDto'][];
      /**
       * Format: date-time
       * @description Dernier usage d’une session ouverte
       * @example null
       */
      lastSeenAt: string | null;
    };
    UsersDto: {
      users: components['schemas']['UserDto'][];
    };
    InvitationBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /** @example ada.diallo@example.org */
      email: string;
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @description Codes du territoire, selon le rôle
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope?: string[];
      /**
       * @description Nom de la personne ; scellé
       * @example Ada Diallo
       */
      name?: string;
      /**
       * Format: date
       * @description Dernier jour du rôle
       * @example 2026-12-31
       */
      until?: string;
      /**
       * @description Gestionnaire : invite des personnes du même rôle, sans périmètre plus large
       * @default false
       * @example false
       */
      manager: boolean;
    };
    InvitedDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      user: string;
      /**
       * @description À remettre à la personne ; il n’est dit qu’ici. Nul si elle a déjà un compte : le rôle lui est donné aussitôt
       * @example https://mixite.example.org/invitation#Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U
       */
      link: string | null;
      /**
       * @description Un message le dit à la personne, avec le lien s’il y en a un
       * @example true
       */
      mailed: boolean;
    };
    CodeBodyDto: {
      /** @example Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U */
      code: string;
    };
    InvitationReadDto: {
      /** @example ada.diallo@example.org */
      email: string;
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @example [
       *       "L-SABLIERE"
       *     ]
       */
      scope: string[];
      /**
       * @example invitation
       * @enum {string}
       */
      kind: 'invitation' | 'recovery';
      /**
       * Format: date-time
       * @example 2025-03-13T09:00:00.000Z
       */
      expiresAt: string;
    };
    AcceptanceBodyDto: {
      /** @example Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U */
      code: string;
      /**
       * @description Obligatoire à la première venue
       * @example Ada Diallo
       */
      name?: string;
      /** @example quatre girafes au violon */
      password: string;
    };
    AcceptedDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
      user: string;
    };
    UserBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /** @example ada.diallo@example.org */
      email: string;
    };
    RevocationBodyDto: {
      /**
       * @description Le code du moment, ou un code de secours
       * @example 123456
       */
      totp?: string;
      /**
       * @description Le mot de passe, pour qui n’a pas de second facteur
       * @example quatre girafes au violon
       */
      password?: string;
      /** @example ada.diallo@example.org */
      email: string;
      /**
       * @description Absent : tous les rôles
       * @example bailleur
       * @enum {string}
       */
      role?:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
    };
    RoleOfRightDto: {
      /**
       * @example bailleur
       * @enum {string}
       */
      role:
        | 'administrateur'
        | 'agent_epci'
        | 'bailleur'
        | 'reservataire'
        | 'commune'
        | 'etat'
        | 'auditeur'
        | 'statisticien'
        | 'elu';
      /**
       * @description « all » : partout ; sinon, pour ce que touchent ses codes de bailleurs, de réservataires, de communes
       * @example landlord
       * @enum {string}
       */
      scope: 'all' | 'landlord' | 'holder' | 'commune';
      /**
       * @description Seulement pour les gestionnaires de ce rôle
       * @example false
       */
      managersOnly: boolean;
    };
    RightDto: {
      /** @example read-figures */
      right: string;
      /**
       * @description Ce que le droit permet
       * @example Lire les chiffres, les objectifs et la convention
       */
      label: string;
      roles: components['schemas']['RoleOfRightDto'][];
    };
    RightsDto: {
      rights: components['schemas']['RightDto'][];
    };
    SubstitutionDto: {
      /**
       * Format: date
       * @description Depuis ce jour
       * @example 2024-07-01
       */
      since: string;
    };
    LandlordHalfYearDto: {
      /**
       * @description Code du bailleur
       * @example L-LILAS
       */
      id: string;
      /** @example Bailleur des Lilas */
      label: string;
      /**
       * @description Baux signés hors QPV
       * @example 28
       */
      outsideQpv: number | null;
      /**
       * @description Dont premier quartile ou relogement
       * @example 4
       */
      eligible: number | null;
      /**
       * @description La fraction, sans arrondi ; null sans bail hors QPV
       * @example 0.14285714285714285
       */
      rate: number | null;
      /**
       * @description La part fixée par la convention, sinon par la loi
       * @example 0.25
       */
      target: number;
      /**
       * @description null sans bail hors QPV
       * @example false
       */
      met: boolean | null;
      /**
       * @description Le moindre nombre d’attributions de plus, toutes éligibles, qui atteindrait l’objectif
       * @example 4
       */
      missing: number | null;
      /**
       * @description Le préfet désigne-t-il à la place du bailleur ; null : non. Toujours null tant qu’aucun semestre ne se clôt
       * @example null
       */
      substitution: components['schemas']['SubstitutionDto'] | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    HalfYearDto: {
      /**
       * Format: date-time
       * @description Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 0000000000030541
       */
      position: string | null;
      /** @description Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie */
      incompleteImport?: components['schemas']['IncompleteImportDto'];
      /** @example 2023-S1 */
      semester: string;
      /**
       * Format: date
       * @example 2023-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2023-06-30
       */
      to: string;
      /**
       * @description Le semestre est-il clos, et ses chiffres figés
       * @example false
       */
      closed: boolean;
      /** @description Le territoire, au dernier jour du semestre */
      territory: components['schemas']['ReportedTerritoryDto'];
      /**
       * @description Baux du semestre, en QPV et hors QPV, dont le quartile est inconnu
       * @example 12
       */
      unknownQuartile: number | null;
      /**
       * @description Baux du semestre connus seulement comme des quartiles 2 à 4
       * @example 30
       */
      partialQuartile: number | null;
      /** @description Tous les bailleurs du territoire */
      landlords: components['schemas']['LandlordHalfYearDto'][];
    };
    ViewDto: {
      /**
       * @description Un mot fixe pour une vue du rôle
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40
       */
      id: string;
      /**
       * @example attributions
       * @enum {string}
       */
      list: 'attributions';
      /** @example Hors QPV du semestre */
      name: string;
      /**
       * @description Sans « colonnes », qui sont dans « columns »
       * @example en_qpv=N&sort=-date_bail
       */
      query: string;
      /**
       * @example [
       *       "date_bail",
       *       "code_residence",
       *       "quartile"
       *     ]
       */
      columns: (
        | 'identifiant'
        | 'date_bail'
        | 'date_caleol'
        | 'code_residence'
        | 'code_insee'
        | 'code_secteur'
        | 'code_bailleur'
        | 'code_qpv'
        | 'en_qpv'
        | 'note'
        | 'typologie'
        | 'financement'
        | 'premiere_mise_en_location'
        | 'annulee'
        | 'code_reservataire'
        | 'contingent'
        | 'delegue'
        | 'type_demande'
        | 'quartile'
        | 'prioritaire'
        | 'reloge'
        | 'domicile_travail'
        | 'travailleur_essentiel'
        | 'composition'
        | 'publics'
        | 'corrigee'
      )[];
      /**
       * @example semestre_en_cours
       * @enum {string|null}
       */
      period:
        | 'semaine'
        | 'trimestre_en_cours'
        | 'semestre_en_cours'
        | 'semestre_dernier'
        | 'annee_en_cours'
        | 'annee_derniere'
        | null;
      /** @example false */
      shared: boolean;
      /**
       * @description own : la sienne ; service : partagée par une autre personne ; default : celle du rôle
       * @example own
       * @enum {string}
       */
      origin: 'own' | 'service' | 'default';
      /**
       * Format: date-time
       * @description Nul pour une vue du rôle
       * @example 2024-01-31T09:00:00.000Z
       */
      savedAt: string | null;
    };
    ViewsDto: {
      views: components['schemas']['ViewDto'][];
    };
    ViewBodyDto: {
      /**
       * @example attributions
       * @enum {string}
       */
      list: 'attributions';
      /**
       * @description Il ne nomme personne
       * @example Hors QPV du semestre
       */
      name: string;
      /**
       * @description Les paramètres de /api/allocations (filtres, « sort », « limit »), et ceux de la page, « colonnes » et « codes »
       * @example en_qpv=N&sort=-date_bail
       */
      query: string;
      /**
       * @description Dans cet ordre ; aucune : celles que la page montre d’elle-même
       * @example [
       *       "date_bail",
       *       "code_residence",
       *       "quartile"
       *     ]
       */
      columns?: (
        | 'identifiant'
        | 'date_bail'
        | 'date_caleol'
        | 'code_residence'
        | 'code_insee'
        | 'code_secteur'
        | 'code_bailleur'
        | 'code_qpv'
        | 'en_qpv'
        | 'note'
        | 'typologie'
        | 'financement'
        | 'premiere_mise_en_location'
        | 'annulee'
        | 'code_reservataire'
        | 'contingent'
        | 'delegue'
        | 'type_demande'
        | 'quartile'
        | 'prioritaire'
        | 'reloge'
        | 'domicile_travail'
        | 'travailleur_essentiel'
        | 'composition'
        | 'publics'
        | 'corrigee'
      )[];
      /**
       * @description Le mot de la période, à la place de « from » et « to » ; nul : les jours de « query », s’il y en a
       * @example semestre_en_cours
       * @enum {string|null}
       */
      period?:
        | 'semaine'
        | 'trimestre_en_cours'
        | 'semestre_en_cours'
        | 'semestre_dernier'
        | 'annee_en_cours'
        | 'annee_derniere'
        | null;
      /**
       * @description Montrée aux personnes du même rôle et du même périmètre
       * @default false
       * @example false
       */
      shared: boolean;
    };
    PreferencesDto: {
      /**
       * @example attributions
       * @enum {string}
       */
      list: 'attributions';
      /**
       * @description Dans cet ordre ; aucune : celles que la page montre d’elle-même
       * @example [
       *       "date_bail",
       *       "code_residence",
       *       "quartile"
       *     ]
       */
      columns: (
        | 'identifiant'
        | 'date_bail'
        | 'date_caleol'
        | 'code_residence'
        | 'code_insee'
        | 'code_secteur'
        | 'code_bailleur'
        | 'code_qpv'
        | 'en_qpv'
        | 'note'
        | 'typologie'
        | 'financement'
        | 'premiere_mise_en_location'
        | 'annulee'
        | 'code_reservataire'
        | 'contingent'
        | 'delegue'
        | 'type_demande'
        | 'quartile'
        | 'prioritaire'
        | 'reloge'
        | 'domicile_travail'
        | 'travailleur_essentiel'
        | 'composition'
        | 'publics'
        | 'corrigee'
      )[];
      /**
       * @description Hauteur des lignes
       * @example normale
       * @enum {string}
       */
      density: 'normale' | 'serree';
    };
    CellNoticeDto: {
      /** @example attributions.csv */
      file: string;
      /**
       * @description L’en-tête est la ligne 1, puis une par enregistrement ; 0 : le fichier entier
       * @example 14
       */
      line: number;
      /**
       * @description La ligne du fichier, ou de la feuille, quand elle diffère : lignes vides et retours à la ligne y comptent
       * @example 17
       */
      fileLine?: number;
      /** @example code_residence */
      column: string;
      /**
       * @description Valeur trouvée
       * @example R-9999
       */
      value: string;
      /** @example aucune résidence de residences.csv n’a ce code */
      message: string;
      /**
       * @description Le code du refus, d’une ligne que la procédure ou le périmètre refuse
       * @example vacancy-already-open
       */
      code?: string;
    };
    UnmappedValueDto: {
      /** @example export-baux.csv */
      file: string;
      /** @example financement */
      column: string;
      /** @example PLA-I */
      value: string;
      /** @example 12 */
      count: number;
    };
    ImportRefusedDto: {
      /** @example urn:mixite:problem:invalid-request */
      type: string;
      /** @example Paramètres non valides */
      title: string;
      /** @example 400 */
      status: number;
      /** @example « from » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA. */
      detail: string;
      /**
       * @description Code stable, pour les programmes
       * @example invalid-request
       */
      code: string;
      /**
       * Format: uuid
       * @description Numéro de la demande, à citer : le journal du service porte le même. Absent où il n’y a pas eu de demande lisible
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      requestId?: string;
      /** @description Avec invalid-request : chaque paramètre en cause */
      parameters?: components['schemas']['ParameterFaultDto'][];
      faults: components['schemas']['CellNoticeDto'][];
      warnings: components['schemas']['CellNoticeDto'][];
      unmapped?: components['schemas']['UnmappedValueDto'][];
      /**
       * @description Défauts au-delà de ceux qui sont donnés
       * @example 12
       */
      omitted?: number;
    };
    ImportUploadDto: {
      /** @description Un fichier par partie, sous son nom du format : communes.csv, attributions.xlsx… */
      fichiers: string[];
      /**
       * Format: binary
       * @description Correspondance (JSON) entre les fichiers d’un service et le format
       */
      mapping?: string;
    };
    FileCountDto: {
      /** @example attributions.csv */
      file: string;
      /** @example 1645 */
      rows: number;
      /**
       * @description Événements ajoutés par ses lignes
       * @example 1645
       */
      events: number;
      /**
       * @description Événements qui découlent d’autres
       * @example 0
       */
      derived: number;
      /**
       * @description Lignes qui n’apprennent rien de nouveau
       * @example 0
       */
      unchanged: number;
    };
    ImportReportDto: {
      files: components['schemas']['FileCountDto'][];
      /** @example [] */
      faults: components['schemas']['CellNoticeDto'][];
      /** @description Valeurs douteuses, mais possibles */
      warnings: components['schemas']['CellNoticeDto'][];
      /** @description Avec une correspondance : valeurs sans équivalent */
      unmapped?: components['schemas']['UnmappedValueDto'][];
    };
    LeaseNoticeDto: {
      /** @example code_residence */
      column: string;
      /**
       * @description Valeur trouvée
       * @example R-9999
       */
      value: string;
      /** @example code inconnu : celui d’une résidence enregistrée est attendu */
      message: string;
    };
    LeaseRefusedDto: {
      /** @example urn:mixite:problem:invalid-request */
      type: string;
      /** @example Paramètres non valides */
      title: string;
      /** @example 400 */
      status: number;
      /** @example « from » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA. */
      detail: string;
      /**
       * @description Code stable, pour les programmes
       * @example invalid-request
       */
      code: string;
      /**
       * Format: uuid
       * @description Numéro de la demande, à citer : le journal du service porte le même. Absent où il n’y a pas eu de demande lisible
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      requestId?: string;
      /** @description Avec invalid-request : chaque paramètre en cause */
      parameters?: components['schemas']['ParameterFaultDto'][];
      faults: components['schemas']['LeaseNoticeDto'][];
      warnings: components['schemas']['LeaseNoticeDto'][];
    };
    LeaseAnswerDto: {
      /**
       * @description Identifiant interne du bail
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      id: string;
      /**
       * @description Ce que l’envoi a fait
       * @example signed
       * @enum {string}
       */
      outcome: 'signed' | 'corrected' | 'cancelled' | 'unchanged';
      /**
       * @description Rang du dernier événement du bail, depuis 0
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire, à donner en « wait » pour lire ce qui vient d’être écrit
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Valeurs douteuses, mais possibles
       * @example []
       */
      warnings: components['schemas']['LeaseNoticeDto'][];
      /**
       * @description Avec « wait » : si les chiffres et les listes le montrent déjà
       * @example true
       */
      shown?: boolean;
    };
    AuditHistoryBodyDto: {
      /**
       * @description Numéro de l’attribution, ou son identifiant interne
       * @example 0c0f2f0e-7c6b-4a53-9f2e-5f3f9a1f7d10
       */
      allocation?: string;
      /**
       * @description Code de la résidence
       * @example R-0001
       */
      residence?: string;
      /**
       * @description Numéro unique du ménage, ou son identifiant interne
       * @example 0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d11
       */
      household?: string;
      /**
       * @description Montrer les données personnelles, à qui y a droit : la lecture est alors enregistrée
       * @default true
       * @example false
       */
      names: boolean;
      /**
       * @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente
       * @example 0000000000030542
       */
      wait?: string;
      /**
       * @description csv et xlsx : un fichier joint
       * @default json
       * @example json
       * @enum {string}
       */
      format: 'json' | 'csv' | 'xlsx';
    };
    SubjectDto: {
      /**
       * @example allocation
       * @enum {string}
       */
      kind: 'allocation' | 'residence' | 'household';
      /**
       * @description Identifiant interne ; pour une résidence, son code
       * @example 0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      id: string;
    };
    DetailDto: {
      /**
       * @description Le fait, dans les mots du métier
       * @example quartile de ressources
       */
      label: string;
      /**
       * @description La valeur remplacée ; null si le fait est enregistré pour la première fois
       * @example 2
       */
      from: string | null;
      /** @example 1 */
      to: string;
      /**
       * @description Donnée personnelle, scellée dans l’histoire
       * @example false
       */
      sealed: boolean;
    };
    GroundDto: {
      /**
       * @example import
       * @enum {string}
       */
      kind: 'import' | 'request';
      /**
       * @description Le même pour tout ce qu’un import ou une demande a enregistré
       * @example 0190a7c2-5b1e-7c3d-8f00-1a2b3c4d5e6f
       */
      correlationId: string;
      /**
       * @description La commande, ou l’événement, qui en est la cause
       * @example 0190a7c2-5b1e-7c3d-8f00-1a2b3c4d5e6f
       */
      causationId: string;
      /**
       * @description Le fichier dont une ligne l’a dit
       * @example attributions.csv
       */
      file: string | null;
      /** @example bornes de ressources de 2023 */
      motive: string | null;
    };
    AuditEntryDto: {
      /**
       * @description Position dans l’histoire
       * @example 0000000000001202
       */
      position: string;
      /**
       * @description Identifiant de l’événement
       * @example 6f1d6c2e-5f0b-5c1f-9a0f-3f6f1c9d7a52
       */
      event: string;
      /**
       * @description Type de l’événement
       * @example QuartileRevised
       */
      type: string;
      /**
       * Format: date-time
       * @example 2024-01-31T22:59:59.999Z
       */
      recordedAt: string;
      /**
       * @description Le même, à l’heure du territoire
       * @example 2024-01-31 23:59:59
       */
      recordedLocally: string;
      /**
       * Format: date
       * @description Jour où le fait vaut
       * @example 2023-03-14
       */
      effectiveDay: string | null;
      /**
       * @description L’administrateur, ou l’identifiant d’un jeton
       * @example administrator
       */
      actor: string;
      /**
       * @description Nom de qui tient le jeton
       * @example null
       */
      actorName: string | null;
      /** @example administrateur */
      role: string;
      /** @example Quartile de ressources révisé */
      act: string;
      /**
       * @description De quoi
       * @example attribution 0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      about: string;
      details: components['schemas']['DetailDto'][];
      /**
       * @description Ce qu’il en est des données personnelles de l’événement
       * @example none
       * @enum {string}
       */
      people: 'none' | 'shown' | 'hidden' | 'erased' | 'altered';
      ground: components['schemas']['GroundDto'];
      /**
       * @description Ce qui a été fait, en une ligne
       * @example Quartile de ressources révisé, attribution 0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d10 : quartile de ressources : 2 → 1
       */
      text: string;
    };
    ResidenceLeaseDto: {
      /**
       * @description Identifiant interne : il ouvre l’histoire de l’attribution
       * @example 0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d10
       */
      id: string;
      /**
       * Format: date
       * @example 2023-03-14
       */
      signedOn: string;
      /**
       * @description Le bail n’a pas pris effet
       * @example false
       */
      cancelled: boolean | null;
      /**
       * @description Faux si une correction l’a mis dans une autre résidence
       * @example true
       */
      here: boolean;
    };
    AuditHistoryDto: {
      subject: components['schemas']['SubjectDto'];
      /**
       * Format: date-time
       * @description Instant du dernier événement pris en compte
       * @example 2024-01-31T22:59:59.999Z
       */
      asOf: string;
      /**
       * @description Sa position
       * @example 0000000000030541
       */
      position: string;
      /**
       * @description Le fuseau horaire du territoire, celui de recordedLocally
       * @example Europe/Paris
       */
      timeZone: string;
      /**
       * @description Les données personnelles sont montrées, ne le sont pas, ou le dossier n’en a pas
       * @example hidden
       * @enum {string}
       */
      names: 'shown' | 'hidden' | 'none';
      entries: components['schemas']['AuditEntryDto'][];
      /** @description Pour une résidence : ses attributions */
      leases: components['schemas']['ResidenceLeaseDto'][] | null;
    };
    HistoryFaultDto: {
      /**
       * @description Ce qui ne tient pas
       * @example events
       * @enum {string}
       */
      part: 'events' | 'stream-index' | 'stretches' | 'late-times' | 'schema' | 'file';
      /**
       * @description La première position où quelque chose ne tient pas
       * @example 0000000000001202
       */
      position: string | null;
      /**
       * @description Le premier événement qui ne suit pas : à cette position, ou après un manque
       * @example 0000000000001202
       */
      met: string | null;
      /**
       * @description Ce qui est arrivé, là où les traces le disent
       * @example altered
       * @enum {string|null}
       */
      kind: 'altered' | 'removed' | 'inserted' | 'reordered' | 'unreadable' | null;
      /**
       * @description Sur un serveur d’événements, le dernier de la suite, tenue par une seule empreinte, où quelque chose ne tient pas
       * @example null
       */
      upTo: string | null;
      /** @example À la position 0000000000001202, un événement a été altéré. */
      message: string;
    };
    HistoryVerificationDto: {
      /**
       * @description Événements qui se suivent, depuis le premier
       * @example 29207
       */
      events: number;
      /**
       * @description Position du dernier d’entre eux
       * @example 0000000000029207
       */
      position: string | null;
      /**
       * @description Empreinte du dernier d’entre eux : à conserver ailleurs
       * @example e01304ac3829cf4b608bd32fc55babbb88236aa6d345f2f57e198069bdb55190
       */
      digest: string;
      /**
       * @description Événements qu’aucune empreinte ne tient encore : sur un serveur d’événements, la chaîne les suit de peu
       * @example 0
       */
      unchained: number;
      /**
       * @description Ce qui est là tient, mais n’est que le début d’un historique qui arrive
       * @example false
       */
      receiving: boolean;
      /** @description null : l’histoire tient */
      broken: components['schemas']['HistoryFaultDto'] | null;
    };
    ListedVacancyDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /**
       * @example oriented
       * @enum {string}
       */
      status:
        'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed';
      /**
       * @description À donner en If-Match
       * @example 1
       */
      revision: number;
      /**
       * Format: date-time
       * @description Dernière étape enregistrée
       * @example 2024-03-02T09:00:00.000Z
       */
      recordedAt: string;
      /**
       * @description Code de la résidence
       * @example R-0001
       */
      residence: string;
      /**
       * @description Code du bailleur de ce jour
       * @example L-SABLIERE
       */
      landlord: string;
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
      /**
       * @description QPV de la résidence, au jour de la déclaration
       * @example [
       *       "L-QPV-01"
       *     ]
       */
      districts: string[];
      /**
       * @description Note de la résidence, au jour de la déclaration
       * @example 4
       */
      note: number | null;
      /**
       * @description Code du réservataire
       * @example L-ETAT
       */
      holder: string | null;
      /**
       * @example etat
       * @enum {string|null}
       */
      contingent:
        | 'etat'
        | 'etat_fonctionnaires'
        | 'commune'
        | 'epci'
        | 'action_logement'
        | 'departement'
        | 'bailleur'
        | 'autre'
        | null;
      /**
       * @description Le bailleur désigne pour un tour
       * @example false
       */
      forOneTurn: boolean;
      /**
       * Format: date
       * @description Jour de la libération
       * @example 2024-06-01
       */
      availableOn: string;
      /**
       * Format: date
       * @description Dernier jour de la prochaine étape
       * @example 2024-04-01
       */
      due: string | null;
      /**
       * @description Ce jour est passé
       * @example false
       */
      late: boolean;
      /**
       * @example T3
       * @enum {string|null}
       */
      dwellingType: 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | null;
      /**
       * @example PLUS
       * @enum {string|null}
       */
      financing: 'PLAI' | 'PLUS' | 'PLS' | 'PLI' | 'AUTRE' | null;
      /**
       * @description Centièmes de mètre carré
       * @example 6250
       */
      surface: number | null;
      /**
       * @description Première mise en location
       * @example false
       */
      firstLetting: boolean;
      /**
       * @description Candidats encore en lice
       * @example 0
       */
      candidates: number;
    };
    VacancyPageDto: {
      vacancies: components['schemas']['ListedVacancyDto'][];
      /**
       * @description À donner en « cursor » pour la page suivante
       * @example null
       */
      next: string | null;
      /**
       * @description Vacances de la liste entière
       * @example 1
       */
      total: number;
      /**
       * Format: date-time
       * @description Instant de la liste
       * @example 2024-03-02T09:00:00.000Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string | null;
    };
    SittingReceiptDto: {
      /**
       * @description Rang du dernier événement, depuis 0 ; -1 sans événement
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé
       * @example []
       */
      notices: string[];
      /**
       * @description La séance, à nommer dans chaque décision ; absente à blanc
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20
       */
      seance?: string;
    };
    SittingVotesDto: {
      /** @example 5 */
      pour: number;
      /** @example 1 */
      contre: number;
      /** @example 0 */
      abstention: number;
      /**
       * @example pour
       * @enum {string}
       */
      maire: 'pour' | 'contre' | 'abstention' | 'absent';
    };
    SittingDecisionDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
      candidate: string;
      /**
       * @example attribution_rang
       * @enum {string}
       */
      decision:
        'attribution' | 'attribution_rang' | 'attribution_sous_condition' | 'non_attribution' | 'irrecevabilite';
      /** @example 1 */
      rank: number | null;
      /**
       * @description Motif codé d’un refus
       * @example null
       */
      motive: string | null;
      /**
       * @description Pièce attendue
       * @example null
       * @enum {string|null}
       */
      document: 'identite' | 'situation_familiale' | 'ressources' | 'logement_actuel' | 'activite' | 'autre' | null;
      /**
       * Format: date
       * @description Son dernier jour
       * @example null
       */
      documentDue: string | null;
      votes: components['schemas']['SittingVotesDto'] | null;
    };
    SittingVacancyDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /**
       * @description Où elle en est maintenant
       * @example decided
       * @enum {string}
       */
      status:
        'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed';
      /**
       * @description Code de la résidence
       * @example RES-1
       */
      residence: string;
      /**
       * Format: date
       * @description Jour de la décision
       * @example 2024-03-15
       */
      on: string;
      decisions: components['schemas']['SittingDecisionDto'][];
    };
    SittingDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20 */
      seance: string;
      /**
       * @description Code du bailleur
       * @example L-SABLIERE
       */
      landlord: string;
      /**
       * Format: date
       * @description Jour de la séance
       * @example 2024-03-15
       */
      on: string;
      /**
       * @description Membres présents qui votent
       * @example 6
       */
      present: number | null;
      /**
       * @example presentielle
       * @enum {string|null}
       */
      form: 'presentielle' | 'dematerialisee' | null;
      /** @description Ce qui y a été décidé */
      vacancies: components['schemas']['SittingVacancyDto'][];
    };
    BesideReceiptDto: {
      /**
       * @description Rang du dernier événement, depuis 0 ; -1 sans événement
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé
       * @example []
       */
      notices: string[];
    };
    FoundCriterionDto: {
      /**
       * @description Le critère
       * @example sur_occupation
       * @enum {string}
       */
      criterion:
        | 'handicap'
        | 'logement_indigne'
        | 'violences'
        | 'prostitution_traite'
        | 'sur_occupation'
        | 'sous_occupation'
        | 'sans_logement'
        | 'heberge'
        | 'sortie_ase'
        | 'menace_expulsion'
        | 'taux_effort'
        | 'fragilite_economique';
      /**
       * Format: date
       * @description Jour où les justificatifs ont été vus
       * @example 2024-03-15
       */
      on: string;
      /**
       * @description Sortes de justificatifs vues ; jamais le document
       * @example [
       *       "bail"
       *     ]
       */
      proofs: string[];
      /**
       * @description Code de la raison
       * @example too-small
       */
      because: string;
      /**
       * @description Nombres de la raison ; vide pour la violence, la santé et le handicap
       * @example {
       *       "persons": 4,
       *       "surface": 3350,
       *       "leastSurface": 34
       *     }
       */
      with: {
        [key: string]: unknown;
      };
      /**
       * @description La même raison, en une phrase
       * @example Sur-occupation : 33,5 m² pour 4 personnes : moins de 34 m².
       */
      text: string;
    };
    CriterionReceiptDto: {
      /**
       * @description Rang du dernier événement, depuis 0 ; -1 sans événement
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé
       * @example []
       */
      notices: string[];
      /** @description Le critère, s’il est établi après cette commande */
      criterion: components['schemas']['FoundCriterionDto'] | null;
    };
    EstablishedCriterionDto: {
      /**
       * @description Le critère
       * @example sur_occupation
       * @enum {string}
       */
      criterion:
        | 'handicap'
        | 'logement_indigne'
        | 'violences'
        | 'prostitution_traite'
        | 'sur_occupation'
        | 'sous_occupation'
        | 'sans_logement'
        | 'heberge'
        | 'sortie_ase'
        | 'menace_expulsion'
        | 'taux_effort'
        | 'fragilite_economique';
      /**
       * Format: date
       * @description Jour où les justificatifs ont été vus
       * @example 2024-03-15
       */
      on: string;
      /**
       * @description Sortes de justificatifs vues ; jamais le document
       * @example [
       *       "bail"
       *     ]
       */
      proofs: string[];
      /**
       * @description Code de la raison
       * @example too-small
       */
      because: string;
      /**
       * @description Nombres de la raison ; vide pour la violence, la santé et le handicap
       * @example {
       *       "persons": 4,
       *       "surface": 3350,
       *       "leastSurface": 34
       *     }
       */
      with: {
        [key: string]: unknown;
      };
      /**
       * @description La même raison, en une phrase
       * @example Sur-occupation : 33,5 m² pour 4 personnes : moins de 34 m².
       */
      text: string;
      /**
       * @description Acteur qui a vu les justificatifs
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40
       */
      actor: string;
      /**
       * @description Son nom, s’il en a un
       * @example Service des attributions
       */
      actorName: string | null;
      /**
       * @description Rôle sous lequel il a agi
       * @example agent_epci
       */
      role: string;
      /**
       * Format: date-time
       * @description Instant de l’enregistrement
       * @example 2024-03-15T09:30:00.000Z
       */
      recordedAt: string;
    };
    HouseholdCriteriaDto: {
      /** @description Les critères établis, dans l’ordre où ils l’ont été */
      criteria: components['schemas']['EstablishedCriterionDto'][];
    };
    DutyDto: {
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d30 */
      duty: string;
      /**
       * Format: date
       * @description Jour du premier refus
       * @example 2024-03-15
       */
      openedOn: string;
      /**
       * @description Résidence du premier refus
       * @example RES-1
       */
      residence: string;
      /**
       * @example open
       * @enum {string}
       */
      status: 'open' | 'closed';
      /**
       * @description Ce qui l’a close
       * @example null
       */
      closedBy: string | null;
    };
    DutiesDto: {
      /** @description De la plus ancienne à la plus récente */
      duties: components['schemas']['DutyDto'][];
    };
    DueDto: {
      /**
       * Format: date
       * @description À faire avant la fin de ce jour
       * @example 2025-04-28
       */
      due: string | null;
      /**
       * Format: date
       * @description Fait ce jour
       * @example null
       */
      doneOn: string | null;
      /**
       * @description Le jour est passé, et ce n’est pas fait
       * @example false
       */
      late: boolean;
    };
    QpvCommissionDto: {
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
      /**
       * Format: date
       * @description Premier jour
       * @example 2025-03-01
       */
      from: string;
      /**
       * Format: date
       * @description Dernier jour
       * @example null
       */
      until: string | null;
      /**
       * Format: date
       * @description Jour de la demande du maire
       * @example 2025-01-15
       */
      askedByMayorOn: string;
      /**
       * @description Codes des quartiers ; null pour tous ceux de la commune
       * @example null
       */
      districts: string[] | null;
      /**
       * Format: date
       * @description Règlement intérieur adopté le
       * @example null
       */
      rulesAdoptedOn: string | null;
      /**
       * @description Elle est en place aujourd’hui
       * @example true
       */
      isOn: boolean;
      /** @description Le règlement intérieur, dans les 3 mois de l’approbation de la convention */
      rules: components['schemas']['DueDto'];
      /** @description Sa révision, un an après le début de la commission */
      review: components['schemas']['DueDto'];
    };
    QpvCommissionsDto: {
      /** @description Par commune */
      commissions: components['schemas']['QpvCommissionDto'][];
    };
    QpvCommissionReceiptDto: {
      /**
       * @description Rang du dernier événement, depuis 0 ; -1 sans événement
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé
       * @example []
       */
      notices: string[];
      /**
       * @description Code INSEE
       * @example 78621
       */
      commune: string;
    };
    MotiveCountDto: {
      /** @example equilibre */
      motive: string;
      /** @example 1 */
      count: number | null;
    };
    QpvCountsDto: {
      /**
       * @description Ménages proposés
       * @example 3
       */
      proposals: number | null;
      /**
       * @description Désignations par la commission
       * @example 2
       */
      endorsements: number | null;
      /**
       * @description Reports
       * @example 1
       */
      deferrals: number | null;
      /** @description Les reports, par motif */
      motives: components['schemas']['MotiveCountDto'][];
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    CountedPlaceDto: {
      /**
       * @description Ménages proposés
       * @example 3
       */
      proposals: number | null;
      /**
       * @description Désignations par la commission
       * @example 2
       */
      endorsements: number | null;
      /**
       * @description Reports
       * @example 1
       */
      deferrals: number | null;
      /** @description Les reports, par motif */
      motives: components['schemas']['MotiveCountDto'][];
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
      /**
       * @description Code
       * @example 78621
       */
      id: string;
    };
    QpvFiguresDto: {
      /**
       * Format: date
       * @example 2025-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2025-12-31
       */
      to: string;
      /**
       * Format: date-time
       * @example 2025-12-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string | null;
      /** @description Toutes les communes de votre périmètre */
      total: components['schemas']['QpvCountsDto'];
      /** @description Par commune */
      communes: components['schemas']['CountedPlaceDto'][];
      /** @description Par QPV ; une étape compte dans chaque QPV de sa résidence */
      districts: components['schemas']['CountedPlaceDto'][];
    };
    RefusalFigureDto: {
      /**
       * @description Avant la commission, dans la commission, après elle
       * @example commission
       * @enum {string}
       */
      stage: 'beforeCommission' | 'commission' | 'afterCommission';
      /**
       * @description null : tous les refus de l’étape
       * @example notAllocated
       * @enum {string|null}
       */
      refusal:
        | 'withdrawnByHousehold'
        | 'withdrawnByHolder'
        | 'withdrawnByLandlord'
        | 'deferred'
        | 'notAllocated'
        | 'inadmissible'
        | 'declined'
        | 'lapsed'
        | 'lapsedByDocument'
        | null;
      /**
       * @description Qui refuse
       * @example commission
       * @enum {string|null}
       */
      by: 'household' | 'holder' | 'landlord' | 'qpvCommission' | 'commission' | null;
      /**
       * @description Le motif codé, dans la dimension `motive`
       * @example taux_effort
       */
      motive: string | null;
      /**
       * @description Ce que le groupe a en commun
       * @example motive
       * @enum {string}
       */
      dimension: 'all' | 'motive' | 'residence' | 'holder' | 'composition' | 'quartile';
      /**
       * @description Code du groupe ; null : l’ensemble
       * @example taux_effort
       */
      id: string | null;
      /** @example taux d’effort trop élevé */
      label: string | null;
      /**
       * @description Candidats refusés ; null s’il est masqué
       * @example 12
       */
      numerator: number | null;
      /**
       * @description Candidats qui ont atteint l’étape
       * @example 80
       */
      denominator: number | null;
      /**
       * @description La fraction, sans arrondi ; null si le dénominateur est 0
       * @example 0.15
       */
      rate: number | null;
      /**
       * @description Le taux de l’ensemble, pour le même refus
       * @example 0.15
       */
      mean: number | null;
      /**
       * @description Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null
       * @example true
       */
      masked?: boolean;
    };
    RefusalsReportDto: {
      /**
       * Format: date
       * @example 2025-01-01
       */
      from: string;
      /**
       * Format: date
       * @example 2025-12-31
       */
      to: string;
      /**
       * Format: date-time
       * @example 2025-12-31T22:59:59.999Z
       */
      asOf: string | null;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string | null;
      figures: components['schemas']['RefusalFigureDto'][];
    };
    TaskDto: {
      /**
       * @description Le même pour la même étape de la même vacance
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10.answer.6.01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11
       */
      task: string;
      /**
       * @example answer
       * @enum {string}
       */
      kind:
        | 'orient'
        | 'designate'
        | 'endorse'
        | 'decide'
        | 'condition'
        | 'offer'
        | 'answer'
        | 'lease'
        | 'notify'
        | 'strikeOff'
        | 'prefectRefusal'
        | 'substituteOffer';
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10 */
      vacancy: string;
      /**
       * @description Code de la résidence
       * @example R-0001
       */
      residence: string;
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
      candidate?: string;
      /**
       * @description Identifiant interne du ménage
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12
       */
      household?: string;
      /**
       * @description L’offre de substitution due
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d30
       */
      duty?: string;
      /**
       * @description Personnes du ménage à qui elle est due
       * @example 3
       */
      size?: number;
      /**
       * Format: date
       * @description Attend depuis ce jour
       * @example 2024-03-23
       */
      since: string;
      /**
       * Format: date
       * @description À faire ce jour au plus tard
       * @example 2024-04-02
       */
      due?: string;
      /**
       * @description Ce jour est passé
       * @example false
       */
      late: boolean;
      /**
       * @description À qui elle a été confiée
       * @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40
       */
      heldBy?: string;
    };
    TasksDto: {
      /** @description En retard d’abord, puis par dernier jour, puis par ancienneté */
      tasks: components['schemas']['TaskDto'][];
    };
    TaskReceiptDto: {
      /**
       * @description Rang du dernier événement, depuis 0 ; -1 sans événement
       * @example 0
       */
      revision: number;
      /**
       * @description Position dans l’histoire
       * @example 00000000000000030542
       */
      position: string;
      /**
       * @description Ce qui est à savoir, sans être refusé
       * @example []
       */
      notices: string[];
      /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10.answer.6.01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
      task: string;
    };
    /**
     * @description Les chiffres que le produit compte
     * @enum {string}
     */
    FigureCode:
      | 'ALLOCATIONS'
      | 'Q1_REHOUSED_OUTSIDE_QPV'
      | 'Q234_IN_QPV'
      | 'Q34_IN_QPV'
      | 'Q1'
      | 'Q2'
      | 'Q34'
      | 'Q1_FRAGILITY_LOW_IN_QPV'
      | 'Q1_FRAGILITY_LOW_OUTSIDE_QPV'
      | 'Q1_FRAGILITY_MEDIUM_IN_QPV'
      | 'Q1_FRAGILITY_MEDIUM_OUTSIDE_QPV'
      | 'Q1_FRAGILITY_HIGH_IN_QPV'
      | 'Q1_FRAGILITY_HIGH_OUTSIDE_QPV'
      | 'Q2_FRAGILITY_LOW_IN_QPV'
      | 'Q2_FRAGILITY_LOW_OUTSIDE_QPV'
      | 'Q2_FRAGILITY_MEDIUM_IN_QPV'
      | 'Q2_FRAGILITY_MEDIUM_OUTSIDE_QPV'
      | 'Q2_FRAGILITY_HIGH_IN_QPV'
      | 'Q2_FRAGILITY_HIGH_OUTSIDE_QPV'
      | 'Q34_FRAGILITY_LOW_IN_QPV'
      | 'Q34_FRAGILITY_LOW_OUTSIDE_QPV'
      | 'Q34_FRAGILITY_MEDIUM_IN_QPV'
      | 'Q34_FRAGILITY_MEDIUM_OUTSIDE_QPV'
      | 'Q34_FRAGILITY_HIGH_IN_QPV'
      | 'Q34_FRAGILITY_HIGH_OUTSIDE_QPV'
      | 'PRIORITY'
      | 'PRIORITY_Q1_IN_QPV'
      | 'PRIORITY_Q1_FRAGILITY_HIGH'
      | 'HOME_WORK'
      | 'ESSENTIAL_WORKERS'
      | 'ESSENTIAL_IN_HOME_WORK'
      | 'TRANSFERS'
      | 'TRANSFERS_CONTRIBUTING'
      | 'Q1_REHOUSED'
      | 'Q12_FRAGILITY_LOW_MEDIUM'
      | 'Q34_FRAGILITY_LOW_MEDIUM'
      | 'REHOUSED'
      | 'REHOUSED_OUTSIDE_QPV'
      | 'REHOUSED_NEW_OR_UNDER_5_YEARS'
      | 'REHOUSED_NEW'
      | 'COST_CONSTANT_UNDER_40'
      | 'COST_CONSTANT_UNDER_40_PER_M2'
      | 'COST_RISE_WITH_IMPROVEMENT_40_100';
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  HeadController_head: {
    parameters: {
      query?: {
        /** @description La « position » d’une réponse précédente : « newer » compte ce qui la suit */
        since?: string;
      };
      header?: {
        /** @description L’« ETag » d’une réponse précédente à la même adresse */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryHeadDto'];
        };
      };
      /** @description Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  HealthController_health: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Prêt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReportDto'];
        };
      };
      /** @description Un calcul est arrêté, ou le registre ne répond pas */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthReportDto'];
        };
      };
    };
  };
  HealthController_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LivenessDto'];
        };
      };
    };
  };
  HealthController_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Oui */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessDto'];
        };
      };
      /** @description Non, et pourquoi */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessDto'];
        };
      };
    };
  };
  MetricsController_metrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Au format texte de Prometheus */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Mesures arrêtées */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ProjectionsController_rebuild: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Le nom de la projection */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuiltProjectionDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Projection inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Reconstruction en cours */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Reconstruction interrompue */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ConventionController_show: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande ce qui est en vigueur ; par défaut, aujourd’hui dans le territoire */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: {
        /** @description L’« ETag » d’une réponse précédente à la même adresse */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ShownConventionDto'];
        };
      };
      /** @description Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ComplianceController_report: {
    parameters: {
      query: {
        /** @description Premier jour de signature, inclus */
        from: string;
        /** @description Dernier jour de signature, inclus */
        to: string;
        /** @description Ce dont chaque ligne parle */
        scope?: 'epci' | 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'residence' | 'qpv';
        /** @description Les chiffres d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ces chiffres seulement ; par défaut, tous ceux qu’un rapport imprime ; à répéter pour plusieurs, 36 au plus */
        figure?: string[];
        /** @description Ces entités du périmètre seulement, par leur identifiant (un inconnu n’en trouve aucune) ; à répéter pour plusieurs */
        id?: string[];
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: {
        /** @description L’« ETag » d’une réponse précédente à la même adresse */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComplianceReportDto'];
        };
      };
      /** @description Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides ; Période à l’envers ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SeriesController_series: {
    parameters: {
      query: {
        /** @description Les chiffres ; à répéter pour plusieurs, 6 au plus */
        figure: string[];
        /** @description Ce dont la série parle */
        scope?: 'epci' | 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'residence' | 'qpv';
        /** @description L’identifiant de l’entité dans le rapport de conformité de ce périmètre ; inutile pour « epci » */
        id?: string;
        /** @description La période de chaque point : année, semestre, trimestre ou mois du calendrier */
        by?: 'year' | 'semester' | 'quarter' | 'month';
        /** @description Un jour de la première période, qui est comptée entière ; par défaut, le 1er janvier de la quatrième année avant la dernière */
        from?: string;
        /** @description Un jour de la dernière période, qui est comptée entière ; par défaut, aujourd’hui */
        to?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeriesReportDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Trop de points ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Entité inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ObjectivesController_report: {
    parameters: {
      query: {
        /** @description Les objectifs de ces périmètres seulement ; à répéter pour plusieurs */
        scope?: (
          | 'epci'
          | 'commune'
          | 'secteur'
          | 'bailleur'
          | 'reservataire'
          | 'contingent'
          | 'qpv'
          | 'residence'
          | 'hors_qpv'
          | 'operation'
        )[];
        /** @description Ceux qui ne comptent que les attributions d’un acteur de ces sortes ; « aucun » : ceux qui comptent toutes les attributions ; à répéter pour plusieurs */
        actor?: ('bailleur' | 'reservataire' | 'contingent' | 'aucun')[];
        /** @description Ceux de ces chiffres ; à répéter pour plusieurs, 43 au plus */
        figure?: string[];
        /** @description Ceux de ces codes (un inconnu n’en trouve aucun) ; à répéter pour plusieurs */
        code?: string[];
        /** @description Premier jour de signature, inclus */
        from: string;
        /** @description Dernier jour de signature, inclus */
        to: string;
        /** @description Le jour dont on prend les objectifs ; par défaut, le dernier de la période */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: {
        /** @description L’« ETag » d’une réponse précédente à la même adresse */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ObjectivesReportDto'];
        };
      };
      /** @description Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides ; Période à l’envers ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ObjectivesController_one: {
    parameters: {
      query: {
        /** @description Premier jour de signature, inclus */
        from: string;
        /** @description Dernier jour de signature, inclus ; celui de l’objectif pour savoir ce que demande le reste de la période */
        to: string;
        /** @description Le jour dont on prend l’objectif ; par défaut, le dernier de la période */
        on?: string;
        /** @description L’entité dont on veut les parts ; inutile si l’objectif n’en vise qu’une */
        id?: string;
        /** @description L’acteur dont on veut les parts, si l’objectif ne compte que les attributions de plusieurs */
        actor?: string;
        /** @description Les parts demandées, chacune contenant chaque bail une fois ; par défaut bailleur, commune, residence ; à répéter pour plusieurs */
        parts?: ('commune' | 'bailleur' | 'reservataire' | 'contingent' | 'residence')[];
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Code de l’objectif dans convention.json */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OneObjectiveDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Objectif inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  NamedListsController_ask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NamedListBodyDto'];
      };
    };
    responses: {
      /** @description Inscrite au journal */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedLinkDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides ; Période à l’envers ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste périmée */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste nominative trop longue */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lecture non consignée ; Clés occupées ; Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  NamedListsController_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description La fin du lien */
        list: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NamedPageDto'];
          /** @example numero_attribution;numero_unique;date_bail;… */
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  AllocationsController_list: {
    parameters: {
      query?: {
        /** @description Premier jour de signature, inclus */
        from?: string;
        /** @description Dernier jour de signature, inclus */
        to?: string;
        /** @description Avec « part » : les baux, et eux seuls, que /api/compliance compte dans cette part de ce chiffre, aux mêmes dates, périmètre et instant */
        figure?: string & (components['schemas']['FigureCode'] | string);
        /** @description Avec « figure » : laquelle de ses parts */
        part?: 'numerateur' | 'denominateur';
        /** @description Commune de la résidence (code INSEE) ; à répéter pour plusieurs */
        code_insee?: string[];
        /** @description Secteur de la convention où se trouve la résidence ; à répéter pour plusieurs */
        code_secteur?: string[];
        /** @description Bailleur au jour du bail ; à répéter pour plusieurs */
        code_bailleur?: string[];
        /** @description Résidence ; à répéter pour plusieurs */
        code_residence?: string[];
        /** @description Réservataire ; à répéter pour plusieurs */
        code_reservataire?: string[];
        /** @description Contingent du réservataire ; à répéter pour plusieurs */
        contingent?: (
          'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur' | 'autre'
        )[];
        /** @description Désigné par une commune à la place de l’EPCI */
        delegue?: 'O' | 'N';
        /** @description QPV où la résidence se trouvait au jour du bail */
        code_qpv?: string;
        /** @description En QPV au jour du bail */
        en_qpv?: 'O' | 'N';
        /** @description Note de fragilité de la résidence au jour du bail ; à répéter pour plusieurs (« aucune » ne se combine pas) */
        note?: ('1' | '2' | '3' | '4' | '5' | 'aucune')[];
        /** @description Quartile de ressources ; à répéter pour plusieurs (« inconnu » ne se combine pas) */
        quartile?: ('1' | '2' | '3' | '4' | '2-4' | '3-4' | 'inconnu')[];
        /** @description Public prioritaire */
        prioritaire?: 'O' | 'N';
        /** @description Rapprochement du domicile et du travail */
        domicile_travail?: 'O' | 'N';
        /** @description Travailleur essentiel */
        travailleur_essentiel?: 'O' | 'N' | 'inconnu';
        /** @description Premier accès ou mutation */
        type_demande?: 'premier_acces' | 'mutation';
        /** @description Relogement ANRU ou ORCOD */
        reloge?: 'O' | 'N';
        /** @description Première mise en location */
        premiere_mise_en_location?: 'O' | 'N' | 'inconnu';
        /** @description Bail qui n’a pas pris effet */
        annulee?: 'O' | 'N' | 'inconnu';
        /** @description Bail corrigé ou annulé, d’après ce qui était enregistré à l’instant de la liste */
        corrigee?: 'O' | 'N';
        /** @description Typologie du logement ; à répéter pour plusieurs */
        typologie?: ('T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7')[];
        /** @description Financement du logement ; à répéter pour plusieurs */
        financement?: ('PLAI' | 'PLUS' | 'PLS' | 'PLI' | 'AUTRE')[];
        /** @description Composition du ménage ; à répéter pour plusieurs */
        composition?: ('seul' | 'couple' | 'couple_enfants' | 'monoparentale' | 'nombreuse' | 'autre')[];
        /** @description Ménages de ce public de la convention ; s’il est sensible, pour qui peut lire les listes nominatives */
        publics?: string;
        /** @description Colonnes de tri, séparées par des virgules, « - » devant pour décroître, parmi date_bail, date_caleol, code_residence, code_insee, code_secteur, code_bailleur, note, typologie, financement, code_reservataire, contingent, quartile */
        sort?: string;
        /** @description La liste d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description Les filtres dont les valeurs sont comptées aussi, chacun sous les autres critères de la liste mais sans les siens ; à répéter, 6 au plus */
        facets?: (
          | 'quartile'
          | 'note'
          | 'en_qpv'
          | 'code_insee'
          | 'code_secteur'
          | 'code_bailleur'
          | 'code_residence'
          | 'code_reservataire'
          | 'contingent'
          | 'delegue'
          | 'prioritaire'
          | 'reloge'
          | 'domicile_travail'
          | 'travailleur_essentiel'
          | 'type_demande'
          | 'composition'
          | 'typologie'
          | 'financement'
          | 'premiere_mise_en_location'
          | 'annulee'
          | 'corrigee'
        )[];
        /** @description Lignes par page */
        limit?: number;
        /** @description Le « next » (ou le « prev », quand la liste en donne un) d’une autre page, avec les mêmes filtres et le même tri */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationPageDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste périmée */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  LeasesController_record: {
    parameters: {
      query?: {
        /** @description Répondre quand les chiffres et les listes le montrent */
        wait?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description Les colonnes de attributions.csv, dont une (O/N) par public de la convention ; une colonne absente est inconnue */
    requestBody: {
      content: {
        'application/json': {
          /** @example ATT-1 */
          numero_attribution: string;
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_bail: string;
          /**
           * Format: date
           * @example 2024-02-20
           */
          date_caleol?: string | null;
          /** @example RES-1 */
          code_residence: string;
          /** @example LOG-1 */
          reference_logement: string;
          /** @example T3 */
          typologie?: string | null;
          /** @example PLUS */
          financement?: string | null;
          /** @example false */
          premiere_mise_en_location?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          annulee?: (boolean | ('O' | 'N')) | null;
          /** @example COMMUNE-78621 */
          code_reservataire: string;
          /** @example premier_acces */
          type_demande: string;
          /** @example 078000000000000XYZ */
          numero_unique: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
        };
      };
    };
    responses: {
      /** @description Bail déjà connu : corrigé, annulé, ou inchangé */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseAnswerDto'];
        };
      };
      /** @description Bail enregistré */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseAnswerDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bail à renvoyer ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi trop volumineux */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bail refusé : chaque erreur, par colonne ; ou clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['LeaseRefusedDto'] | components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  AllocationsController_export: {
    parameters: {
      query: {
        /** @description Premier jour de signature, inclus */
        from?: string;
        /** @description Dernier jour de signature, inclus */
        to?: string;
        /** @description Avec « part » : les baux, et eux seuls, que /api/compliance compte dans cette part de ce chiffre, aux mêmes dates, périmètre et instant */
        figure?: string & (components['schemas']['FigureCode'] | string);
        /** @description Avec « figure » : laquelle de ses parts */
        part?: 'numerateur' | 'denominateur';
        /** @description Commune de la résidence (code INSEE) ; à répéter pour plusieurs */
        code_insee?: string[];
        /** @description Secteur de la convention où se trouve la résidence ; à répéter pour plusieurs */
        code_secteur?: string[];
        /** @description Bailleur au jour du bail ; à répéter pour plusieurs */
        code_bailleur?: string[];
        /** @description Résidence ; à répéter pour plusieurs */
        code_residence?: string[];
        /** @description Réservataire ; à répéter pour plusieurs */
        code_reservataire?: string[];
        /** @description Contingent du réservataire ; à répéter pour plusieurs */
        contingent?: (
          'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur' | 'autre'
        )[];
        /** @description Désigné par une commune à la place de l’EPCI */
        delegue?: 'O' | 'N';
        /** @description QPV où la résidence se trouvait au jour du bail */
        code_qpv?: string;
        /** @description En QPV au jour du bail */
        en_qpv?: 'O' | 'N';
        /** @description Note de fragilité de la résidence au jour du bail ; à répéter pour plusieurs (« aucune » ne se combine pas) */
        note?: ('1' | '2' | '3' | '4' | '5' | 'aucune')[];
        /** @description Quartile de ressources ; à répéter pour plusieurs (« inconnu » ne se combine pas) */
        quartile?: ('1' | '2' | '3' | '4' | '2-4' | '3-4' | 'inconnu')[];
        /** @description Public prioritaire */
        prioritaire?: 'O' | 'N';
        /** @description Rapprochement du domicile et du travail */
        domicile_travail?: 'O' | 'N';
        /** @description Travailleur essentiel */
        travailleur_essentiel?: 'O' | 'N' | 'inconnu';
        /** @description Premier accès ou mutation */
        type_demande?: 'premier_acces' | 'mutation';
        /** @description Relogement ANRU ou ORCOD */
        reloge?: 'O' | 'N';
        /** @description Première mise en location */
        premiere_mise_en_location?: 'O' | 'N' | 'inconnu';
        /** @description Bail qui n’a pas pris effet */
        annulee?: 'O' | 'N' | 'inconnu';
        /** @description Bail corrigé ou annulé, d’après ce qui était enregistré à l’instant de la liste */
        corrigee?: 'O' | 'N';
        /** @description Typologie du logement ; à répéter pour plusieurs */
        typologie?: ('T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7')[];
        /** @description Financement du logement ; à répéter pour plusieurs */
        financement?: ('PLAI' | 'PLUS' | 'PLS' | 'PLI' | 'AUTRE')[];
        /** @description Composition du ménage ; à répéter pour plusieurs */
        composition?: ('seul' | 'couple' | 'couple_enfants' | 'monoparentale' | 'nombreuse' | 'autre')[];
        /** @description Ménages de ce public de la convention ; s’il est sensible, pour qui peut lire les listes nominatives */
        publics?: string;
        /** @description Colonnes de tri, séparées par des virgules, « - » devant pour décroître, parmi date_bail, date_caleol, code_residence, code_insee, code_secteur, code_bailleur, note, typologie, financement, code_reservataire, contingent, quartile */
        sort?: string;
        /** @description La liste d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description Forme du fichier ; « criteria » : ce qui l’a fait (filtres, période, instant), en texte, sans les lignes */
        format: 'csv' | 'xlsx' | 'criteria';
        /** @description Exactement ces colonnes, dans cet ordre ; à répéter. Toutes, sans ce paramètre */
        columns?: (
          | 'identifiant'
          | 'date_bail'
          | 'date_caleol'
          | 'code_residence'
          | 'code_insee'
          | 'code_secteur'
          | 'code_bailleur'
          | 'code_qpv'
          | 'en_qpv'
          | 'note'
          | 'typologie'
          | 'financement'
          | 'premiere_mise_en_location'
          | 'annulee'
          | 'code_reservataire'
          | 'contingent'
          | 'delegue'
          | 'type_demande'
          | 'quartile'
          | 'prioritaire'
          | 'reloge'
          | 'domicile_travail'
          | 'travailleur_essentiel'
          | 'composition'
          | 'publics'
          | 'corrigee'
        )[];
        /** @description Les noms du territoire à la place des codes ; les colonnes perdent alors « code_ » */
        labels?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example identifiant;date_bail;date_caleol;code_residence;… */
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Chiffre inconnu ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  AllocationsController_read: {
    parameters: {
      query?: {
        /** @description La liste d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Identifiant interne du bail, comme dans la liste */
        allocation: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseViewDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Attribution inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  IndicatorsController_list: {
    parameters: {
      query?: {
        /** @description Seulement les indicateurs de ce code */
        code?: string;
        /** @description Seulement ceux de ce périmètre */
        scope?: 'epci' | 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'residence' | 'qpv';
        /** @description Seulement ceux de cette entité */
        id?: string;
        /** @description Seulement ceux de cette période, AAAA ou AAAA-S1 */
        period?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IndicatorsDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TerritoryController_read: {
    parameters: {
      query?: {
        /** @description Le jour des propriétaires, des QPV et des notes ; par défaut, aujourd’hui dans le territoire */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: {
        /** @description L’« ETag » d’une réponse précédente à la même adresse */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerritoryDto'];
        };
      };
      /** @description Rien n’a changé depuis cette réponse, pour cette personne et ce périmètre */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides ; Position inconnue ; Instant à venir */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ListsController_lists: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande les notes ; par défaut, aujourd’hui */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description Un seul bailleur, par son code ; par défaut, tous */
        landlord?: string;
        /** @description csv et xlsx : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriorityListsDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ListsController_establish: {
    parameters: {
      query?: never;
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListBodyDto'];
      };
    };
    responses: {
      /** @description La même liste du même jour était établie */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListReceiptDto'];
        };
      };
      /** @description Liste établie */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bailleur inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste déjà établie ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Jour à venir ; Liste vide ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  FragilityController_report: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande les notes ; par défaut, aujourd’hui */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FragilityReportDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  FragilityController_coverage: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande les notes ; par défaut, aujourd’hui */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoverageReportDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  FragilityController_reminders: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande les notes ; par défaut, aujourd’hui */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemindersReportDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  FragilityController_sheet: {
    parameters: {
      query?: {
        /** @description Le jour dont on demande les notes ; par défaut, aujourd’hui */
        on?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Code de la résidence */
        residence: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResidenceSheetDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Résidence inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  NotesController_note: {
    parameters: {
      query?: never;
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Code de la résidence */
        residence: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoteBodyDto'];
      };
    };
    responses: {
      /** @description Notes du même jour corrigées, ou inchangées */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteReceiptDto'];
        };
      };
      /** @description Notes enregistrées */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Résidence inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Notes plus récentes ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Jour à venir ; Texte sur des personnes ; Commentaire nécessaire ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  NotesController_agree: {
    parameters: {
      query?: never;
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Code de la résidence */
        residence: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreementBodyDto'];
      };
    };
    responses: {
      /** @description Notes du même jour corrigées, ou inchangées */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteReceiptDto'];
        };
      };
      /** @description Notes enregistrées */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoteReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Résidence inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Notes plus récentes ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Jour à venir ; Texte sur des personnes ; Réunion à venir ; Réunion incomplète ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  RehousingController_report: {
    parameters: {
      query?: {
        /** @description Une seule opération, par son code ; par défaut, toutes */
        operation?: string;
        /** @description L’état d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour, et les relogements faits jusque-là ; par défaut, tout ce qui est enregistré */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RehousingReportDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Opération inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacancyListController_list: {
    parameters: {
      query?: {
        /** @description Premier jour de libération, inclus */
        from?: string;
        /** @description Dernier jour de libération, inclus */
        to?: string;
        /** @description Où en est la vacance ; à répéter pour plusieurs */
        status?: (
          'declared' | 'oriented' | 'returned' | 'designated' | 'decided' | 'offered' | 'accepted' | 'let' | 'closed'
        )[];
        /** @description En retard : la prochaine étape a un dernier jour, et il est passé */
        late?: 'O' | 'N';
        /** @description Commune de la résidence (code INSEE) ; à répéter pour plusieurs */
        code_insee?: string[];
        /** @description Bailleur de ce jour ; à répéter pour plusieurs */
        code_bailleur?: string[];
        /** @description Résidence ; à répéter pour plusieurs */
        code_residence?: string[];
        /** @description Réservataire de l’orientation ; à répéter pour plusieurs */
        code_reservataire?: string[];
        /** @description Contingent du réservataire ; à répéter pour plusieurs */
        contingent?: (
          'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur' | 'autre'
        )[];
        /** @description Typologie du logement ; à répéter pour plusieurs */
        typologie?: ('T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7')[];
        /** @description Financement du logement ; à répéter pour plusieurs */
        financement?: ('PLAI' | 'PLUS' | 'PLS' | 'PLI' | 'AUTRE')[];
        /** @description Colonnes de tri, séparées par des virgules, « - » devant pour décroître, parmi date_liberation, echeance, status, code_residence, code_insee, code_bailleur, code_reservataire, contingent, typologie, financement */
        sort?: string;
        /** @description La liste d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description Lignes par page */
        limit?: number;
        /** @description Le « next » (ou le « prev », quand la liste en donne un) d’une autre page, avec les mêmes filtres et le même tri */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyPageDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Liste périmée */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_declare: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example LOG-1 */
          reference_logement: string;
          /** @example RES-1 */
          code_residence: string;
          /**
           * Format: date
           * @example 2024-06-01
           */
          date_liberation: string;
          /** @example depart */
          motif_liberation: string;
          /** @example T3 */
          typologie?: string | null;
          /** @example PLUS */
          financement?: string | null;
          /** @example 62.5 */
          surface?: (number | string) | null;
          /** @example 412.3 */
          loyer?: (number | string) | null;
          /** @example 68 */
          charges?: (number | string) | null;
          /** @example false */
          premiere_mise_en_location?: (boolean | ('O' | 'N')) | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Résidence inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Vacance déjà ouverte ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_orient: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example COMMUNE-78621 */
          code_reservataire: string;
          /** Format: date */
          date_limite?: string | null;
          /** @example false */
          pour_un_tour?: (boolean | ('O' | 'N')) | null;
          hors_flux?: string | null;
          delegue_a?: string | null;
          motif?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Première mise en location ; Tour non rendu ; Délai du réservataire en cours */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_giveBack: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example sans_candidat */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Délai du réservataire en cours ; Logement d’un autre réservataire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_designate: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example premier_acces */
          type_demande: string;
          /** @example 078000000000000XYZ */
          numero_unique: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
          /**
           * Format: date
           * @example 2022-05-04
           */
          date_demande?: string | null;
          /** @example false */
          situation_precaire?: (boolean | ('O' | 'N')) | null;
          aide_logement_estimee?: (number | string) | null;
          revenu_fiscal?: (number | string) | null;
          /** @example reservation */
          fondement?: string | null;
          code_reservataire?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Logement d’un autre réservataire ; Substitution non ouverte ; Ménage déjà désigné ; Ménage déjà logé ; Demande close */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_hold: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_caleol: string;
          seance?: string | null;
          /** @example 6 */
          presents?: (number | string) | null;
          /** @example presentielle */
          forme?: string | null;
          exception?: string | null;
          attestation?: (boolean | ('O' | 'N')) | null;
          decisions: {
            /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
            candidate: string;
            /** @example attribution_rang */
            decision: string;
            /** @example 1 */
            rang?: (number | string) | null;
            motif?: string | null;
            piece?: string | null;
            /** Format: date */
            delai_piece?: string | null;
            /**
             * @example {
             *       "pour": 5,
             *       "contre": 1,
             *       "abstention": 0,
             *       "maire": "pour"
             *     }
             */
            voix?: {
              /** @example 5 */
              pour?: (number | string) | null;
              /** @example 1 */
              contre?: (number | string) | null;
              /** @example 0 */
              abstention?: (number | string) | null;
              /** @example pour */
              maire?: string | null;
            } | null;
          }[];
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Désignation attendue ; Trois demandes à examiner ; Décision incomplète ; Quorum non atteint ; Vote non acquis ; Motif de fragilité non admis */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_correct: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_caleol: string;
          seance?: string | null;
          /** @example 6 */
          presents?: (number | string) | null;
          /** @example presentielle */
          forme?: string | null;
          exception?: string | null;
          attestation?: (boolean | ('O' | 'N')) | null;
          decisions: {
            /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11 */
            candidate: string;
            /** @example attribution_rang */
            decision: string;
            /** @example 1 */
            rang?: (number | string) | null;
            motif?: string | null;
            piece?: string | null;
            /** Format: date */
            delai_piece?: string | null;
            /**
             * @example {
             *       "pour": 5,
             *       "contre": 1,
             *       "abstention": 0,
             *       "maire": "pour"
             *     }
             */
            voix?: {
              /** @example 5 */
              pour?: (number | string) | null;
              /** @example 1 */
              contre?: (number | string) | null;
              /** @example 0 */
              abstention?: (number | string) | null;
              /** @example pour */
              maire?: string | null;
            } | null;
          }[];
          /** @example erreur */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Désignation attendue ; Trois demandes à examiner ; Décision incomplète ; Quorum non atteint ; Vote non acquis ; Motif de fragilité non admis ; Ménage déjà désigné */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_close: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example travaux */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_show: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          /** @description La révision */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacanciesController_history: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyHistoryDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_correctFacts: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example premier_acces */
          type_demande: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
          /**
           * Format: date
           * @example 2022-05-04
           */
          date_demande?: string | null;
          /** @example false */
          situation_precaire?: (boolean | ('O' | 'N')) | null;
          aide_logement_estimee?: (number | string) | null;
          revenu_fiscal?: (number | string) | null;
          /** @example situation_changee */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Logement d’un autre réservataire ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_giveOpinion: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example favorable */
          avis: string;
          motif?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_withdraw: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example injoignable */
          motif: string;
          /** @example reservataire */
          par: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Logement d’un autre réservataire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_endorse: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          accords: ('bailleur' | 'reservataire' | 'commune' | 'epci')[];
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà logé ; Demande close ; Accord incomplet */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_defer: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example sans_accord */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_meetCondition: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà désigné ; Autre décision depuis */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  LettersController_notice: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
        /** @description Identifiant du candidat */
        candidate: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Étape impossible ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lecture non consignée ; Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_notify: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  LettersController_offer: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
        /** @description Jour prévu de la remise, tant que l’offre n’est pas enregistrée */
        date_notification?: string;
        /** @description Jours pour répondre */
        delai_jours?: number;
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
        /** @description Identifiant du candidat */
        candidate: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Étape impossible ; Rang non premier ; Pièce attendue ; Délai trop court ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lecture non consignée ; Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_offer: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_notification: string;
          /** @example 10 */
          delai_jours?: (number | string) | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà logé ; Demande close ; Rang non premier ; Pièce attendue ; Délai trop court */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_accept: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà désigné ; Demande close ; Réponse hors délai ; Autre décision depuis */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_decline: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example loyer */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Réponse hors délai ; Autre décision depuis */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CandidatesController_correctOffer: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-14
           */
          date_notification?: string | null;
          /** @example erreur */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà désigné ; Ménage déjà logé ; Demande close ; Autre décision depuis */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  DesignationsController_designate: {
    parameters: {
      query?: {
        /** @description Annoncer le compte, sans rien écrire */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 12 */
          count?: (number | string) | null;
          designations: {
            /** Format: uuid */
            vacancy: string;
            /** @example premier_acces */
            type_demande: string;
            /** @example 078000000000000XYZ */
            numero_unique: string;
            /** @example 2 */
            personnes_14_ans_et_plus: number | string;
            /** @example 1 */
            enfants_moins_14_ans: number | string;
            /** @example 18450.5 */
            ressources_annuelles?: (number | string) | null;
            quartile?: (number | string) | null;
            /** @example false */
            dalo: boolean | ('O' | 'N');
            categorie_prioritaire?: string | null;
            relogement?: string | null;
            /** @example 78621 */
            commune_domicile?: string | null;
            /** @example 78423 */
            commune_travail?: string | null;
            /** @example false */
            mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
            /** @example false */
            travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
            /** @example couple_enfants */
            composition?: string | null;
            /**
             * Format: date
             * @example 2022-05-04
             */
            date_demande?: string | null;
            /** @example false */
            situation_precaire?: (boolean | ('O' | 'N')) | null;
            aide_logement_estimee?: (number | string) | null;
            revenu_fiscal?: (number | string) | null;
            /** @example reservation */
            fondement?: string | null;
            code_reservataire?: string | null;
          }[];
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à écrire, ou à blanc */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DesignatedListDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DesignatedListDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Autre nombre que celui annoncé */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacancyLeasesController_sign: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example ATT-1 */
          numero_attribution: string;
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_bail: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Ménage déjà logé ; Demande close ; Pièce attendue ; Bail avant l’accord ; Numéro déjà pris ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacancyLeasesController_correct: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example ATT-1 */
          numero_attribution: string;
          /**
           * Format: date
           * @example 2024-03-14
           */
          date_bail: string;
          /**
           * Format: date
           * @example 2024-02-20
           */
          date_caleol?: string | null;
          /** @example T3 */
          typologie?: string | null;
          /** @example PLUS */
          financement?: string | null;
          /** @example false */
          premiere_mise_en_location?: (boolean | ('O' | 'N')) | null;
          /** @example COMMUNE-78621 */
          code_reservataire: string;
          /** @example premier_acces */
          type_demande: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
          /** @example erreur */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur ; Bail avant l’accord ; Numéro déjà pris ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VacancyLeasesController_cancel: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la vacance */
        vacancy: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-20
           */
          date: string;
          /** @example renonciation */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VacancyReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance changée entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  LeaseChangesController_correct: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, et ce que chaque objectif deviendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision du bail (ETag) : s’il a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant interne du bail, comme dans la liste */
        allocation: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example ATT-1 */
          numero_attribution: string;
          /**
           * Format: date
           * @example 2024-03-14
           */
          date_bail: string;
          /**
           * Format: date
           * @example 2024-02-20
           */
          date_caleol?: string | null;
          /** @example T3 */
          typologie?: string | null;
          /** @example PLUS */
          financement?: string | null;
          /** @example false */
          premiere_mise_en_location?: (boolean | ('O' | 'N')) | null;
          /** @example COMMUNE-78621 */
          code_reservataire: string;
          /** @example premier_acces */
          type_demande: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
          /** @example erreur */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseChangeReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseChangeReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Attribution inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Bail annulé ; Étape impossible ; Résidence d’un autre bailleur ; Bail avant l’accord ; Numéro déjà pris ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bail changé entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  LeaseChangesController_cancel: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus, et ce que chaque objectif deviendrait */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description La révision du bail (ETag) : s’il a changé depuis, rien n’est écrit (412) */
        'If-Match'?: string;
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant interne du bail, comme dans la liste */
        allocation: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-20
           */
          date: string;
          /** @example renonciation */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseChangeReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaseChangeReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Attribution inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Bail annulé ; Étape impossible ; Résidence d’un autre bailleur */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bail changé entre-temps */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VigilanceController_ofCandidate: {
    parameters: {
      query: {
        /** @description Identifiant du candidat */
        candidate: string;
        /** @description Une position déjà reçue : la réponse en tient compte, sauf les chiffres, qui disent la leur */
        wait?: string;
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VigilanceDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue ; Candidat inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  VigilanceController_ofHousehold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example premier_acces */
          type_demande: string;
          /** @example 078000000000000XYZ */
          numero_unique: string;
          /** @example 2 */
          personnes_14_ans_et_plus: number | string;
          /** @example 1 */
          enfants_moins_14_ans: number | string;
          /** @example 18450.5 */
          ressources_annuelles?: (number | string) | null;
          quartile?: (number | string) | null;
          /** @example false */
          dalo: boolean | ('O' | 'N');
          categorie_prioritaire?: string | null;
          relogement?: string | null;
          /** @example 78621 */
          commune_domicile?: string | null;
          /** @example 78423 */
          commune_travail?: string | null;
          /** @example false */
          mobilite_professionnelle?: (boolean | ('O' | 'N')) | null;
          /** @example false */
          travailleur_essentiel?: (boolean | ('O' | 'N')) | null;
          /** @example couple_enfants */
          composition?: string | null;
          /**
           * Format: date
           * @example 2022-05-04
           */
          date_demande?: string | null;
          /** @example false */
          situation_precaire?: (boolean | ('O' | 'N')) | null;
          aide_logement_estimee?: (number | string) | null;
          revenu_fiscal?: (number | string) | null;
          /** @example reservation */
          fondement?: string | null;
          code_reservataire?: string | null;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VigilanceDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  PapersController_agendaOfSitting: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
        /** @description pdf et xlsx : un fichier joint */
        format?: 'json' | 'pdf' | 'xlsx';
      };
      header?: never;
      path: {
        /** @description Identifiant de la séance */
        seance: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Séance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  PapersController_agendaOfVacancy: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
        /** @description pdf et xlsx : un fichier joint */
        format?: 'json' | 'pdf' | 'xlsx';
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  PapersController_minutesOfSitting: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
        /** @description pdf et xlsx : un fichier joint */
        format?: 'json' | 'pdf' | 'xlsx';
      };
      header?: never;
      path: {
        /** @description Identifiant de la séance */
        seance: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Séance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  PapersController_minutesOfVacancy: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
        /** @description pdf et xlsx : un fichier joint */
        format?: 'json' | 'pdf' | 'xlsx';
      };
      header?: never;
      path: {
        /** @description Identifiant de la vacance */
        vacancy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/pdf': string;
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vacance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  FlowController_report: {
    parameters: {
      query: {
        /** @description L’année des orientations et des baux */
        year: number;
        /** @description Un seul bailleur, par son code ; par défaut, tous */
        landlord?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowReportDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Bailleur inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TokensController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokensDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TokensController_issue: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenBodyDto'];
      };
    };
    responses: {
      /** @description Délivré */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IssuedTokenDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Rôle du service ; Périmètre attendu ; Périmètre en trop ; Code inconnu */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TokensController_rotate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RotationBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RotationDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TokensController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identifiant du jeton */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevokedTokenDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Jeton inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_open: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SessionBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Connexion refusée ; Code attendu */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_close: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Fermée */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_actAs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page ; Rôle qui n’est pas le vôtre */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionsDto'];
        };
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_closeOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identifiant de la session, que la liste montre */
        session: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Fermée */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Session inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SessionController_who: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeDto'];
        };
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  OwnAccountController_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordBodyDto'];
      };
    };
    responses: {
      /** @description Changé */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Accès refusé ; Session terminée ; Mot de passe ou code faux */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Mot de passe trop court ; Mot de passe trop facile à deviner */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  OwnAccountController_propose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskedBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProposedFactorDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Accès refusé ; Session terminée ; Mot de passe ou code faux */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  OwnAccountController_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmationBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé ; Session terminée ; Mot de passe ou code faux */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  OwnAccountController_recoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskedBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodesDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Accès refusé ; Session terminée ; Mot de passe ou code faux */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page ; Second facteur à mettre en place */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UsersDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_invite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationBodyDto'];
      };
    };
    responses: {
      /** @description Invitée */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Votre propre compte ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Périmètre attendu ; Périmètre en trop ; Code inconnu ; Dernier jour passé ; Rôle plus long que le vôtre */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationReadDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lien sans effet */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_accept: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptanceBodyDto'];
      };
    };
    responses: {
      /** @description Choisi */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lien sans effet */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Mot de passe trop court ; Mot de passe trop facile à deviner */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_recover: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Personne inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Votre propre compte ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevocationBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Personne inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Dernier administrateur ; Votre propre compte ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  UsersController_disable: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Code attendu ; Mot de passe attendu ; Mot de passe ou code faux ; Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Personne inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Dernier administrateur ; Votre propre compte ; Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop d’essais */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  RightsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RightsDto'];
        };
      };
      /** @description Accès refusé ; Session terminée */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Demande d’une autre page */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Adresse inconnue */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  PrefectController_report: {
    parameters: {
      query: {
        /** @description Le semestre : S1, de janvier à juin ; S2, de juillet à décembre */
        semester: string;
        /** @description L’état d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv, xlsx et pdf : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HalfYearDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_list: {
    parameters: {
      query?: {
        /** @description La liste */
        list?: 'attributions';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewsDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ViewBodyDto'];
      };
    };
    responses: {
      /** @description Enregistrée */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides ; Période à l’envers */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Trop de vues */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Texte sur des personnes */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Son « id » */
        view: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ViewBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides ; Période à l’envers */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vue d’une autre personne ; Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vue inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Texte sur des personnes */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Son « id » */
        view: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Supprimée */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vue d’une autre personne ; Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vue inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_preferences: {
    parameters: {
      query?: {
        /** @description La liste */
        list?: 'attributions';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferencesDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ViewsController_setPreferences: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreferencesDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferencesDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ImportsController_import: {
    parameters: {
      query?: {
        /** @description Dit ce que l’import ferait, sans rien écrire */
        'dry-run'?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['ImportUploadDto'];
      };
    };
    responses: {
      /** @description Ce que l’import a fait, ou ferait */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportReportDto'];
        };
      };
      /** @description Paramètres non valides ; Envoi incomplet */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Import non autorisé ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Import déjà en cours ; Import à relancer ; Données de démonstration */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi trop volumineux */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Import refusé : chaque erreur, par cellule */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "type": "urn:mixite:problem:import-refused",
           *       "title": "Import refusé",
           *       "status": 422,
           *       "detail": "Rien n’a été importé : une erreur est à corriger dans les fichiers.",
           *       "code": "import-refused",
           *       "faults": [
           *         {
           *           "file": "attributions.csv",
           *           "line": 14,
           *           "column": "code_residence",
           *           "value": "R-9999",
           *           "message": "aucune résidence de residences.csv n’a ce code"
           *         }
           *       ],
           *       "warnings": []
           *     }
           */
          'application/problem+json': components['schemas']['ImportRefusedDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ConventionSchemaController_schema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "$schema": "https://json-schema.org/draft/2020-12/schema",
           *       "title": "convention.json",
           *       "type": "object"
           *     }
           */
          'application/schema+json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  AuditController_history: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AuditHistoryBodyDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditHistoryDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Attribution inconnue ; Résidence inconnue ; Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Lecture non consignée */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  AuditController_verify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description La vérification a eu lieu : « broken » dit si l’histoire tient */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryVerificationDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Vérification déjà en cours */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SittingsController_open: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example L-BAILLEUR-1 */
          landlord: string;
          /**
           * Format: date
           * @example 2024-03-15
           */
          date_caleol: string;
          /** @example 6 */
          presents?: (number | string) | null;
          /** @example presentielle */
          forme?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SittingReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SittingReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  SittingsController_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identifiant de la séance */
        seance: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SittingDto'];
        };
      };
      /** @description Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Séance inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ApplicationsController_end: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 078012345678900001 */
          numero_unique: string;
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example renonciation */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  ApplicationsController_reopen: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 078012345678900001 */
          numero_unique: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CriteriaController_establish: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 078012345678900001 */
          numero_unique: string;
          /** @example sur_occupation */
          critere: string;
          piece: string[];
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
          /** @example 2 */
          personnes_14_ans_et_plus?: (number | string) | null;
          /** @example 2 */
          enfants_moins_14_ans?: (number | string) | null;
          /** @example 3 */
          personnes_plus_3_ans?: (number | string) | null;
          /** @example couple_enfants */
          composition?: string | null;
          jeune_couple?: (boolean | ('O' | 'N')) | null;
          invalidite?: (boolean | ('O' | 'N')) | null;
          /** @example 2 */
          nombre_pieces?: (number | string) | null;
          /** @example 33.5 */
          surface?: (number | string) | null;
          hebergement?: string | null;
          dette?: (boolean | ('O' | 'N')) | null;
          plan_apurement?: (boolean | ('O' | 'N')) | null;
          loyer?: (number | string) | null;
          annexes?: (number | string) | null;
          charges?: (number | string) | null;
          aide_logement?: (number | string) | null;
          ressources_mensuelles?: (number | string) | null;
          revenu_fiscal?: (number | string) | null;
          /** Format: date */
          date_demande?: string | null;
          zone?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CriterionReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CriterionReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Ménage effacé ; Critère non rempli ; Critère non établi */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CriteriaController_withdraw: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 078012345678900001 */
          numero_unique: string;
          /** @example sur_occupation */
          critere: string;
          /** @example erreur */
          motif: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CriterionReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CriterionReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Ménage effacé ; Critère absent */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  CriteriaController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 078012345678900001 */
          numero_unique: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseholdCriteriaDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Ménage inconnu */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Ménage effacé */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées ; Lecture non consignée */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  DutiesController_list: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutiesDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  DutiesController_renounce: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de l’obligation */
        duty: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-03-15
           */
          date: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BesideReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Obligation inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Étape impossible */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  QpvCommissionsController_list: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QpvCommissionsDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  QpvCommissionsController_set: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Code INSEE de la commune */
        code_insee: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2025-03-01
           */
          date_debut: string;
          /**
           * Format: date
           * @example 2025-01-15
           */
          demande_du_maire: string;
          /** Format: date */
          date_fin?: string | null;
          qpv?: string[] | null;
          /** Format: date */
          reglement_adopte_le?: string | null;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QpvCommissionReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QpvCommissionReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Commune inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir ; Jours à l’envers */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  QpvFiguresController_report: {
    parameters: {
      query: {
        /** @description Premier jour, inclus */
        from: string;
        /** @description Dernier jour, inclus */
        to: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv et xlsx : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QpvFiguresDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  RefusalsController_report: {
    parameters: {
      query: {
        /** @description Premier jour, inclus */
        from: string;
        /** @description Dernier jour, inclus */
        to: string;
        /** @description Les candidats de cette résidence seulement */
        code_residence?: string;
        /** @description Les candidats des logements que ce bailleur a déclarés */
        code_bailleur?: string;
        /** @description Les candidats de ce réservataire */
        code_reservataire?: string;
        /** @description Les candidats des résidences de cette commune */
        code_insee?: string;
        /** @description D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour */
        'as-of'?: string;
        /** @description Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente */
        wait?: string;
        /** @description csv et xlsx : un fichier joint */
        format?: 'json' | 'csv' | 'xlsx';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefusalsReportDto'];
        };
      };
      /** @description Paramètres non valides ; Période à l’envers ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TasksController_list: {
    parameters: {
      query?: {
        /** @description Une position déjà reçue : la réponse en tient toujours compte */
        wait?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksDto'];
        };
      };
      /** @description Paramètres non valides ; Position inconnue */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Chiffres en retard */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TasksController_postpone: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la tâche */
        task: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-04-15
           */
          jusqu_au: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Tâche inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TasksController_handOver: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la tâche */
        task: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @example 01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40 */
          a: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Tâche inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
  TasksController_complete: {
    parameters: {
      query?: {
        /** @description Décider sans rien écrire : les mêmes refus */
        'dry-run'?: 'true' | 'false';
      };
      header?: {
        /** @description Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Identifiant de la tâche */
        task: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date
           * @example 2024-04-15
           */
          date: string;
        };
      };
    };
    responses: {
      /** @description Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description Écrit */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskReceiptDto'];
        };
      };
      /** @description JSON illisible ; Paramètres non valides */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Accès refusé */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Droit insuffisant ; Périmètre non autorisé */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Tâche inconnue */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Envoi à refaire ; Tâche close par son étape */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Format d’envoi non admis */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Valeur non admise ; Clé d’idempotence déjà employée ; Jour à venir */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Erreur inattendue */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
      /** @description Clés occupées */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDto'];
        };
      };
    };
  };
}
