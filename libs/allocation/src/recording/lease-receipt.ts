import type { Receipt } from '#deciding';
import type { Position } from '#event-store';
import type { Uuid } from '#kernel';
import { ALLOCATION_STREAMS } from '../events';

/** What recording a lease came to: its stream as it then stood. */
export interface LeaseReceipt {
  readonly allocation: Uuid;
  readonly outcome: LeaseOutcome;
  readonly revision: number;
  readonly position: Position;
}

export const LEASE_OUTCOMES = ['signed', 'corrected', 'cancelled', 'unchanged'] as const;
export type LeaseOutcome = (typeof LEASE_OUTCOMES)[number];

/** The outcome, by the type of the first event that recording a lease makes. */
export const LEASE_OUTCOMES_BY_TYPE: Readonly<Record<string, LeaseOutcome>> = {
  AllocationSigned: 'signed',
  AllocationCorrected: 'corrected',
  AllocationCancelled: 'cancelled',
};

export function leaseReceiptOf({ stream, types, revision, position }: Receipt): LeaseReceipt {
  const [first] = types;
  const outcome = first === undefined ? 'unchanged' : LEASE_OUTCOMES_BY_TYPE[first];
  return { allocation: ALLOCATION_STREAMS.idOf(stream) as Uuid, outcome: outcome ?? 'unchanged', revision, position };
}
