import type { Why } from '#allocation';
import type { JsonObject } from '#kernel';

/* « Pourquoi ? » of the facts that are derived from a household, in French. */

const SENTENCES: Readonly<Record<string, string>> = {
  'priority dalo': 'Prioritaire : reconnu DALO.',
  'priority category': 'Prioritaire : une catégorie prioritaire est donnée.',
  'priority neither': 'Pas prioritaire : ni DALO, ni catégorie prioritaire.',
  'homeWork mobility': 'Lien domicile-travail : en mobilité professionnelle.',
  'homeWork commune-unknown': 'Pas de lien domicile-travail : la commune du domicile ou du travail est inconnue.',
  'homeWork work-elsewhere': 'Pas de lien domicile-travail : le travail est hors du territoire.',
  'homeWork same-commune': 'Pas de lien domicile-travail : le domicile et le travail sont dans la même commune.',
  'homeWork work-here':
    'Lien domicile-travail : le travail est sur le territoire, dans une autre commune que le domicile.',
};

const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** « Pourquoi ? » in one sentence. */
export function whyText({ fact, because, value, with: read }: Why): string {
  return fact === 'quartile' ? quartileText(because, value, read) : SENTENCES[`${fact} ${because}`]!;
}

function quartileText(because: string, value: Why['value'], read: JsonObject): string {
  if (because === 'nothing-given') return 'Quartile inconnu : ni ressources, ni quartile.';
  if (because === 'given') return `Quartile ${String(value)}, tel que donné : les ressources sont inconnues.`;
  if (because === 'no-bounds')
    return `Quartile inconnu : les bornes de ${String(read['year'])} ne sont pas enregistrées.`;
  const bounds = [read['q1'], read['q2'], read['q3']]
    .filter((bound) => typeof bound === 'number')
    .map((bound) => `${plainDecimal(bound / 100)} €`);
  const units = plainDecimal(Number(read['units']) / 10);
  return `Quartile ${quartileName(value)} : ressources annuelles par unité de consommation (${units}), comparées aux bornes de ${String(read['year'])} (${bounds.join(', ')}).`;
}

/** `2`, or « entre 2 et 4 » */
export function quartileName(value: Why['value']): string {
  return value === '2-4' || value === '3-4' ? `entre ${value.replace('-', ' et ')}` : String(value);
}

/** With ordinary spaces: these texts are read in tables and by programs. */
export function plainDecimal(value: number): string {
  return DECIMAL.format(value).replace(/\s/gu, ' ');
}
