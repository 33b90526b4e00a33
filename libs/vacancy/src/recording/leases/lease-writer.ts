import { emptyStream, leaseOf, type LeaseStream, type LiveLeases, type RecordedLease } from '#allocation';
import { isConflict, retryOnConflict, sentNow, type PipelineStores, type Sending } from '#deciding';
import type { Position } from '#event-store';
import { CodedError, isRefusal, refuse, type Refusal } from '#kernel';
import { correctedLease } from '../../verbs/correct-lease/corrected-lease';
import type { LetByLease } from '../../verbs/let/let-by-lease';
import { leaseSigned, reservedAs } from '../../verbs/let/signed-lease';
import type { SeenClaims } from '../claims';
import { HouseholdClaims } from '../household-claims';
import type { LeaseAct, VacancyCommand } from '../vacancy-command';
import type { Tried, VacancyHandling } from '../vacancy-handling';
import { refusalWithStand } from '../vacancy-stand';
import { accepted, isSigned } from './decide-on-lease';

/** Another process that writes to the same stream at once makes one attempt fail. */
const ATTEMPTS = 10;

type LeaseCommand<Verb extends LeaseAct['verb'] = LeaseAct['verb']> = VacancyCommand & {
  readonly act: Extract<LeaseAct, { readonly verb: Verb }>;
};
type Existing = LeaseStream & { readonly lease: RecordedLease };

/** The lease as it was written. */
interface Written {
  readonly position: Position;
  /** Where it was signed. */
  readonly signed?: LetByLease;
}
type Outcome = Written | undefined | Refusal;

/**
 * Writes a command about a lease in the stream of that lease. The vacancy follows afterwards: what the lease says is true also where
 * the process is cut off between the two.
 */
export class LeaseWriter {
  private readonly claims: HouseholdClaims;
  private readonly leases: LiveLeases;

  constructor(
    private readonly stores: PipelineStores,
    private readonly handling: VacancyHandling,
    { leases, claims }: { readonly leases: LiveLeases; readonly claims: SeenClaims },
  ) {
    this.leases = leases;
    this.claims = new HouseholdClaims(stores, leases, claims);
  }

  /** What it wrote; undefined where it stood there before. @throws CodedError `recording-conflict` */
  write(command: VacancyCommand & { readonly act: LeaseAct }, sending: Sending): Promise<Outcome> {
    switch (command.act.verb) {
      case 'lease':
        return this.sign(command as LeaseCommand<'lease'>, sending);
      case 'lease/correction':
        return this.correct(command as LeaseCommand<'lease/correction'>, sending);
      case 'lease/cancellation':
        return this.cancel(command as LeaseCommand<'lease/cancellation'>, sending);
    }
  }

  /**
   * The stream of the lease is read before its household is claimed, and written at the revision that it had then: whoever takes the
   * claim over moves the stream on first. What refuses the lease is asked once more when the claim is made, at the head of the history:
   * before, it is only asked on what came so far.
   */
  private async sign(command: LeaseCommand<'lease'>, sending: Sending): Promise<Outcome> {
    const first = await this.tryOutSoFar(command, sending);
    if (isRefusal(first)) return first;
    if (isSigned(first.loaded.state.lease!)) return undefined;
    const { allocation, isNew } = await this.leases.named(command.act.given.number);
    let household = accepted(first.loaded.state.vacancy!)!.household;
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      const stream = isNew && attempts === 0 ? emptyStream(allocation) : await this.leases.read(allocation);
      const refusal = await this.claims.take(household, allocation, { who: sending, takesOver: attempts === 0 });
      if (refusal) return withStand(refusal, command, first);
      const tried = await this.tryOut(command, sending, { leaseKnown: stream });
      const claimed = household;
      household = isRefusal(tried) ? household : (accepted(tried.loaded.state.vacancy!)?.household ?? household);
      if (isRefusal(tried) || isSigned(tried.loaded.state.lease!) || household !== claimed) {
        await this.claims.giveUp(claimed, allocation, sending);
        if (household !== claimed) continue;
        return isRefusal(tried) ? tried : undefined;
      }
      // A correction may have given the number to another lease since: it is named after the stream was read.
      if (tried.loaded.state.lease!.stream?.allocation !== allocation) throw conflict();
      const written = await this.signAt(stream, command, tried, sending);
      if (written) return written;
    }
    throw conflict();
  }

  /** Undefined where the stream has moved on. */
  private async signAt(
    stream: LeaseStream,
    { act }: LeaseCommand<'lease'>,
    { loaded: { state } }: Tried,
    sending: Sending,
  ): Promise<Written | undefined> {
    const { at, sealed, lease } = state;
    const vacancy = state.vacancy!;
    const candidate = accepted(vacancy)!;
    const { household } = candidate;
    const opened = { sealed: sealed.get(candidate.id)!, reference: lease!.reference! };
    const signed = leaseSigned(act.given, { vacancy, candidate }, opened);
    const signing = { lease: signed, reserved: reservedAs(candidate, vacancy), household, derivation: at.derivation };
    const { derivationVersion } = this.handling;
    const written = await unlessConflict(() => this.leases.sign(stream, signing, sending));
    if (!written) return undefined;
    const { allocation } = stream;
    const signedAs = { household, allocation, on: signed.signedOn };
    // An import may have recorded bounds or communes meanwhile, without seeing this lease.
    await this.handling.reach(written.position);
    if (this.handling.derivationVersion === derivationVersion) return { position: written.position, signed: signedAs };
    const revised = await retryOnConflict(ATTEMPTS, () => this.leases.revise(allocation, at.derivation, sending));
    return { position: (revised ?? written).position, signed: signedAs };
  }

  private async correct(command: LeaseCommand<'lease/correction'>, sending: Sending): Promise<Outcome> {
    const { changes, publics, motive } = command.act;
    return this.onLease(command, sending, async (stream, { loaded, outcome }) => {
      const moved = refuseMoved(command, stream);
      if (moved) return moved;
      const { state, sealed } = stream.lease;
      if (!sealed) return refuse('household-erased');
      const lease = correctedLease(leaseOf(state, sealed), changes, publics);
      const { derivation } = loaded.state.at;
      const { allocation } = stream;
      const [former, number] = [sealed.allocationNumber, lease.allocationNumber];
      if (number !== former && !(await this.leases.giveNumber(number, allocation, sending)))
        return withStand(refuse('allocation-number-taken'), command, { loaded, outcome });
      const written = await this.leases.correct(stream, { lease, derivation, motive }, sending);
      if (number !== former) await this.leases.takeNumberBack(former, allocation);
      return written;
    });
  }

  private async cancel(command: LeaseCommand<'lease/cancellation'>, sending: Sending): Promise<Outcome> {
    return this.onLease(command, sending, async (stream) => {
      const moved = refuseMoved(command, stream);
      if (moved) return moved;
      if (stream.lease.state.facts.cancelled === true) return undefined;
      return this.leases.cancel(stream, command.act.given, sending);
    });
  }

  /** Decides again where somebody else wrote to the lease meanwhile. */
  private async onLease(
    command: LeaseCommand,
    sending: Sending,
    write: (stream: Existing, tried: Tried) => Promise<Outcome>,
  ): Promise<Outcome> {
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      const tried = await (attempts === 0 ? this.tryOutSoFar(command, sending) : this.tryOut(command, sending));
      if (isRefusal(tried)) return tried;
      const done = await unlessConflict(async () => ({
        outcome: await write(tried.loaded.state.lease!.stream as Existing, tried),
      }));
      if (done) return done.outcome;
    }
    throw conflict();
  }

  /** Tried on what came so far. Where that refuses it, or the lease is over, or a revision is expected, it is tried at the head. */
  private async tryOutSoFar(command: LeaseCommand, sending: Sending): Promise<Tried | Refusal> {
    if (command.expectedRevision !== undefined) return this.tryOut(command, sending);
    const tried = await this.tryOut(command, sending, { isAtHead: false });
    const isOver = !isRefusal(tried) && tried.loaded.state.lease!.stream?.lease?.state.facts.cancelled === true;
    return isRefusal(tried) || isOver ? this.tryOut(command, sending) : tried;
  }

  private async tryOut(
    command: LeaseCommand,
    { actor, correlation }: Sending,
    on?: { readonly isAtHead?: boolean; readonly leaseKnown?: LeaseStream },
  ): Promise<Tried | Refusal> {
    const vault = await this.stores.vault();
    const sent = sentNow(command, { actor, correlation }, { content: () => '', vault, now: this.stores.clock.now() });
    return this.handling.tryOut(sent, vault.session(), on);
  }
}

function refuseMoved(
  { expectedLeaseRevision: expected }: LeaseCommand,
  { revision }: LeaseStream,
): Refusal | undefined {
  return expected === undefined || expected === revision ? undefined : refuse('lease-changed', { revision });
}

function withStand(refusal: Refusal, command: VacancyCommand, { loaded }: Tried): Refusal {
  const { revision, state } = loaded;
  const { vacancy, isSeen = true } = state;
  return refusalWithStand(refusal, command, { vacancy: vacancy!, revision, isSeen }) ?? refusal;
}

async function unlessConflict<Result>(write: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await write();
  } catch (error) {
    if (isConflict(error)) return undefined;
    throw error;
  }
}

function conflict(): CodedError {
  return new CodedError('recording-conflict', 'others wrote to the lease at each attempt');
}
