import { longDay } from '../../format/days';
import { count, plural, targetPercent } from '../../format/numbers';

/** What `GET /api/convention` gives, with the keys of convention.json. */
export interface ConventionText {
  readonly territoire: { readonly nom: string; readonly siren?: string | null; readonly communes?: readonly string[] };
  readonly convention: {
    readonly code: string;
    readonly nom: string;
    readonly date_avis: string | null;
    readonly date_adoption: string | null;
    readonly date_debut: string;
    readonly date_fin: string | null;
  };
  readonly objectifs: readonly WrittenObjective[];
  readonly secteurs: readonly { readonly code: string; readonly nom: string; readonly code_insee: string }[];
  readonly publics: readonly { readonly code: string; readonly nom: string }[];
  readonly professions_essentielles: readonly { readonly code: string; readonly nom: string }[];
  readonly categories_prioritaires: readonly PriorityCategory[];
  readonly instances: readonly WrittenInstance[];
  readonly echeances: readonly DueDate[];
  readonly bareme_fragilite?: FragilityScale;
  readonly delais: Readonly<Record<string, number>>;
  readonly conservation: { readonly apres_fin_demande_mois?: number };
}

export interface WrittenObjective {
  readonly code: string;
  readonly nom: string;
  readonly figure: string;
  readonly portee: { readonly type: string; readonly identifiants?: readonly string[] };
  readonly operateur: string;
  readonly valeur?: string | null;
  readonly trajectoire?: readonly { readonly annee: number; readonly valeur: string }[];
  readonly periode: string;
  readonly origine: string;
  readonly source: string;
  readonly date_debut: string;
  readonly date_fin: string | null;
}

export interface PriorityCategory {
  readonly code: string;
  readonly nom: string;
  readonly date_debut: string | null;
  readonly date_fin: string | null;
}

export interface WrittenInstance {
  readonly code: string;
  readonly nom: string;
  readonly portee: string;
  readonly sur_demande: boolean;
  readonly seances_min?: number;
  readonly seances_max?: number;
  readonly periode?: string;
  readonly delais: readonly {
    readonly nom: string;
    readonly duree: number;
    readonly unite: string;
    readonly sens: string;
    readonly evenement: string;
  }[];
  readonly source: string;
}

export interface DueDate {
  readonly code: string;
  readonly nom: string;
  readonly jours?: readonly string[];
  readonly tous_les_mois?: number;
  readonly source: string;
}

export interface FragilityScale {
  readonly indicateurs: readonly {
    readonly indicateur: string;
    readonly poids: number;
    readonly plus_fragile: string;
    readonly seuil_2: string;
    readonly seuil_3: string;
  }[];
  readonly coupures: readonly string[];
  readonly taux_reponse_min: string;
  readonly logements_min: number;
}

const AIMS: Readonly<Record<string, string>> = {
  min: 'au moins',
  max: 'au plus',
  equal: 'exactement',
  tendTo: 'tendre vers',
};

/** « au moins 25 % », « aucune », « suivi, sans cible », or its value year by year. */
export function writtenAim({ operateur, valeur, trajectoire }: WrittenObjective): string {
  if (operateur === 'zero') return 'aucune';
  const values = trajectoire?.map(({ annee, valeur: each }) => `${annee} : ${each}`).join(' ; ') ?? valeur;
  return values ? `${AIMS[operateur] ?? ''} ${values}`.trim() : 'suivi, sans cible';
}

/** « depuis toujours », « du 28 janvier 2025 au 27 janvier 2031 ». */
export function writtenDays(first: string | null, last: string | null): string {
  const isAlways = first === null || first === 'toujours';
  if (isAlways) return last === null ? 'toujours' : `jusqu’au ${longDay(last)}`;
  return last === null ? `depuis le ${longDay(first)}` : `du ${longDay(first)} au ${longDay(last)}`;
}

/** Things in the order of the convention, put together by the place of the text that they come from. */
export function bySource<Written extends { readonly source: string }>(
  all: readonly Written[],
): readonly { readonly source: string; readonly items: readonly Written[] }[] {
  const groups = new Map<string, Written[]>();
  for (const each of all) groups.set(each.source, [...(groups.get(each.source) ?? []), each]);
  return [...groups].map(([source, items]) => ({ source, items }));
}

/** « 2 ou 3 séances par an », « à la demande ». */
export function sittingsText({ sur_demande, seances_min, seances_max, periode }: WrittenInstance): string {
  const least = seances_min ?? seances_max;
  const counted =
    least === undefined
      ? undefined
      : seances_max !== undefined && seances_max !== least
        ? `de ${count(least)} à ${plural(seances_max, 'séance')}`
        : `${plural(least, 'séance')}${seances_max === undefined ? ' au moins' : ''}`;
  const told = counted && `${counted}${periode ? ` par ${periode === 'annee' ? 'an' : periode}` : ''}`;
  return [told, sur_demande && 'à la demande'].filter(Boolean).join(', ') || 'sans nombre fixé';
}

/** « Règlement adopté : 3 mois après la demande du maire ». */
export function delayText({ nom, duree, unite, sens, evenement }: WrittenInstance['delais'][number]): string {
  const length = unite === 'mois' ? `${count(duree)} mois` : plural(duree, 'jour');
  return `${nom} : ${length} ${sens === 'avant' ? 'avant' : 'après'} ${evenement}`;
}

/** « chaque année avant le 28 février », « tous les 24 mois ». */
export function dueText({ jours, tous_les_mois }: DueDate): string {
  if (jours && jours.length > 0) return `chaque année, ${jours.map(dayOfYear).join(' et ')}`;
  if (tous_les_mois === undefined) return 'une fois';
  return tous_les_mois === 12 ? 'chaque année' : `tous les ${count(tous_les_mois)} mois`;
}

/** « 28 février », of `02-28`. */
const dayOfYear = (day: string): string => longDay(`2000-${day}`).replace(/ 2000$/, '');

const DELAYS: readonly (readonly [string, string, string])[] = [
  ['reponse_offre_jours', 'Réponse d’un ménage à une offre', 'jours'],
  ['designation_jours', 'Désignation par un réservataire', 'jours'],
  ['renouvellement_notes_annees', 'Renouvellement des notes de fragilité', 'ans'],
  ['liste_residences_annees', 'Renouvellement de la liste des résidences à enjeu', 'ans'],
];

/** Each delay that the convention sets, in words. */
export function delaysOf(delais: Readonly<Record<string, number>>): readonly (readonly [string, string])[] {
  return DELAYS.flatMap(([key, words, unit]) =>
    delais[key] === undefined ? [] : [[words, `${count(delais[key])} ${unit}`] as const],
  );
}

const INDICATORS: Readonly<Record<string, string>> = {
  moins_40_plus: 'Ménages sous 40 % du plafond PLUS',
  taux_activite: 'Taux d’activité',
  familles_monoparentales: 'Familles monoparentales',
  familles_nombreuses: 'Familles nombreuses',
  mineurs: 'Mineurs',
};

export const indicatorName = (code: string): string => INDICATORS[code] ?? code;

/** « 50 % », of what convention.json writes « 50 ». */
export const writtenPercent = (text: string): string => targetPercent(Number(text.replace(',', '.')) / 100);
