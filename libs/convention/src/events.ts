import { RecordDefinition, StreamDefinition, type EventOf } from '#event-store';
import type { Json, JsonObject } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from './convention';

/** Upper bounds of the first three income quartiles of a year: cents a year for each consumption unit. */
export interface ThresholdFacts {
  readonly year: number;
  readonly q1: number;
  readonly q2: number | null;
  readonly q3: number | null;
}

export const THRESHOLD_STREAMS = new RecordDefinition({
  category: 'threshold',
  declared: 'ThresholdSet',
  corrected: 'ThresholdCorrected',
  id: ({ year }: ThresholdFacts) => String(year),
});

export type ThresholdEvent = EventOf<typeof THRESHOLD_STREAMS>;

/** The whole convention of the territory, without its amendments: the first event of its stream. */
export interface ConventionAdopted {
  readonly type: 'ConventionAdopted';
  readonly data: ConventionFacts;
}

/** One amendment, after those recorded before it. */
export interface ConventionAmended {
  readonly type: 'ConventionAmended';
  readonly data: AmendmentFacts;
}

export type ConventionEvent = ConventionAdopted | ConventionAmended;

/**
 * The first version held the cuts of the scale in tenths. It had no instances, no due dates and no day of opinion;
 * its objectives were about shares, without a trajectory; its priority categories had no days.
 */
function fromFirstVersion(data: JsonObject): JsonObject {
  const { agreement, fragilityScale: scale, objectives, priorityCategories } = data as Record<string, Json>;
  return {
    ...data,
    ...(agreement && { agreement: { opinionOn: null, ...(agreement as JsonObject) } }),
    objectives: (objectives as JsonObject[]).map((each) => ({ ...each, measure: 'share', trajectory: null })),
    priorityCategories: (priorityCategories as JsonObject[]).map((each) => ({
      ...each,
      firstDay: null,
      lastDay: null,
    })),
    instances: [],
    dueDates: [],
    fragilityScale: scale && withCutsInHundredths(scale as JsonObject),
  } as JsonObject;
}

function withCutsInHundredths(scale: JsonObject): JsonObject {
  return { ...scale, cuts: (scale['cuts'] as number[]).map((cut) => cut * 10) };
}

const VERSIONED = { version: 2, upcasters: [fromFirstVersion] };

export const CONVENTION_STREAM = new StreamDefinition<ConventionEvent>({
  category: 'convention',
  single: true,
  types: { ConventionAdopted: VERSIONED, ConventionAmended: VERSIONED },
});
