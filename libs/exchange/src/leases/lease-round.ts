import { CodedError, isCodedError } from '#kernel';
import { LeaseAttempt } from './lease-attempt';
import type { Settled } from './rounds';
import type { LeaseAnswer, LeaseStores, Telling } from './telling';
import { isConflict } from './try-again';

/** At each attempt one of those who write of the same lease has its turn: as many processes would have to be at it at once. */
const ATTEMPTS = 10;

/**
 * Answers tellings of different leases. Those that met what another process wrote meanwhile are begun anew.
 * Rejected: CodedError `lease-conflict` where others wrote at each attempt
 */
export async function tellLeases(
  tellings: readonly Telling[],
  stores: LeaseStores,
): Promise<readonly Settled<LeaseAnswer>[]> {
  const settled = new Map<Telling, Settled<LeaseAnswer>>();
  let left = tellings;
  for (let attempts = 0; left.length > 0; attempts += 1) {
    if (attempts === ATTEMPTS) {
      for (const telling of left) settled.set(telling, { status: 'rejected', reason: leaseConflict() });
      break;
    }
    left = await attempt(left, stores, settled);
  }
  return tellings.map((telling) => settled.get(telling)!);
}

/** Settles those that it can, and gives the others. */
async function attempt(
  tellings: readonly Telling[],
  stores: LeaseStores,
  settled: Map<Telling, Settled<LeaseAnswer>>,
): Promise<readonly Telling[]> {
  const one = new LeaseAttempt(stores, tellings);
  try {
    await one.run();
  } catch (error) {
    if (isCodedError(error, 'vault-conflict')) return tellings;
    throw error;
  }
  return tellings.filter((telling) => {
    const value = one.answerOf(telling);
    const reason = one.failureOf(telling);
    if (value) settled.set(telling, { status: 'fulfilled', value });
    else if (!isConflict(reason)) settled.set(telling, { status: 'rejected', reason });
    return !settled.has(telling);
  });
}

function leaseConflict(): CodedError {
  return new CodedError('lease-conflict', 'others wrote of this lease at each attempt');
}
