import { RecordDefinition, type EventOf, type RecordedEvent } from '#event-store';
import type { CeilingZone, Financing } from '#territory';

/** The financings that the order fixes ceilings for. Those of the PLI follow other zones, and AUTRE has none. */
export const CEILING_FINANCINGS = ['PLAI', 'PLUS', 'PLS'] as const satisfies readonly Financing[];
export type CeilingFinancing = (typeof CEILING_FINANCINGS)[number];

/** The categories of households of the order. A household beyond the last one adds an amount for each further person. */
export const HOUSEHOLD_CATEGORIES = [1, 2, 3, 4, 5, 6] as const;
export type HouseholdCategory = (typeof HOUSEHOLD_CATEGORIES)[number];
export const LAST_CATEGORY = 6;

/** The most that a household of a category may earn to be housed under a financing. Amounts are cents a year. */
export interface CeilingFacts {
  readonly year: number;
  readonly zone: CeilingZone;
  readonly financing: CeilingFinancing;
  readonly category: HouseholdCategory;
  readonly ceiling: number;
  /** For each person beyond the last category; on its row only. */
  readonly extraPerson: number | null;
  /**
   * The percent of the PLUS ceiling that admits to a dwelling of this financing in a QPV, where the prefect's order sets one
   * (R441-1-1). Null: the ceiling itself.
   */
  readonly districtShare: number | null;
}

/** What a row is about. */
export interface CeilingPlace {
  readonly year: number;
  readonly zone: CeilingZone;
  readonly financing: CeilingFinancing;
}

const idOf = ({ year, zone, financing }: CeilingPlace, category: HouseholdCategory): string =>
  [year, zone, financing, category].join('|');

/** One stream for each row. */
export const CEILING_STREAMS = new RecordDefinition({
  category: 'ceiling',
  declared: 'CeilingSet',
  corrected: 'CeilingCorrected',
  id: (facts: CeilingFacts) => idOf(facts, facts.category),
});

export type CeilingEvent = EventOf<typeof CEILING_STREAMS>;

/** The ceilings that are recorded. */
export class Ceilings {
  private readonly rows = new Map<string, CeilingFacts>();

  /** @param event one of `CEILING_STREAMS` */
  apply(event: RecordedEvent): void {
    this.set(CEILING_STREAMS.evolve(this.rows.get(CEILING_STREAMS.idOf(event.stream)), event));
  }

  set(facts: CeilingFacts): void {
    this.rows.set(idOf(facts, facts.category), facts);
  }

  row(place: CeilingPlace, category: HouseholdCategory): CeilingFacts | undefined {
    return this.rows.get(idOf(place, category));
  }

  /** Cents a year for a rank (see `ranksOf`); null where its row, or the amount for a further person, is not known. */
  ceiling(place: CeilingPlace, rank: number): number | null {
    const category = categoryOf(rank);
    const row = this.row(place, category);
    if (!row) return null;
    const further = rank - category;
    if (further === 0) return row.ceiling;
    return row.extraPerson === null ? null : row.ceiling + further * row.extraPerson;
  }
}

/** The category of a rank: the last one serves beyond it. */
export function categoryOf(rank: number): HouseholdCategory {
  return Math.min(rank, LAST_CATEGORY) as HouseholdCategory;
}
