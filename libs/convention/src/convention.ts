import type { Day, Decimal, Share } from '#kernel';
import type { CommissionRules, Motive, NamedCode } from './process-facts';

/** The kinds of entities that an objective may be about, named as in the files and in the reports. */
export const OBJECTIVE_SCOPES = [
  'epci',
  'commune',
  'secteur',
  'bailleur',
  'reservataire',
  'contingent',
  'qpv',
  'residence',
  'hors_qpv',
  'operation',
] as const;
export type ObjectiveScopeKind = (typeof OBJECTIVE_SCOPES)[number];

/** The kinds of actors to whose allocations an objective may be limited, within its scope. */
export const OBJECTIVE_ACTORS = ['bailleur', 'reservataire', 'contingent'] as const;
export type ObjectiveActorKind = (typeof OBJECTIVE_ACTORS)[number];

export const OPERATORS = ['min', 'max', 'equal', 'tendTo', 'zero', 'monitor'] as const;
export type Operator = (typeof OPERATORS)[number];

/** The kinds that stand for one entity: the territory, and its leases outside QPV. Such a scope names no code. */
export const SINGLE_SCOPES: readonly ObjectiveScopeKind[] = ['epci', 'hors_qpv'];

/** Figures that objectives may be about, in addition to those of the compliance report: sums of them, or beside them. */
export const OBJECTIVE_FIGURES = ['Q1_REHOUSED', 'Q12_FRAGILITY_LOW_MEDIUM', 'Q34_FRAGILITY_LOW_MEDIUM'] as const;

/** The figures of the rehousing report, and `REHOUSED`: the households rehoused among those to rehouse. */
export const REHOUSING_FIGURES = [
  'REHOUSED',
  'REHOUSED_OUTSIDE_QPV',
  'REHOUSED_NEW_OR_UNDER_5_YEARS',
  'REHOUSED_NEW',
  'COST_CONSTANT_UNDER_40',
  'COST_CONSTANT_UNDER_40_PER_M2',
  'COST_RISE_WITH_IMPROVEMENT_40_100',
] as const;
export type RehousingObjectiveFigure = (typeof REHOUSING_FIGURES)[number];

export function isRehousingFigure(code: string): code is RehousingObjectiveFigure {
  return (REHOUSING_FIGURES as readonly string[]).includes(code);
}

/** What an objective compares: the share that a figure is, or the count of its numerator. */
export type Measure = 'share' | 'count';

/** The value of a year, and of the years after it until the next one. */
export interface YearValue {
  readonly year: number;
  readonly value: Share;
}

/** Entities of one kind: their codes, in order, or null for all of them. */
export interface Entities<Kind extends ObjectiveScopeKind = ObjectiveScopeKind> {
  readonly kind: Kind;
  readonly ids: readonly string[] | null;
}

/** An aim that a law or a convention sets, from its first day to its last. */
export interface Objective {
  readonly code: string;
  readonly name: string;
  /** The figure that it judges, by its code. */
  readonly figure: string;
  readonly scope: Entities;
  readonly actor: Entities<ObjectiveActorKind> | null;
  readonly operator: Operator;
  readonly measure: Measure;
  /**
   * Exact and reduced, from 0 to 1; a count has the denominator 1. Null with `zero` and with `monitor`. With a
   * trajectory, null as recorded, and the value of the year in a convention in force on a day.
   */
  readonly value: Share | null;
  /** The values by year, in their order; null where one value holds throughout. */
  readonly trajectory: readonly YearValue[] | null;
  readonly period: 'year' | 'semester';
  readonly origin: 'law' | 'local';
  /** The page or the article. */
  readonly source: string;
  /** Null: the objective has always been in force. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export interface Territory {
  /** The SIREN of the EPCI. */
  readonly siren: string | null;
  readonly name: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** INSEE codes in their order, where the file gives them. */
  readonly communes: readonly string[] | null;
}

/** The document itself. */
export interface Agreement {
  readonly code: string;
  readonly name: string;
  /** The day on which the conference gave its opinion; null where it is not known. */
  readonly opinionOn: Day | null;
  /** Null where it is not known. */
  readonly adoptedOn: Day | null;
  readonly firstDay: Day;
  /** Null where it is not known: the convention then has no end. */
  readonly lastDay: Day | null;
}

/** A part of a commune. `code_secteur` of a residence names it. */
export interface Sector {
  readonly code: string;
  readonly name: string;
  /** INSEE code. */
  readonly commune: string;
}

/** A public that the territory follows in addition to those of the law. */
export interface Public {
  readonly code: string;
  readonly name: string;
  /** The column of attributions.csv that says yes or no. */
  readonly column: string;
  /** A sensitive public counts in figures, but no list shows which leases belong to it. */
  readonly sensitive: boolean;
}

/** A priority category, with the days on which leases may name it. */
export interface PriorityCategory extends NamedCode {
  /** Null: it has always been one. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** What an instance is held for: one for the territory, or one for each of these entities. */
export const INSTANCE_SCOPES = ['epci', 'commune', 'qpv', 'residence', 'operation'] as const;

/** A time that an instance has, in months or in days, before or after an event that the text names. */
export interface InstanceDelay {
  readonly name: string;
  readonly length: number;
  readonly unit: 'day' | 'month';
  readonly when: 'before' | 'after';
  readonly event: string;
}

/** An instance of the convention, and how often it meets. */
export interface Instance extends NamedCode {
  readonly scope: (typeof INSTANCE_SCOPES)[number];
  /** True where it meets only when somebody asks for it. */
  readonly onRequest: boolean;
  /** The least and the most meetings of a period; null where the text sets none. */
  readonly least: number | null;
  readonly most: number | null;
  readonly period: 'month' | 'semester' | 'year' | null;
  readonly delays: readonly InstanceDelay[];
  readonly source: string;
}

/** Something that is due again and again, or once in the life of the convention. */
export interface DueDate extends NamedCode {
  /** Days of each year, `MM-DD`; empty where the text names none. */
  readonly days: readonly string[];
  /** Every so many months; null where the text does not say. */
  readonly everyMonths: number | null;
  readonly source: string;
}

export const FRAGILITY_INDICATORS = [
  'veryLowIncome',
  'adultsInWork',
  'singleParents',
  'largeFamilies',
  'minors',
] as const;
export type FragilityIndicator = (typeof FRAGILITY_INDICATORS)[number];

/**
 * How a share of a survey is marked 1, 2 or 3: from `second` and from `third` on where a high share is worse, below
 * them where a low share is worse.
 */
export interface FragilityIndicatorScale {
  readonly indicator: FragilityIndicator;
  readonly weight: number;
  readonly worseWhen: 'high' | 'low';
  readonly second: Decimal;
  readonly third: Decimal;
}

export interface FragilityScale {
  readonly indicators: readonly FragilityIndicatorScale[];
  /** Hundredths of the weighted mean from which notes 2, 3, 4 and 5 begin. */
  readonly cuts: readonly [number, number, number, number];
  /** A percentage. */
  readonly leastResponseRate: Decimal;
  readonly leastDwellings: number;
}

export interface Delays {
  readonly offerAnswerDays: number;
  readonly noteRenewalYears: number;
  readonly residenceListYears: number;
  /** Days that an orientation leaves to its holder. Absent where the convention does not say, and from events older than the field. */
  readonly holderDays?: number;
}

export interface Retention {
  readonly monthsAfterApplication: number;
}

/** A convention as adopted. Lists are in the order of the file. */
export interface ConventionFacts {
  readonly territory: Territory;
  readonly agreement: Agreement;
  readonly sectors: readonly Sector[];
  readonly publics: readonly Public[];
  readonly objectives: readonly Objective[];
  readonly essentialOccupations: readonly NamedCode[];
  /** Empty where the convention lists none: any category is then accepted. */
  readonly priorityCategories: readonly PriorityCategory[];
  readonly instances: readonly Instance[];
  readonly dueDates: readonly DueDate[];
  /** Null for the default scale. */
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Delays;
  readonly retention: Retention;
  /** Motives of the live process beside the default ones, or in their place. Absent where there are none. */
  readonly motives?: readonly Motive[];
  /** By landlord. Absent where none sets anything. */
  readonly commissions?: readonly CommissionRules[];
}

/**
 * The changes that an amendment makes from a day on. In a list, an item with a known code replaces the earlier item;
 * any other item is added. Null changes nothing.
 */
export interface AmendmentFacts {
  readonly code: string;
  readonly name: string;
  readonly adoptedOn: Day;
  readonly effectiveOn: Day;
  /** Only the members that change. */
  readonly territory: Partial<Territory>;
  /** The new last day, where the amendment prolongs or ends the convention. */
  readonly lastDay: Day | null;
  readonly objectives: readonly Objective[];
  /** Codes of the objectives that end with the amendment. */
  readonly withdrawnObjectives: readonly string[];
  readonly sectors: readonly Sector[];
  readonly publics: readonly Public[];
  readonly essentialOccupations: readonly NamedCode[];
  readonly priorityCategories: readonly PriorityCategory[];
  readonly instances: readonly Instance[];
  readonly dueDates: readonly DueDate[];
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Partial<Delays>;
  readonly retention: Partial<Retention>;
  readonly motives?: readonly Motive[];
  readonly commissions?: readonly CommissionRules[];
}

export const DEFAULT_DELAYS: Delays = { offerAnswerDays: 10, noteRenewalYears: 2, residenceListYears: 3 };
export const DEFAULT_RETENTION: Retention = { monthsAfterApplication: 12 };
