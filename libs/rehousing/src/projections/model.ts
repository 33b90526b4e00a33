import type { Position } from '#event-store';
import type { Day } from '#kernel';
import type { ModelDefinition } from '#read-store';
import type { OperationFacts, RehousingFacts } from '../events';

/** The facts that each collection keeps of one subject. */
export interface SubjectFacts {
  readonly operations: OperationFacts;
  /** By the id of the case. The household stays out of the read model. */
  readonly rehousings: RehousingFacts;
  /** Every QPV that the residence names. */
  readonly residences: { readonly districts: readonly string[] };
  readonly districts: { readonly firstDay: Day; readonly lastDay: Day | null };
}
export type SubjectKind = keyof SubjectFacts;

/** The facts known from a position on, until the next version. */
export interface Version<Facts> {
  readonly from: Position;
  readonly facts: Facts;
}

/**
 * One subject with all its versions, oldest first. A reader at a position takes the newest version up to this position,
 * so later events do not change what it reads.
 */
export interface SubjectDocument<Facts> {
  readonly versions: readonly Version<Facts>[];
}

/** An operation, visible to its present landlord. */
export type OperationDocument = SubjectDocument<OperationFacts> & { readonly landlord: string };

/** Operations and cases as recorded, and the residences and QPV that reports join them with. */
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

/** The facts known at the position; undefined where none were known. */
export function factsAt<Facts>({ versions }: SubjectDocument<Facts>, position: Position): Facts | undefined {
  for (let at = versions.length - 1; at >= 0; at--) if (versions[at]!.from <= position) return versions[at]!.facts;
  return undefined;
}
