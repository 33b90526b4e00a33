import type { Day, Decimal, Share } from '#kernel';

/** What an objective may be about, in the words of the files and of the reports. */
export const OBJECTIVE_SCOPES = [
  'epci',
  'commune',
  'secteur',
  'bailleur',
  'reservataire',
  'contingent',
  'qpv',
  'residence',
] as const;
export type ObjectiveScopeKind = (typeof OBJECTIVE_SCOPES)[number];

/** Whose allocations alone, within the scope. */
export const OBJECTIVE_ACTORS = ['bailleur', 'reservataire', 'contingent'] as const;
export type ObjectiveActorKind = (typeof OBJECTIVE_ACTORS)[number];

export const OPERATORS = ['min', 'max', 'equal', 'tendTo', 'zero', 'monitor'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Entities of a kind, by their codes in their order; null: each of them. */
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
  /** Exact and reduced, from 0 to 1; null with `zero`, and with `monitor`. */
  readonly value: Share | null;
  readonly period: 'year' | 'semester';
  readonly origin: 'law' | 'local';
  /** The page or the article. */
  readonly source: string;
  readonly firstDay: Day;
  readonly lastDay: Day | null;
}

export interface Territory {
  /** Of the EPCI. */
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
  /** Null where it is not known. */
  readonly adoptedOn: Day | null;
  readonly firstDay: Day;
  /** Null where it is not known: nothing then ends it. */
  readonly lastDay: Day | null;
}

/** A part of a commune, of which residences are told by `code_secteur`. */
export interface Sector {
  readonly code: string;
  readonly name: string;
  /** INSEE code. */
  readonly commune: string;
}

/** A public that the territory follows beside those of the law. */
export interface Public {
  readonly code: string;
  readonly name: string;
  /** The column of attributions.csv that says yes or no. */
  readonly column: string;
  /** Counts in figures, and is shown of no lease. */
  readonly sensitive: boolean;
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

export const FRAGILITY_INDICATORS = [
  'veryLowIncome',
  'adultsInWork',
  'singleParents',
  'largeFamilies',
  'minors',
] as const;
export type FragilityIndicator = (typeof FRAGILITY_INDICATORS)[number];

/** How a share of a survey is marked 1, 2 or 3: from `second` and `third` on where high is worse, below them where low is. */
export interface FragilityIndicatorScale {
  readonly indicator: FragilityIndicator;
  readonly weight: number;
  readonly worseWhen: 'high' | 'low';
  readonly second: Decimal;
  readonly third: Decimal;
}

export interface FragilityScale {
  readonly indicators: readonly FragilityIndicatorScale[];
  /** Tenths of the weighted mean from which notes 2, 3, 4 and 5 begin. */
  readonly cuts: readonly [number, number, number, number];
  /** A percentage. */
  readonly leastResponseRate: Decimal;
  readonly leastDwellings: number;
}

export interface Delays {
  readonly offerAnswerDays: number;
  readonly noteRenewalYears: number;
  readonly residenceListYears: number;
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
  /** Empty where the convention lists none: any category is then taken. */
  readonly priorityCategories: readonly NamedCode[];
  /** Null: the default one. */
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Delays;
  readonly retention: Retention;
}

/** What changes from a day on. In a list, a code that is known is replaced and another is added; null leaves as it was. */
export interface AmendmentFacts {
  readonly code: string;
  readonly name: string;
  readonly adoptedOn: Day;
  readonly effectiveOn: Day;
  /** Members that change. */
  readonly territory: Partial<Territory>;
  /** A convention that is prolonged, or ended. */
  readonly lastDay: Day | null;
  readonly objectives: readonly Objective[];
  /** Codes of those that hold no more. */
  readonly withdrawnObjectives: readonly string[];
  readonly sectors: readonly Sector[];
  readonly publics: readonly Public[];
  readonly essentialOccupations: readonly NamedCode[];
  readonly priorityCategories: readonly NamedCode[];
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Partial<Delays>;
  readonly retention: Partial<Retention>;
}

export const DEFAULT_DELAYS: Delays = { offerAnswerDays: 10, noteRenewalYears: 2, residenceListYears: 3 };
export const DEFAULT_RETENTION: Retention = { monthsAfterApplication: 12 };
