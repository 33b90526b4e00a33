import type { Position, RecordedEvent } from '#event-store';
import { refuse, type Refusal, type Uuid } from '#kernel';

/** What telling a lease came to: its stream as it then stood. */
export interface LeaseReceipt {
  readonly allocation: Uuid;
  readonly outcome: LeaseOutcome;
  readonly revision: number;
  readonly position: Position;
}

export const LEASE_OUTCOMES = ['signed', 'corrected', 'cancelled', 'unchanged'] as const;
export type LeaseOutcome = (typeof LEASE_OUTCOMES)[number];

const OUTCOMES: Readonly<Record<string, LeaseOutcome>> = {
  AllocationSigned: 'signed',
  AllocationCorrected: 'corrected',
  AllocationCancelled: 'cancelled',
};

export function outcomeOf(type: string): LeaseOutcome {
  return OUTCOMES[type]!;
}

/** A lease that was found as it was told. */
export function unchangedAt(allocation: Uuid, event: RecordedEvent): LeaseReceipt {
  return { allocation, outcome: 'unchanged', revision: event.revision, position: event.position };
}

/** For what a request's key is taken: the row's digest, and the revision of the lease when it was told (-1: there was none). */
export function claimOf(rowDigest: string, revision: number): string {
  return `${rowDigest}@${revision}`;
}

/**
 * What the same request was answered, where its key was taken before: undefined where it wrote nothing yet. Refused:
 * `idempotency-key-reused` where the key was taken for another row.
 */
export function earlierReceipt(
  claim: string,
  rowDigest: string,
  found: { readonly allocation: Uuid; readonly events: readonly RecordedEvent[] } | undefined,
): LeaseReceipt | Refusal | undefined {
  const [digest, revision] = claim.split('@');
  if (digest !== rowDigest) return refuse('idempotency-key-reused');
  if (!found) return undefined;
  const { allocation, events } = found;
  const before = events[Number(revision)];
  if (before?.metadata.rowDigest === rowDigest) return unchangedAt(allocation, before);
  const told = events.find(
    (event) => event.revision > Number(revision) && event.type in OUTCOMES && event.metadata.rowDigest === rowDigest,
  );
  if (!told) return undefined;
  const { revision: last, position } = lastOfCorrelation(told, events);
  return { allocation, outcome: outcomeOf(told.type), revision: last, position };
}

/** What follows from the event at once was recorded in the same correlation. */
function lastOfCorrelation(told: RecordedEvent, events: readonly RecordedEvent[]): RecordedEvent {
  let last = told;
  for (const event of events.slice(told.revision + 1)) {
    if (event.metadata.correlationId !== told.metadata.correlationId) break;
    last = event;
  }
  return last;
}
