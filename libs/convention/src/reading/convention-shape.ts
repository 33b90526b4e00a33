import type { JsonObject } from '#kernel';
import { list, object, optional, required, trueOrFalse, wholeNumber, type Members, type ValueOf } from '#shapes';
import { DUE_DATE, INSTANCE } from './instance-shape';
import { COMMISSION, MOTIVE } from './process-shape';
import { objectiveShape } from './objective-shape';
import { FRAGILITY_SCALE } from './scale-shape';
import { calendarDay, code, columnName, communeCode, publicCode, siren, timeZone, words } from './texts';

export type ConventionDraft = ValueOf<ReturnType<typeof conventionShape>>;
export type AmendmentDraft = ValueOf<ReturnType<typeof amendmentShape>>;

const TERRITORY = {
  siren: optional(siren, 'SIREN', 'Celui de l’EPCI : il identifie le territoire dans les rapports.'),
  fuseau_horaire: optional(timeZone, 'Fuseau horaire', 'Nom IANA. Par défaut Europe/Paris.'),
  communes: optional(list(communeCode), 'Communes', 'Codes INSEE des communes de l’EPCI, comme dans communes.csv.'),
};
const TERRITORY_NAME = [words, 'Nom', 'Celui du territoire, tel que les rapports le montrent.'] as const;

const SECTOR = object({
  code: required(code, 'Code', 'Unique. residences.csv le reprend dans code_secteur.'),
  nom: required(words, 'Nom', 'Tel que les rapports le montrent.'),
  code_insee: required(communeCode, 'Commune', 'Code INSEE de la commune du secteur.'),
});

const PUBLIC = object({
  code: required(publicCode, 'Code', 'Unique. En capitales, précédé de PUBLIC_, il nomme le chiffre de ce public.'),
  nom: required(words, 'Nom', 'Tel que les rapports le montrent.'),
  colonne: optional(columnName, 'Colonne', 'Colonne O/N d’attributions.csv. Par défaut, le code.'),
  sensible: optional(
    trueOrFalse,
    'Sensible',
    'true : compte dans les chiffres, et n’est montré d’aucun bail dans les listes. Par défaut false.',
  ),
});

const NAMED_CODE = object({
  code: required(code, 'Code', 'Unique dans la liste.'),
  nom: required(words, 'Nom', 'Ce que le code désigne.'),
});

const PRIORITY_CATEGORY = object({
  code: required(code, 'Code', 'Unique dans la liste.'),
  nom: required(words, 'Nom', 'Ce que le code désigne.'),
  date_debut: optional(calendarDay, 'Premier jour', 'Premier bail qui peut la citer. Absent : depuis toujours.'),
  date_fin: optional(calendarDay, 'Dernier jour', 'Dernier bail qui peut la citer. Absent : sans fin.'),
});

/** The lists, delays and retention that both a convention and an amendment may have. */
const COMMON = {
  secteurs: optional(list(SECTOR), 'Secteurs', 'Parties de communes.'),
  publics: optional(list(PUBLIC), 'Publics', 'Publics suivis par le territoire, outre ceux de la loi.'),
  professions_essentielles: optional(
    list(NAMED_CODE),
    'Professions essentielles',
    'Celles que le territoire tient pour essentielles.',
  ),
  categories_prioritaires: optional(
    list(PRIORITY_CATEGORY),
    'Catégories prioritaires',
    'Codes admis dans categorie_prioritaire ; un autre est un avertissement. Sans liste, tout code convient.',
  ),
  instances: optional(list(INSTANCE), 'Instances', 'Qui se réunit, et combien de fois.'),
  echeances: optional(list(DUE_DATE), 'Échéances', 'Ce qui est dû à date fixe, ou tous les tant de mois.'),
  motifs: optional(
    list(MOTIVE),
    'Motifs',
    'Motifs de refus, de retrait, de retour, de report et de correction, en plus de ceux par défaut ou à leur place.',
  ),
  commissions: optional(list(COMMISSION), 'Commissions', 'Quorum et votants de la commission de chaque bailleur.'),
  bareme_fragilite: optional(
    FRAGILITY_SCALE,
    'Barème de fragilité',
    'Comment une enquête OPS donne la note statistique. Absent ou vide : le barème par défaut.',
  ),
  delais: optional(
    object({
      reponse_offre_jours: optional(
        wholeNumber(10, 365),
        'Réponse à une offre',
        'Jours laissés au ménage : 10 au moins (CCH R441-10). Par défaut 10.',
      ),
      renouvellement_notes_annees: optional(wholeNumber(1, 20), 'Renouvellement des notes', 'En années. Par défaut 2.'),
      liste_residences_annees: optional(
        wholeNumber(1, 20),
        'Liste des résidences à enjeu',
        'Renouvellement de la liste légale du bailleur, en années. Par défaut 3.',
      ),
      designation_jours: optional(
        wholeNumber(1, 365),
        'Désignation',
        'Jours laissés au réservataire pour désigner, sans date limite donnée. Par défaut 30.',
      ),
    }),
    'Délais',
    'Ceux qui ne sont pas donnés gardent leur valeur.',
  ),
  conservation: optional(
    object({
      apres_fin_demande_mois: optional(
        wholeNumber(1, 600),
        'Après la fin de la demande',
        'Mois pendant lesquels les données d’un ménage sont gardées. Par défaut 12.',
      ),
    }),
    'Conservation',
    'Durée de conservation des données personnelles.',
  ),
} satisfies Members;

/** The whole file; `figures` are the codes of the compliance report. */
export function conventionShape(figures: readonly string[]) {
  const objective = objectiveShape(figures);
  return object({
    territoire: required(
      object({ nom: required(...TERRITORY_NAME), ...TERRITORY }),
      'Territoire',
      'L’EPCI dont c’est la convention.',
    ),
    convention: required(
      object({
        code: required(code, 'Code', 'Par exemple CIA-2025.'),
        nom: required(words, 'Nom', 'Celui du document.'),
        date_avis: optional(
          calendarDay,
          'Avis',
          'Jour où la conférence intercommunale a donné son avis, s’il est connu.',
        ),
        date_adoption: optional(calendarDay, 'Adoption', 'Jour où la convention a été adoptée, s’il est connu.'),
        date_debut: required(calendarDay, 'Premier jour', 'Aucun avenant ne prend effet avant.'),
        date_fin: optional(calendarDay, 'Dernier jour', 'Inclus, s’il est connu. Un avenant peut le repousser.'),
      }),
      'Convention',
      'Le document lui-même.',
    ),
    ...COMMON,
    objectifs: required(list(objective), 'Objectifs', 'Ceux de la loi et ceux du territoire.'),
    avenants: optional(
      list(amendmentShape(objective)),
      'Avenants',
      'Dans leur ordre : le dernier l’emporte. Un avenant nouveau s’ajoute à la fin ; ce qui est enregistré ne change pas.',
    ),
  });
}

function amendmentShape(objective: ReturnType<typeof objectiveShape>) {
  return object({
    code: required(code, 'Code', 'Unique, par exemple AV-1.'),
    nom: required(words, 'Nom', 'Ce que l’avenant change.'),
    date_adoption: required(calendarDay, 'Adoption', 'Jour où l’avenant a été adopté.'),
    date_effet: required(
      calendarDay,
      'Effet',
      'À partir du premier jour de la convention : une faute de saisie se répare ainsi depuis le début.',
    ),
    territoire: optional(
      object({ nom: optional(...TERRITORY_NAME), ...TERRITORY }),
      'Territoire',
      'Ce qui en change : le reste demeure.',
    ),
    date_fin: optional(calendarDay, 'Dernier jour de la convention', 'Si l’avenant la prolonge ou y met fin.'),
    objectifs: optional(
      list(objective),
      'Objectifs',
      'Un code connu est remplacé à partir de la date d’effet, un autre est ajouté.',
    ),
    objectifs_retires: optional(list(code), 'Objectifs retirés', 'Codes de ceux qui ne valent plus.'),
    ...COMMON,
  });
}

/** The JSON Schema of convention.json (draft 2020-12); `figures` are the codes of the compliance report. */
export function conventionSchema(figures: readonly string[]): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'convention.json',
    description:
      'La convention intercommunale d’attribution d’un territoire, ses objectifs et leurs dates. L’import vérifie en plus ce qu’un schéma ne dit pas : dates du calendrier, codes uniques, communes et entités connues.',
    ...conventionShape(figures).schema,
  };
}
