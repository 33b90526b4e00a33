import type { JsonObject } from '#kernel';
import { CONTINGENTS } from '#territory';
import {
  OBJECTIVE_ACTORS,
  OBJECTIVE_FIGURES,
  OBJECTIVE_SCOPES,
  OPERATORS,
  REHOUSING_FIGURES,
  SINGLE_SCOPES,
} from '../convention';
import { choice, list, object, oneOf, optional, required, text, wholeNumber, type Shape, type ValueOf } from '#shapes';
import { EPCI_PART_WORDS, ORIGIN_WORDS, PERIOD_WORDS } from '../words';
import { calendarDay, code, firstDay, targetValue, words } from './texts';

export const PUBLIC_FIGURE = /^PUBLIC_[A-Z][A-Z0-9_]{0,49}$/;

/** The operators that aim at a value. */
export const WITH_VALUE: readonly string[] = ['min', 'max', 'equal', 'tendTo'];

export type ObjectiveDraft = ValueOf<ReturnType<typeof objectiveShape>>;
export type EntitiesDraft = ValueOf<ReturnType<typeof entitiesShape>>;

/** One objective; `figures` are the codes of the compliance report. */
export function objectiveShape(figures: readonly string[]) {
  return object(
    {
      code: required(code, 'Code', 'Unique dans le fichier. Un avenant le reprend pour remplacer l’objectif.'),
      nom: required(words, 'Nom', 'Tel que les rapports le montrent.'),
      figure: required(
        figureShape(figures),
        'Chiffre jugé',
        'Code d’un chiffre du rapport de conformité ou de relogement, Q1_REHOUSED (premier quartile ou relogés), Q12_FRAGILITY_LOW_MEDIUM ou Q34_FRAGILITY_LOW_MEDIUM (quartiles 1 et 2, ou 3 et 4, des notes 1 à 3, parc existant), REHOUSED (ménages relogés parmi les ménages à reloger), ou PUBLIC_ suivi du code d’un public en capitales.',
      ),
      portee: required(
        entitiesShape(OBJECTIVE_SCOPES),
        'Portée',
        'Ce dont l’objectif parle : le territoire, ce qui est hors QPV, des communes, secteurs, bailleurs… ou, pour un chiffre de relogement, des opérations.',
      ),
      acteur: optional(
        entitiesShape(OBJECTIVE_ACTORS),
        'Acteur',
        'Seconde dimension : les seules attributions de ces bailleurs, réservataires ou contingents dans la portée. Un tel objectif ne se voit que dans le rapport des objectifs.',
      ),
      operateur: required(
        oneOf(OPERATORS),
        'Opérateur',
        'min : au moins ; max : au plus ; equal : égal, au pour cent près ; tendTo : tendre vers ; zero : aucune ; monitor : suivi sans cible.',
      ),
      valeur: optional(
        targetValue,
        'Valeur',
        'Part exacte, entre guillemets : "25 %", "12,5 %" ou "1/3" ; ou nombre : "40 attributions", "40 ménages". Avec min, max, equal et tendTo, elle ou trajectoire est obligatoire ; absente pour zero et monitor.',
      ),
      trajectoire: optional(
        list(
          object({
            annee: required(wholeNumber(1000, 9999), 'Année', 'À partir du 1er janvier.'),
            valeur: required(targetValue, 'Valeur', 'Jusqu’à l’année suivante de la liste.'),
          }),
          { least: 1 },
        ),
        'Trajectoire',
        'Au lieu de valeur : la valeur de chaque année, les années en ordre.',
      ),
      periode: optional(choice(PERIOD_WORDS), 'Période', 'annee (par défaut) ou semestre.'),
      origine: required(choice(ORIGIN_WORDS), 'Origine', 'loi, ou locale : décidée par le territoire.'),
      source: required(words, 'Source', 'L’article, ou la page du document.'),
      date_debut: optional(
        firstDay,
        'Premier jour',
        'Par défaut celui de la convention, ou de l’effet de l’avenant. toujours : l’objectif n’a pas de premier jour.',
      ),
      date_fin: optional(calendarDay, 'Dernier jour', 'Inclus. Absent : sans fin.'),
    },
    { allOf: VALUE_RULES },
  );
}

function given(key: string, type: string): JsonObject {
  return { required: [key], properties: { [key]: { type } } };
}

const VALUE_RULES: readonly JsonObject[] = [
  {
    if: { properties: { operateur: { enum: WITH_VALUE } }, required: ['operateur'] },
    then: { oneOf: [given('valeur', 'string'), given('trajectoire', 'array')] },
    else: { properties: { valeur: { type: 'null' }, trajectoire: { type: 'null' } } },
  },
];

function entitiesShape<Kind extends string>(kinds: readonly Kind[]) {
  const contingents = { identifiants: { type: ['array', 'null'], items: { enum: CONTINGENTS } } };
  return object(
    {
      type: required(oneOf(kinds), 'Type', 'De quoi il s’agit.'),
      identifiants: optional(
        list(code, { least: 1 }),
        'Identifiants',
        'Codes des entités, comme dans les fichiers. Absent : chacune des entités de ce type.',
      ),
      part: optional(
        choice(EPCI_PART_WORDS),
        'Part',
        'Avec le contingent epci seul : la part qu’il sert lui-même, ou celle que les communes servent pour lui.',
      ),
    },
    {
      allOf: [
        {
          if: { properties: { type: { const: 'contingent' } }, required: ['type'] },
          then: { properties: contingents },
        },
        {
          if: { properties: { part: { type: 'string' } }, required: ['part'] },
          then: {
            required: ['identifiants'],
            properties: { type: { const: 'contingent' }, identifiants: { const: ['epci'] } },
          },
        },
        {
          if: { properties: { type: { enum: SINGLE_SCOPES } }, required: ['type'] },
          then: { properties: { identifiants: { type: 'null' } } },
        },
      ],
    },
    // With a misspelt key, the objective would apply to all the entities of the type.
    'clé inconnue ; les clés possibles ici sont',
  );
}

function figureShape(figures: readonly string[]): Shape<string> {
  const known = [...figures, ...OBJECTIVE_FIGURES, ...REHOUSING_FIGURES];
  const read = text({
    expected: `le code d’un chiffre est attendu : ${known.join(', ')} ou PUBLIC_ suivi du code d’un public en capitales`,
    pattern: '^[A-Z][A-Z0-9_]*$',
    examples: ['Q1_REHOUSED_OUTSIDE_QPV'],
    read: (found) => (known.includes(found) || PUBLIC_FIGURE.test(found) ? found : undefined),
  });
  return {
    schema: {
      anyOf: [
        { type: 'string', enum: known },
        { type: 'string', pattern: PUBLIC_FIGURE.source },
      ],
    },
    read: read.read,
  };
}
