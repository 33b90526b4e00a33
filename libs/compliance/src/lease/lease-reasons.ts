import {
  whyHomeWork,
  whyPriority,
  whyQuartile,
  type Derivation,
  type SealedAllocationFacts,
  type Why,
} from '#allocation';
import type { ConventionFacts, ThresholdFacts } from '#convention';
import { frenchDay as longDay } from '#documents';
import { groundOf, noteReasonText, notesOn, scaleOn, type SurveyScales } from '#fragility';
import { yearOf, type Day, type Json } from '#kernel';
import type { PriorityDistrictFacts } from '#territory';
import { quartileName, whyText } from '../exports/why-words';
import type { AllocationDocument } from '../projections/model';
import type { ResidenceState } from '../projections/entities';

/** The bounds of incomes of a year, and the day on which they were recorded as they are. */
export interface RecordedBounds extends ThresholdFacts {
  readonly recordedOn: Day;
}

/** « Pourquoi ? » of one derived fact of a lease. */
export interface LeaseReason {
  readonly fact: Why['fact'] | 'note' | 'qpv';
  readonly value: Json;
  /** A code. `sealed`: it follows from facts that the reader may not open; `erased`: from facts of an erased household. */
  readonly because: string;
  readonly text: string;
  readonly rule: string;
  /** The article of law, or the page of the convention. */
  readonly source: string;
  readonly threshold: Threshold | null;
}

/** The bounds of a year, in cents by consumption unit. */
export interface Threshold {
  readonly year: number;
  readonly first: number;
  readonly second: number | null;
  readonly third: number | null;
  readonly recordedOn: Day;
}

export interface Explained {
  readonly lease: AllocationDocument;
  /** Null where the reader may not open it; undefined where the household was erased. */
  readonly household: SealedAllocationFacts | null | undefined;
  readonly derivation: Derivation;
  readonly bounds: RecordedBounds | null;
  /** In force on the day of the lease; null where none was recorded. */
  readonly convention: ConventionFacts | null;
  readonly residence: ResidenceState;
  readonly scales: SurveyScales;
  /** Those of the residence, in force on the day. */
  readonly districts: readonly PriorityDistrictFacts[];
}

export function leaseReasons(explained: Explained): readonly LeaseReason[] {
  return [quartile(explained), priority(explained), homeWork(explained), note(explained), qpv(explained)];
}

function quartile({ lease, household, derivation, bounds }: Explained): LeaseReason {
  const facts = { quartile: quartileOf(lease) };
  const name = facts.quartile === null ? 'Quartile inconnu' : `Quartile ${quartileName(facts.quartile)}`;
  const year = yearOf(lease.day);
  const why = household && whyQuartile({ facts, household }, { year, bounds: (each) => derivation.bounds(each) });
  return {
    ...told('quartile', facts.quartile, why, { household, name }),
    rule: 'Les ressources annuelles, divisées par les unités de consommation (1, puis 0,5 par autre personne de 14 ans ou plus et 0,3 par enfant plus jeune), sont comparées aux bornes de l’année du bail ; sans ressources, le quartile donné.',
    source: 'CCH, article L441-1, et l’arrêté annuel des bornes',
    threshold: bounds && thresholdOf(bounds),
  };
}

function thresholdOf({ year, q1, q2, q3, recordedOn }: RecordedBounds): Threshold {
  return { year, first: q1, second: q2, third: q3, recordedOn };
}

/** The document holds the text of the quartile. */
function quartileOf({ quartile: text }: AllocationDocument) {
  return text === null || text.includes('-') ? (text as '2-4' | '3-4' | null) : (Number(text) as 1 | 2 | 3 | 4);
}

function priority({ lease, household }: Explained): LeaseReason {
  const facts = { priority: lease.priority === 1 };
  const name = facts.priority ? 'Prioritaire' : 'Pas prioritaire';
  return {
    ...told('priority', facts.priority, household && whyPriority({ facts, household }), { household, name }),
    rule: 'Est prioritaire un ménage reconnu DALO, ou d’une catégorie prioritaire de la loi ou de la convention.',
    source: 'CCH, articles L441-1 et L441-2-3',
    threshold: null,
  };
}

function homeWork({ lease, household, derivation, convention }: Explained): LeaseReason {
  const facts = { homeWork: lease.homeWork === 1 };
  const name = facts.homeWork ? 'Lien domicile-travail' : 'Pas de lien domicile-travail';
  const why = household && whyHomeWork({ facts, household }, derivation);
  return {
    ...told('homeWork', facts.homeWork, why, { household, name }),
    rule: 'Le travail est sur le territoire, dans une autre commune que le domicile ; ou le ménage est en mobilité professionnelle.',
    source: sourceIn(convention, 'HOME_WORK') ?? 'Convention intercommunale d’attribution (CCH, article L441-1-6)',
    threshold: null,
  };
}

function note({ lease, convention, residence, scales }: Explained): LeaseReason {
  const inForce = notesOn(lease.day, residence.notes, residence.surveys, scales);
  const ground = groundOf(inForce, scaleOn(lease.day, scales));
  const since = inForce.row ? ` Depuis le ${frenchDay(inForce.row.from)}.` : '';
  return {
    fact: 'note',
    value: lease.note,
    because: ground.kind,
    text: `${lease.note === null ? 'Sans note' : `Note ${lease.note}`} le jour du bail. ${noteReasonText(ground)}${since}`,
    rule: 'La note en vigueur le jour du bail : celle de la commune et du bailleur, leur accord s’ils diffèrent, sinon la note statistique de l’enquête.',
    source: sourceIn(convention, 'FRAGILITY') ?? 'Référentiel de fragilité du territoire',
    threshold: null,
  };
}

function qpv({ lease, districts }: Explained): LeaseReason {
  const names = districts.map(({ name, code, firstDay, lastDay }) => {
    const until = lastDay === null ? '' : ` jusqu’au ${frenchDay(lastDay)}`;
    return `${name} (${code}), depuis le ${frenchDay(firstDay)}${until}`;
  });
  return {
    fact: 'qpv',
    value: lease.inQpv === 1,
    because: names.length > 0 ? 'in-district' : 'outside',
    text: names.length > 0 ? `En QPV le jour du bail : ${names.join(' ; ')}.` : 'Hors QPV le jour du bail.',
    rule: 'Le périmètre du quartier prioritaire en vigueur le jour du bail contient la résidence.',
    source: 'Loi du 21 février 2014 (n° 2014-173), article 5, et le décret des périmètres',
    threshold: null,
  };
}

function told(
  fact: Why['fact'],
  value: Why['value'],
  why: Why | null | undefined,
  { household, name }: Pick<Explained, 'household'> & { readonly name: string },
): Pick<LeaseReason, 'fact' | 'value' | 'because' | 'text'> {
  if (why) return { fact, value, because: why.because, text: whyText(why) };
  return household === null
    ? { fact, value, because: 'sealed', text: `${name} : le détail est protégé, et ouvert à qui peut lire les noms.` }
    : { fact, value, because: 'erased', text: `${name} : le ménage a été effacé, le dernier fait déduit reste.` };
}

/** The source of the first objective about such a figure: the page of the convention. */
function sourceIn(convention: ConventionFacts | null, figure: string): string | undefined {
  return convention?.objectives.find((each) => each.origin !== 'law' && each.figure.includes(figure))?.source;
}

/** With ordinary spaces: these texts are read in tables and by programs. */
function frenchDay(day: Day): string {
  return longDay(day).replace(/\s/gu, ' ');
}
