import type { Why } from '#allocation';
import { plainDecimal, targetWords, whyText } from '#compliance';
import type { Criterion } from '#criteria';
import type { Json, JsonObject } from '#kernel';
import { CRITERION_NAMES } from '../criteria/criterion-words';
import type { Reason } from '../vigilance/reasons';
import type { VigilanceCode } from '../vigilance/notices';
import type { SeenEffect } from '../vigilance/vigilance-reader';

/* The sentences of a vigilance, in French. */

export const NOTICES: Readonly<Record<VigilanceCode, string>> = {
  'precarious-dalo-in-qpv':
    'Vigilance : ménage DALO en situation précaire désigné par l’État dans un quartier prioritaire (circulaire du 18 décembre 2023).',
  'first-quartile-in-fragile-qpv':
    'Vigilance : premier quartile dans une résidence fragile (note 4 ou 5) d’un quartier prioritaire.',
  'priority-first-quartile':
    'Vigilance : ménage prioritaire du premier quartile, en quartier prioritaire ou dans une résidence notée 4 ou 5.',
  'above-ceiling': 'Vigilance : le revenu fiscal du ménage dépasse le plafond de ressources de ce logement.',
  'in-work-where-fragile': 'Atout : le ménage travaille, ou travaille près d’ici, et la résidence est fragile.',
  'priority-where-not-fragile': 'Atout : ménage prioritaire dans une résidence qui n’est pas fragile, hors QPV.',
  'first-quartile-where-not-fragile': 'Atout : premier quartile dans une résidence qui n’est pas fragile, hors QPV.',
  'quartile-unknown': 'Quartile inconnu : l’attribution comptera au dénominateur seulement.',
};

const BEARINGS: Readonly<Record<SeenEffect['bearing'], string>> = {
  closer: 'rapproche de l’objectif',
  farther: 'éloigne de l’objectif',
  none: 'sans effet',
};

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 2 });

/** « rapproche de l’objectif : 24 % (6/25) → 26,92 % (7/26), au moins 25 % attendus ; il en manque 1 → 0 » */
export function effectText({ bearing, before, after, measure, target }: SeenEffect): string {
  const words = BEARINGS[bearing];
  if (!before || !after) return words;
  const aim = targetWords(target);
  const shown = (stand: typeof before) => (measure === 'count' ? String(stand.numerator) : shareText(stand));
  const counts = bearing === 'none' ? shown(before) : `${shown(before)} → ${shown(after)}`;
  const expected = aim === null ? '' : `, cible : ${measure === 'count' ? countWords(target) : aim}`;
  const isLacking = before.missing !== null && after.missing !== null && before.missing + after.missing > 0;
  const lacking = isLacking ? ` ; manque : ${before.missing} → ${after.missing}` : '';
  return `${words} : ${counts}${expected}${lacking}`;
}

function shareText({ rate, numerator, denominator }: NonNullable<SeenEffect['before']>): string {
  return rate === null ? 'aucun bail' : `${plain(PERCENT.format(rate))} (${numerator}/${denominator})`;
}

function countWords(target: Json): string {
  const words: Readonly<Record<string, string>> = { min: 'au moins', max: 'au plus', equal: 'égal à' };
  return Object.entries(target as JsonObject)
    .map(([bound, value]) => `${words[bound] ?? bound} ${String(value)}`)
    .join(' et ');
}

/** Ordinary spaces: these texts are read in tables and by programs. */
function plain(text: string): string {
  return text.replace(/\s/gu, ' ');
}

/** « Pourquoi ? » in one sentence. */
export function reasonText({ fact, because, value, with: read }: Reason): string {
  if (fact === 'fragility')
    return value === null ? 'La résidence n’a pas de note aujourd’hui.' : fragilityText(value, read);
  if (fact === 'suits') return suitsText(because, read);
  const sentence = whyText({ fact, because, value: value as Why['value'], with: read });
  return fact === 'priority' ? `${sentence}${criteriaText(read)}` : sentence;
}

function criteriaText({ criteria, protected: hidden }: JsonObject): string {
  if (criteria === undefined) return '';
  const told = (criteria as readonly Criterion[]).map((one) => CRITERION_NAMES[one]);
  const kept = Number(hidden) > 0 ? [`${String(hidden)} protégé${Number(hidden) > 1 ? 's' : ''}`] : [];
  return ` Critères établis : ${[...told, ...kept].join(', ')}.`;
}

function fragilityText(value: Reason['value'], { listed }: JsonObject): string {
  const list = listed === true ? ' Elle est sur la liste du bailleur (L441-2-2).' : '';
  return `La résidence est notée ${String(value)} aujourd’hui.${list}`;
}

function suitsText(because: string, { persons, rooms, surface, leastSurface, ceiling }: JsonObject): string {
  const asked = leastSurface === 0 ? '' : ` : au moins ${String(leastSurface)} m² demandés (R822-25)`;
  const size = typeof surface === 'number' ? `${plainDecimal(surface / 100)} m²` : 'surface inconnue';
  const whom = `${String(persons)} personne${Number(persons) > 1 ? 's' : ''}, ${rooms === null ? 'typologie inconnue' : `T${String(rooms)}`}, ${size}`;
  const words: Readonly<Record<string, string>> = {
    'type-unknown': 'Adaptation inconnue : la typologie du logement manque',
    'too-large': 'Trop grand : plus de pièces que de personnes et une (L621-2)',
    'over-occupied': 'Trop petit : suroccupé à l’entrée',
    'too-small': `Trop petit${asked}`,
    'above-ceiling': `Au-dessus du plafond de ressources (${plainDecimal(Number(ceiling) / 100)} €)`,
    'surface-unknown': 'Adapté, sous réserve de la surface',
    'large-enough': `Adapté${asked}`,
  };
  return `${words[because]} (${whom}).`;
}
