import type { ReservedFacts } from '#allocation';
import type { Position } from '#event-store';
import type { ModelDefinition } from '#read-store';
import type { FlowShareFacts } from '../events';
import type { FlowDwelling } from '../figures/flow-dwelling';

/** The facts known from a position on, until the next version. */
export interface Version<Facts> {
  readonly from: Position;
  readonly facts: Facts;
}

/** One subject with all its versions, oldest first: a reader at a position takes the newest up to it. */
export interface VersionsDocument<Facts> {
  readonly versions: readonly Version<Facts>[];
}

/** An agreed share. Id: that of its stream. */
export interface ShareDocument extends VersionsDocument<FlowShareFacts> {
  readonly year: number;
  readonly landlord: string;
}

/** The dwelling of a vacancy. The years are the first and the last in which it counts or ever counted; 0 for none. */
export interface DwellingDocument extends VersionsDocument<FlowDwelling> {
  readonly landlord: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** How the dwelling of a live lease was reserved, where there is something to say. Id: the lease's. */
export interface ReservedDocument {
  readonly reserved: ReservedFacts;
}

/** The dwellings given now of one landlord in one year, by holder: an answer to one vacancy reads no other. Id: `<year>|<landlord>`. */
export interface GivenDocument {
  /** In the order of the holders' codes; nobody who was given none. */
  readonly given: readonly { readonly holder: string; readonly count: number }[];
}

/** Shares agreed, dwellings oriented, and what leases say of their reservation. No sealed value is in it, and nobody's id. */
export const FLOW_MODEL: ModelDefinition = {
  name: 'flow',
  version: 1,
  collections: [
    {
      name: 'shares',
      columns: { year: 'integer', landlord: 'text' },
      indexes: [['year']],
      scopes: { landlord: 'landlord' },
    },
    {
      name: 'dwellings',
      columns: { landlord: 'text', firstYear: 'integer', lastYear: 'integer' },
      indexes: [['lastYear']],
      scopes: { landlord: 'landlord' },
    },
    { name: 'reserved', columns: {}, indexes: [] },
    { name: 'given', columns: {}, indexes: [] },
  ],
};

/** The facts known at the position; undefined where none were known. */
export function factsAt<Facts>({ versions }: VersionsDocument<Facts>, position: Position): Facts | undefined {
  return versions.findLast(({ from }) => from <= position)?.facts;
}
