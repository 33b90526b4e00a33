import type { Day, Decimal, Share } from '#kernel';

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
] as const;
export type ObjectiveScopeKind = (typeof OBJECTIVE_SCOPES)[number];

/** The kinds of actors to whose allocations an objective may be limited, within its scope. */
export const OBJECTIVE_ACTORS = ['bailleur', 'reservataire', 'contingent'] as const;
export type ObjectiveActorKind = (typeof OBJECTIVE_ACTORS)[number];

export const OPERATORS = ['min', 'max', 'equal', 'tendTo', 'zero', 'monitor'] as const;
export type Operator = (typeof OPERATORS)[number];

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
  readonly priorityCategories: readonly NamedCode[];
  /** Null for the default scale. */
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Delays;
  readonly retention: Retention;
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
  readonly priorityCategories: readonly NamedCode[];
  readonly fragilityScale: FragilityScale | null;
  readonly delays: Partial<Delays>;
  readonly retention: Partial<Retention>;
}

export const DEFAULT_DELAYS: Delays = { offerAnswerDays: 10, noteRenewalYears: 2, residenceListYears: 3 };
export const DEFAULT_RETENTION: Retention = { monthsAfterApplication: 12 };
