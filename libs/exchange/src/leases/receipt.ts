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

/** What the lease was when a request found nothing new to say of it: nothing in the history tells of such a request. */
export function unchangedAt(allocation: Uuid, event: RecordedEvent): LeaseReceipt {
  return { allocation, outcome: 'unchanged', revision: event.revision, position: event.position };
}

/** For which content a request's key is taken: the row's digest; with the revision, where the row changed nothing. */
export function claimOf(rowDigest: string, unchangedRevision?: number): string {
  return unchangedRevision === undefined ? rowDigest : `${rowDigest}@${unchangedRevision}`;
}

/**
 * What the same request was answered, where its key was taken before: undefined where it got no answer. Refused:
 * `idempotency-key-reused` where the key was taken for another row.
 */
export function earlierReceipt(
  claim: string,
  told: { readonly rowDigest: string; readonly requestId: string },
  recorded: { readonly allocation: Uuid; readonly events: readonly RecordedEvent[] } | undefined,
): LeaseReceipt | Refusal | undefined {
  const [rowDigest, revision] = claim.split('@');
  if (rowDigest !== told.rowDigest) return refuse('idempotency-key-reused');
  if (!recorded) return undefined;
  const { allocation, events } = recorded;
  if (revision !== undefined) return unchangedAt(allocation, events[Number(revision)]!);
  const caused = events.filter(({ metadata }) => metadata.causationId === told.requestId);
  const last = caused[caused.length - 1];
  return last && { allocation, outcome: outcomeOf(caused[0]!.type), revision: last.revision, position: last.position };
}
