import type { Criterion, Finding } from '#criteria';
import type { Json } from '#kernel';

/* The sentences of a criterion, in French: what it is, and « Pourquoi ? ». */

export const CRITERION_NAMES: Readonly<Record<Criterion, string>> = {
  handicap: 'handicap et logement inadapté',
  logement_indigne: 'logement indigne',
  violences: 'violences',
  prostitution_traite: 'sortie de la prostitution ou de la traite',
  sur_occupation: 'sur-occupation',
  sous_occupation: 'sous-occupation',
  sans_logement: 'sans logement',
  heberge: 'hébergé',
  sortie_ase: 'sortie de l’aide sociale à l’enfance',
  menace_expulsion: 'menace d’expulsion',
  taux_effort: 'taux d’effort',
  fragilite_economique: 'fragilité économique',
};

/** The columns of the facts that may be missing. */
const COLUMNS: Readonly<Record<string, string>> = {
  personsOf14OrMore: 'personnes_14_ans_et_plus',
  childrenUnder14: 'enfants_moins_14_ans',
  personsOver3: 'personnes_plus_3_ans',
  rooms: 'nombre_pieces',
  surface: 'surface',
  hosting: 'hebergement',
  hasRentDebt: 'dette',
  debtHasPlan: 'plan_apurement',
  rent: 'loyer',
  charges: 'charges',
  housingBenefit: 'aide_logement',
  monthlyIncome: 'ressources_mensuelles',
  taxIncome: 'revenu_fiscal',
  appliedOn: 'date_demande',
  zone: 'zone',
};

const DECIMAL = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const plain = (text: string) => text.replace(/\s/gu, ' ');
const number = (value: Json | undefined, scale = 1) => plain(DECIMAL.format(Number(value) / scale));
const euros = (cents: Json | undefined) => `${number(cents, 100)} €`;
const persons = (count: Json | undefined) => `${number(count)} personne${Number(count) > 1 ? 's' : ''}`;
const rooms = (count: Json | undefined) => `${number(count)} pièce${Number(count) > 1 ? 's' : ''}`;

type Numbers = Finding['with'];

/** One sentence for each ground of a finding. */
const GROUNDS: Readonly<Record<string, (read: Numbers) => string>> = {
  'proof-seen': () => 'les justificatifs demandés ont été vus',
  'proof-missing': (read) => `il manque un justificatif : ${expected(read)}`,
  'proof-not-admitted': (read) => `les justificatifs vus ne suffisent pas ; il faut ${expected(read)}`,
  'facts-unknown': ({ missing }) =>
    `il manque ${(missing as readonly string[]).map((one) => COLUMNS[one] ?? one).join(', ')}`,
  'too-many-persons': (read) =>
    `${persons(read['personsOver3'])} de plus de 3 ans dans ${rooms(read['rooms'])} : sur-occupé à partir de ${number(read['tooMany'])}`,
  'too-small': (read) =>
    `${number(read['surface'], 100)} m² pour ${persons(read['persons'])} : moins de ${number(read['leastSurface'])} m²`,
  'large-enough': () => 'ni le nombre de personnes de plus de 3 ans, ni la surface ne font une sur-occupation',
  'room-too-many': (read) => `${rooms(read['rooms'])} pour ${persons(read['persons'])} : plus d’une pièce de trop`,
  'no-room-too-many': (read) => `${rooms(read['rooms'])} pour ${persons(read['persons'])} : pas de pièce de trop`,
  effort: (read) => `le logement coûte ${euros(read['cost'])} par mois, ${effort(read)}`,
  'too-little-left': (read) =>
    `il reste ${euros(read['leftByDayAndUnit'])} par jour et par unité de consommation, moins de 10 €`,
  bearable: (read) =>
    `${effort(read)}, et il reste ${euros(read['leftByDayAndUnit'])} par jour et par unité de consommation`,
  'under-35-percent-of-plus': (read) => `le revenu fiscal est sous 35 % du plafond PLUS (${euros(read['plus'])})`,
  'under-plai-and-waiting': (read) =>
    `le revenu fiscal est sous le plafond PLAI (${euros(read['plai'])}), et la demande a plus de 3 ans`,
  'not-waiting-enough': () =>
    'la demande n’a pas plus de 3 ans, et le revenu fiscal n’est pas sous 35 % du plafond PLUS',
  'income-too-high': () => 'le revenu fiscal dépasse le plafond PLAI',
  'no-ceiling': (read) => `les plafonds de ${String(read['year'])} de cette zone ne sont pas enregistrés`,
  'category-open': () => 'la catégorie du ménage n’est pas sûre, et le plafond en dépend',
  hosted: () => 'hébergé comme l’accord le demande',
  'hosted-otherwise': () => 'cet hébergement n’est pas de ceux de l’accord',
  summoned: () => 'l’assignation au moins est engagée, sans dette',
  'debt-under-plan': () => 'l’assignation au moins est engagée, et la dette a un plan',
  'debt-without-plan': () => 'la dette n’a pas de plan d’apurement',
};

/** « Sur-occupation : 3 personnes de plus de 3 ans dans 1 pièce : sur-occupé à partir de 3. » */
export function findingText(criterion: Criterion, { because, with: read }: Pick<Finding, 'because' | 'with'>): string {
  const name = CRITERION_NAMES[criterion];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} : ${GROUNDS[because]!(read)}.`;
}

function expected({ expected: parts }: Numbers): string {
  const said = (parts as readonly (readonly string[])[]).map((kinds) => kinds.join(' ou '));
  return said.length === 0 ? 'aucun justificatif n’est admis pour ce critère' : said.join(', et ');
}

function effort({ effortPercent }: Numbers): string {
  return effortPercent === null ? 'sans ressources' : `${number(effortPercent)} % des ressources`;
}
