import type { JsonObject } from '#kernel';
import { FRAGILITY_INDICATORS } from '../convention';
import { choice, list, object, optional, required, wholeNumber, type ValueOf } from '#shapes';
import { INDICATOR_WORDS, WORSE_WORDS } from '../words';
import { cut, percentage } from './texts';

export type ScaleDraft = ValueOf<typeof FRAGILITY_SCALE>;

const SCALE_RULES: JsonObject = { anyOf: [{ maxProperties: 0 }, { required: ['indicateurs'] }] };

/** The scale of surveys. An empty scale means the same as no scale. */
export const FRAGILITY_SCALE = object(
  {
    indicateurs: optional(
      list(
        object({
          indicateur: required(choice(INDICATOR_WORDS), 'Indicateur', 'Une colonne d’ops.csv.'),
          poids: required(wholeNumber(1, 100), 'Poids', 'Dans la moyenne.'),
          plus_fragile: required(
            choice(WORSE_WORDS),
            'Plus fragile',
            'haut : une part élevée est signe de fragilité ; bas : une part faible.',
          ),
          seuil_2: required(percentage, 'Seuil de la cotation 2', 'haut : 2 à partir de lui ; bas : 1 au-dessus.'),
          seuil_3: required(percentage, 'Seuil de la cotation 3', 'haut : 3 à partir de lui ; bas : 3 au-dessous.'),
        }),
        { least: 1, most: FRAGILITY_INDICATORS.length },
      ),
      'Indicateurs',
      'Chacun coté de 1 (sain) à 3 (fragile).',
    ),
    coupures: optional(
      list(cut, { least: 4, most: 4 }),
      'Coupures',
      'Moyennes à partir desquelles commencent les notes 2, 3, 4 et 5. Deux décimales au plus. Par défaut 1,25, 1,75, 2,25 et 2,75.',
    ),
    taux_reponse_min: optional(
      percentage,
      'Taux de réponse',
      'En dessous, l’enquête ne donne pas de note. Par défaut 50.',
    ),
    logements_min: optional(
      wholeNumber(1, 10_000),
      'Logements enquêtés',
      'En dessous, l’enquête ne donne pas de note. Par défaut 11.',
    ),
  },
  SCALE_RULES,
);
