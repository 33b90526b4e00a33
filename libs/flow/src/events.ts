import { RecordDefinition, type EventOf } from '#event-store';

/** A share of one, as a whole number of millionths: two shares are compared and summed exactly. */
export const WHOLE = 1_000_000;

/** The share of a landlord's flow that it owes to one holder in a year, by the reservation agreement (R441-5). */
export interface FlowShareFacts {
  readonly year: number;
  readonly landlord: string;
  readonly holder: string;
  /** In millionths of the flow. */
  readonly share: number;
  /** Dwellings that the agreement takes out of the flow beforehand on this row. */
  readonly excluded: number;
}

/** One stream for each year, landlord and holder. No part of the id contains a bar. */
export const FLOW_SHARE_STREAMS = new RecordDefinition({
  category: 'flowshare',
  declared: 'FlowShareAgreed',
  corrected: 'FlowShareCorrected',
  id: (facts: FlowShareFacts) => shareId(facts),
});

export type FlowShareEvent = EventOf<typeof FLOW_SHARE_STREAMS>;

export function shareId({ year, landlord, holder }: Pick<FlowShareFacts, 'year' | 'landlord' | 'holder'>): string {
  return [year, landlord, holder].join('|');
}
