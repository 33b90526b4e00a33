import type { Position } from '#event-store';
import type { Day } from '#kernel';
import type { ModelDefinition } from '#read-store';
import type { OperationFacts, RehousingFacts } from '../events';

/** What each collection knows of one of its subjects. */
export interface SubjectFacts {
  readonly operations: OperationFacts;
  /** Id: the case's own; its household stays out of the read model. */
  readonly rehousings: RehousingFacts;
  /** The QPV that the residence has stood in. */
  readonly residences: { readonly districts: readonly string[] };
  readonly districts: { readonly firstDay: Day; readonly lastDay: Day | null };
}
export type SubjectKind = keyof SubjectFacts;

/** What was known from a position on, until the next version. */
export interface Version<Facts> {
  readonly from: Position;
  readonly facts: Facts;
}

/**
 * One subject with everything that was ever known of it, oldest first. Who reads at a position takes the newest version that is not
 * beyond: what later events added meanwhile changes nothing for them.
 */
export interface SubjectDocument<Facts> {
  readonly versions: readonly Version<Facts>[];
}

/** An operation is seen by the landlord that it is of now. */
export type OperationDocument = SubjectDocument<OperationFacts> & { readonly landlord: string };

/** Operations and cases as they were told, and the places and perimeters that reports join them with. */
export const REHOUSING_MODEL: ModelDefinition = {
  name: 'rehousing',
  version: 1,
  collections: [
    {
      name: 'operations',
      columns: { landlord: 'text' },
      indexes: [['landlord']],
      scopes: { landlord: 'landlord' },
    },
    { name: 'rehousings', columns: {}, indexes: [] },
    { name: 'residences', columns: {}, indexes: [] },
    { name: 'districts', columns: {}, indexes: [] },
  ],
};

/** What was known at the position; undefined where nothing was. */
export function factsAt<Facts>({ versions }: SubjectDocument<Facts>, position: Position): Facts | undefined {
  for (let at = versions.length - 1; at >= 0; at--) if (versions[at]!.from <= position) return versions[at]!.facts;
  return undefined;
}
