import type { LeaseStream, LiveLeases } from '#allocation';
import { isConflict, type PipelineStores } from '#deciding';
import { refuse, type Refusal, type Uuid } from '#kernel';
import { Claims, type Claiming, type ClaimSubject } from './claims';

/** One lease a household: a lease claims its household before it is signed. */
export class HouseholdClaims {
  private readonly claims: Claims;

  constructor(
    stores: PipelineStores,
    private readonly leases: LiveLeases,
  ) {
    this.claims = new Claims(stores);
  }

  /**
   * Resolves once the lease holds the claim. Refused: `household-already-housed` where another lease of the household
   * stands. A lease that was claimed for and not signed is abandoned first. @throws CodedError `recording-conflict`
   */
  async take(household: Uuid, allocation: Uuid, who: Claiming): Promise<Refusal | undefined> {
    const keeps = async (holder: Uuid): Promise<Refusal | undefined> =>
      (await this.settled(household, holder, { rival: allocation, who })) ? undefined : alreadyHoused();
    const refusal = await this.claims.take(subjectOf(household), { by: allocation, keeps }, who);
    return refusal && alreadyHoused();
  }

  /** Whether another lease of the household stands, or is being signed. */
  async isClaimed(household: Uuid, but: Uuid | undefined): Promise<boolean> {
    const holder = await this.claims.holderOf(subjectOf(household));
    if (holder === null || holder === but) return false;
    const stream = await this.leases.read(holder);
    return !stream.lease || isTheirs(stream, household);
  }

  /** Gives the claim back where the lease was not signed, once it can no longer be. Nothing where it stands. */
  async giveUp(household: Uuid, allocation: Uuid, who: Claiming): Promise<void> {
    const subject = subjectOf(household);
    if ((await this.claims.holderOf(subject)) !== allocation) return;
    if (await this.settled(household, allocation, { rival: null, who }))
      await this.claims.release(subject, allocation, who);
  }

  /** False where the lease stands. Else nothing can be signed any more that was decided under this claim. */
  private async settled(
    household: Uuid,
    allocation: Uuid,
    { rival, who }: { readonly rival: Uuid | null; readonly who: Claiming },
  ): Promise<boolean> {
    for (;;) {
      const stream = await this.leases.read(allocation);
      if (stream.lease) return !isTheirs(stream, household);
      try {
        await this.leases.abandon(stream, rival, who);
        return true;
      } catch (error) {
        // It was signed meanwhile, or abandoned by another: the stream says which.
        if (!isConflict(error)) throw error;
      }
    }
  }
}

/** A lease that was cancelled, or that is another household's, claims nothing. */
function isTheirs({ lease }: LeaseStream, household: Uuid): boolean {
  return lease !== undefined && lease.state.facts.household === household && lease.state.facts.cancelled !== true;
}

function subjectOf(household: Uuid): ClaimSubject {
  return { kind: 'household', id: household };
}

function alreadyHoused(): Refusal {
  return refuse('household-already-housed');
}
