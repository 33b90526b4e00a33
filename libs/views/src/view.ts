import type { Instant, Uuid } from '#kernel';

/** The lists that views are of. */
export const VIEWED_LISTS = ['attributions'] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];

/** Periods that a view keeps by their word: it shows other days as time goes on. The page knows the days of each. */
export const PERIOD_WORDS = [
  'semaine',
  'trimestre_en_cours',
  'semestre_en_cours',
  'semestre_dernier',
  'annee_en_cours',
  'annee_derniere',
] as const;
export type PeriodWord = (typeof PERIOD_WORDS)[number];

export const LONGEST_VIEW_NAME = 80;
/** Views that one person may keep. It keeps the store small: two saved at the same moment may both pass. */
export const MOST_VIEWS = 100;

/** A list as somebody wants to find it again. */
export interface ViewContent {
  readonly list: ViewedList;
  readonly name: string;
  /** Filters and order, as the list takes them, without a leading `?`. No household is named. */
  readonly query: string;
  /** In their order; none: those that the page shows by itself. */
  readonly columns: readonly string[];
  /** Null: the days are those of the query, if any. */
  readonly period: PeriodWord | null;
  /** Whether the people of the same service, of one role and scope, see it too. */
  readonly shared: boolean;
}

/** A view as it is kept. */
export interface KeptView extends ViewContent {
  readonly id: Uuid;
  readonly owner: Uuid;
  /** The service that sees it while it is shared; kept while it is not, null where it never was. */
  readonly service: Uuid | null;
  readonly savedAt: Instant;
}

/** Where a view comes from: one's own, of a colleague of the service, or of the role. */
export const VIEW_ORIGINS = ['own', 'service', 'default'] as const;

export interface ListedView extends ViewContent {
  readonly id: string;
  readonly origin: (typeof VIEW_ORIGINS)[number];
  /** Null for a view of the role. */
  readonly savedAt: Instant | null;
}
