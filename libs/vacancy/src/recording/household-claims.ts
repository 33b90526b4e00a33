import type { LeaseStream, LiveLeases } from '#allocation';
import { isConflict, type PipelineStores } from '#deciding';
import { refuse, type Refusal, type Uuid } from '#kernel';
import { Claims, type Claiming, type ClaimSubject, type SeenClaims } from './claims';

/** One lease a household: a lease claims its household before it is signed. */
export class HouseholdClaims {
  private readonly claims: Claims;

  constructor(
    stores: PipelineStores,
    private readonly leases: LiveLeases,
    seen?: SeenClaims,
  ) {
    this.claims = new Claims(stores, seen);
  }

  /**
   * Resolves once the lease holds the claim. Refused: `household-already-housed` where another lease of the household
   * stands. A lease that was claimed for and not signed is abandoned first. The stream of a lease may be signed after it was
   * abandoned, so whoever signs takes the claim again first, after reading that stream: who saw the earlier claim takes
   * nothing over. @throws CodedError `recording-conflict`
   * @param takesOver false for who was itself abandoned: its rival is at work, and is not abandoned in return
   */
  async take(
    household: Uuid,
    allocation: Uuid,
    { who, takesOver }: { readonly who: Claiming; readonly takesOver: boolean },
  ): Promise<Refusal | undefined> {
    const keeps = async (holder: Uuid): Promise<Refusal | undefined> => {
      if (!takesOver && !(await this.leases.read(holder)).lease) return alreadyHoused();
      return (await this.settled(household, holder, { rival: allocation, who })) ? undefined : alreadyHoused();
    };
    // Few households ever had a lease before.
    const subject: ClaimSubject = { ...subjectOf(household), isPresumedFree: true };
    const refusal = await this.claims.take(subject, { by: allocation, verb: 'take again', keeps }, who);
    return refusal && alreadyHoused();
  }

  /** Whether a live lease of the household stands, or is being signed. */
  async isClaimed(household: Uuid): Promise<boolean> {
    const { holder } = await this.claims.of(subjectOf(household));
    if (holder === null) return false;
    const stream = await this.leases.read(holder);
    return !stream.lease || isTheirs(stream, household);
  }

  /** Gives the claim back where the lease was not signed, once it can no longer be. Nothing where it stands. */
  async giveUp(household: Uuid, allocation: Uuid, who: Claiming): Promise<void> {
    const subject = subjectOf(household);
    const { holder, revision: seen } = await this.claims.of(subject);
    if (holder !== allocation) return;
    if (await this.settled(household, allocation, { rival: null, who }))
      await this.claims.release(subject, { by: allocation, seen }, who);
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
