import { refusalOf, type Actor } from '#access';
import { LiveLeases } from '#allocation';
import { KeyedMutex } from '#concurrency';
import { CommandPipeline, sentNow, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { START, type EventStore, type Position } from '#event-store';
import { isRefusal, newUuid, uuidV5, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import type { Notice } from '../notices';
import type { VacancyStatus } from '../words';
import type { CircumstancesSource } from './circumstances-source';
import { DwellingClaims } from './dwelling-claims';
import { accepted, isSigned } from './leases/decide-on-lease';
import { LeaseWriter } from './leases/lease-writer';
import { outcomeAfter, outcomeOf, type VacancyOutcome } from './vacancy-outcome';
import { VacancyHandling, type VacancyState } from './vacancy-handling';
import {
  isLeaseAct,
  type DwellingReference,
  type GivenVacancy,
  type LeaseAct,
  type VacancyCommand,
} from './vacancy-command';
import { rightOf } from './who-acts';
import type { ShownVigilances } from '../vigilance/shown';

/** What a command did, and how its vacancy stood afterwards. */
export interface VacancyReceipt {
  readonly vacancy: Uuid;
  /** The candidate that the command was about; absent where it was about the vacancy alone. */
  readonly candidate?: Uuid;
  /** The lease, where the command was about it. */
  readonly allocation?: Uuid;
  /** Only of a lease that was tried: the candidate that would sign it. */
  readonly wouldSign?: Uuid;
  /** The types of the events that it wrote; none where it changed nothing. */
  readonly types: readonly string[];
  readonly status: VacancyStatus;
  readonly notices: readonly Notice[];
  readonly revision: number;
  readonly position: Position;
  /** False where an earlier request wrote the events, or nothing was written. */
  readonly isNew: boolean;
}

/** Carries out the commands about vacancies. */
export class VacancyRecorder {
  private readonly pipeline: CommandPipeline<VacancyCommand, VacancyState, VacancyEvent>;
  private readonly handling: VacancyHandling;
  private readonly dwellings: DwellingClaims;
  private readonly leases: LeaseWriter;
  private readonly turns: KeyedMutex;

  constructor(
    private readonly stores: PipelineStores,
    private readonly circumstances: CircumstancesSource,
    /** Absent where nobody looks at effects: the process decides by itself. */
    vigilance?: ShownVigilances,
  ) {
    const leases = new LiveLeases(stores);
    this.handling = new VacancyHandling(stores, circumstances, leases, vigilance);
    const { claims } = circumstances;
    this.leases = new LeaseWriter(stores, this.handling, { leases, claims });
    this.pipeline = new CommandPipeline(this.handling, stores);
    this.dwellings = new DwellingClaims(stores, claims);
    this.turns = turnsOf(stores.store);
  }

  /**
   * Declares a dwelling free. Refused: `not-allowed`, `scope-not-allowed`, `unknown-residence`,
   * `residence-of-another-landlord`, `vacancy-already-open`, `idempotency-key-reused`. @throws CodedError `recording-conflict`
   */
  async declare(
    { given, dwelling }: { readonly given: GivenVacancy; readonly dwelling: DwellingReference },
    sending: Sending,
  ): Promise<VacancyReceipt | Refusal> {
    const refusalOfActor = refusalOf(sending.actor, rightOf('declaration'));
    if (refusalOfActor) return refusalOfActor;
    const vacancy = await this.idFor(sending);
    const command: VacancyCommand = { vacancy, act: { verb: 'declaration', given, dwelling } };
    // A request that is sent again finds its vacancy, whoever holds the dwelling by now.
    if ((await this.isRepeated(command, sending)) && (await this.isDeclared(vacancy)))
      return this.send(command, sending);
    const refusal =
      (await this.handling.refuseDeclaration(command, sending.actor)) ??
      (await this.dwellings.take(vacancy, dwelling, sending));
    if (refusal) return refusal;
    const answer = await this.send(command, sending);
    if (isRefusal(answer)) await this.dwellings.release(vacancy, dwelling, sending);
    return answer;
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy`, `unknown-candidate`, `idempotency-key-reused`,
   * `vacancy-changed` where it is not at the revision that the command expects, and as the verb refuses. @throws
   * CodedError `recording-conflict`
   */
  async send(command: VacancyCommand, sending: Sending): Promise<VacancyReceipt | Refusal> {
    const refusal = refusalOf(sending.actor, rightOf(command.act.verb));
    if (refusal) return refusal;
    return this.turns.runExclusive(command.vacancy, () => this.sendInTurn(command, sending));
  }

  private async sendInTurn(command: VacancyCommand, sending: Sending): Promise<VacancyReceipt | Refusal> {
    if (isLeaseAct(command.act)) return this.sendLease({ ...command, act: command.act }, sending);
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : this.receiptOf(command, receipt);
  }

  /** First the lease, in its own stream; then the vacancy follows. A request that is sent again under its key is answered at once. */
  private async sendLease(
    command: VacancyCommand & { readonly act: LeaseAct },
    sending: Sending,
  ): Promise<VacancyReceipt | Refusal> {
    const written = (await this.isRepeated(command, sending)) ? undefined : await this.leases.write(command, sending);
    if (isRefusal(written)) return written;
    const following: VacancyCommand = {
      vacancy: command.vacancy,
      act: command.act,
      leaseIsWritten: written ? 'now' : 'before',
      signed: written?.signed,
    };
    const receipt = await this.pipeline.send(following, sending);
    if (isRefusal(receipt)) return receipt;
    const answer = await this.receiptOf(command, receipt);
    if (written === undefined) return answer;
    return {
      ...answer,
      isNew: true,
      position: written.position > answer.position ? written.position : answer.position,
    };
  }

  /** Whether a command was sent under the same key before. */
  async isRepeated(command: VacancyCommand, sending: Sending): Promise<boolean> {
    if (sending.requestKey === undefined) return false;
    const vault = await this.stores.vault();
    const { request } = sentNow(command, sending, { content: () => '', vault, now: this.stores.clock.now() });
    const session = vault.session();
    await session.prepare({ requests: [request!] });
    return session.claimed(request!.key) !== undefined;
  }

  /**
   * Decides and writes nothing: refused as `declare` or `send` would be, the idempotency key aside. The receipt tells the
   * status that the vacancy would have; its revision and position are those of now.
   */
  async tryOut(command: VacancyCommand, { actor, correlation }: Sending): Promise<VacancyReceipt | Refusal> {
    const { vacancy, act } = command;
    const refusal = refusalOf(actor, rightOf(act.verb)) ?? (await this.refuseTry(command, actor));
    if (refusal) return refusal;
    const vault = await this.stores.vault();
    const now = this.stores.clock.now();
    const sent = sentNow(command, { actor, correlation }, { content: () => '', vault, now });
    const tried = await this.handling.tryOut(sent, vault.session());
    if (isRefusal(tried)) return tried;
    const { loaded, outcome } = tried;
    const { revision, events = [] } = loaded;
    const about = 'candidate' in act && { candidate: act.candidate };
    const signer = wouldSign(act, loaded.state);
    const position = events.at(-1)?.position ?? START;
    return {
      vacancy,
      ...about,
      ...(signer !== undefined && { candidate: signer, wouldSign: signer }),
      types: [],
      status: outcome.status,
      notices: outcome.notices,
      revision,
      position,
      isNew: false,
    };
  }

  private async refuseTry(command: VacancyCommand, actor: Actor): Promise<Refusal | undefined> {
    const { act } = command;
    if (act.verb !== 'declaration') return undefined;
    return (await this.handling.refuseDeclaration(command, actor)) ?? this.dwellings.refuseOpen(act.dwelling);
  }

  private async receiptOf({ vacancy, act }: VacancyCommand, receipt: Receipt): Promise<VacancyReceipt> {
    const { types, revision, position } = receipt;
    const { status, candidate, lease, notices, isNew } = outcomeOf(receipt) ?? (await this.outcomeAt(receipt, act));
    const ofLease = isLeaseAct(act) && lease ? { candidate: lease.candidate, allocation: lease.allocation } : undefined;
    const about = 'candidate' in act ? act.candidate : candidate;
    return {
      vacancy,
      ...(about !== undefined && { candidate: about }),
      ...ofLease,
      types,
      status,
      notices,
      revision,
      position,
      isNew,
    };
  }

  private async outcomeAt(receipt: Receipt, act: VacancyCommand['act']): Promise<VacancyOutcome> {
    const { events } = await this.circumstances.vacancy(VACANCY_STREAMS.idOf(receipt.stream) as Uuid);
    return outcomeAfter(events, receipt, { act });
  }

  private async isDeclared(vacancy: Uuid): Promise<boolean> {
    const [first] = await this.stores.store.readStream(VACANCY_STREAMS.name(vacancy), { maxCount: 1 });
    return first !== undefined;
  }

  /** A request that is sent again declares the same vacancy. */
  private async idFor({ actor, requestKey }: Sending): Promise<Uuid> {
    if (requestKey === undefined) return newUuid();
    const vault = await this.stores.vault();
    return uuidV5(`vacancy|${vault.digest(`vacancy\n${actor.id}\n${requestKey}`)}`);
  }
}

const turns = new WeakMap<EventStore, KeyedMutex>();

/**
 * A mutex for each vacancy, shared by all that record on a store. A lease is written in two streams, so the revision of the vacancy does not
 * keep another command of this process from coming between its decision and its signature.
 */
function turnsOf(store: EventStore): KeyedMutex {
  let own = turns.get(store);
  if (!own) turns.set(store, (own = new KeyedMutex()));
  return own;
}

/** The candidate whose lease a command would sign; undefined where that lease stands already. */
function wouldSign(act: VacancyCommand['act'], { vacancy, lease }: VacancyState): Uuid | undefined {
  return act.verb === 'lease' && !isSigned(lease!) ? accepted(vacancy!)!.id : undefined;
}
