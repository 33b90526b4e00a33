import { refusalOf } from '#access';
import { LiveLeases, type SignedFacts } from '#allocation';
import { changedLease, COMPLIANCE_MODEL, ObjectiveEffects, type Effects } from '#compliance';
import { CommandPipeline, sentNow, type PipelineStores, type Sending } from '#deciding';
import { START, type Position } from '#event-store';
import { isRefusal, refuse, type Refusal, type Uuid } from '#kernel';
import type { ReadStore } from '#read-store';
import { vacancyLetBy } from '../recording/leases/moved-on';
import type { ProcessReference } from '../recording/process-reference';
import type { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { VacancyRecorder } from '../recording/vacancy-recorder';
import { changedBy } from './change-lease';
import { decideChange, LeaseChangeHandling, type ChangeLease, type ChangeReceipt } from './lease-change-handling';

/** What a change of a lease did, or would do. */
export interface LeaseChangeReceipt {
  readonly allocation: Uuid;
  /** The vacancy that the lease let; absent where none leads to it. */
  readonly vacancy?: Uuid;
  readonly outcome: 'corrected' | 'cancelled' | 'unchanged';
  readonly revision: number;
  readonly position: Position;
  /** False where an earlier request wrote the events, or nothing was written. */
  readonly isNew: boolean;
}

export type TriedChange = LeaseChangeReceipt & Pick<Effects, 'effects'>;

/**
 * Corrects and cancels any lease by its id. A lease that let a vacancy is changed by the command of that vacancy, with its rules and its
 * right, so that the two agree; any other one in its own stream.
 */
export class LeaseChangeRecorder {
  private readonly handling: LeaseChangeHandling;
  private readonly pipeline;
  private readonly leases: LiveLeases;
  private readonly effects: ObjectiveEffects;

  constructor(
    private readonly stores: PipelineStores,
    private readonly parts: {
      readonly reference: ProcessReference;
      readonly circumstances: RecordedCircumstances;
      readonly vacancies: VacancyRecorder;
      readonly readStore: ReadStore;
    },
  ) {
    this.leases = new LiveLeases(stores);
    this.handling = new LeaseChangeHandling(stores, parts.reference, this.leases);
    this.pipeline = new CommandPipeline(this.handling, stores);
    this.effects = new ObjectiveEffects(parts.readStore);
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed`, `unknown-allocation`, `idempotency-key-reused`, `lease-changed`, as `changeLease`, and
   * as the verb of the vacancy. @throws CodedError `recording-conflict`
   */
  async send(command: ChangeLease, sending: Sending): Promise<LeaseChangeReceipt | Refusal> {
    const { allocation } = command;
    const refusal = refusalOf(sending.actor, 'record-lease');
    if (refusal) return refusal;
    const vacancy = await vacancyLetBy(allocation, this.stores.store);
    return vacancy === undefined ? this.sendToLease(command, sending) : this.sendToVacancy(command, vacancy, sending);
  }

  private async sendToVacancy(
    { allocation, act, expectedRevision }: ChangeLease,
    vacancy: Uuid,
    sending: Sending,
  ): Promise<LeaseChangeReceipt | Refusal> {
    const command = { vacancy, act, expectedLeaseRevision: expectedRevision };
    const receipt = await this.parts.vacancies.send(command, sending);
    if (isRefusal(receipt)) return receipt;
    const { revision } = await this.leases.read(allocation);
    const { position, isNew } = receipt;
    return { allocation, vacancy, outcome: isNew ? outcomeOf(act) : 'unchanged', revision, position, isNew };
  }

  /** A new number leads to the lease before it is corrected: what comes under the number meanwhile finds it. */
  private async sendToLease(command: ChangeLease, sending: Sending): Promise<LeaseChangeReceipt | Refusal> {
    const { allocation, act } = command;
    const number = act.verb === 'lease/correction' ? act.changes.allocationNumber : undefined;
    const former = number === undefined ? undefined : await this.formerNumber(command, sending);
    if (isRefusal(former)) return former;
    const isRenamed = number !== undefined && former !== undefined && number !== former;
    if (isRenamed && !(await this.leases.giveNumber(number, allocation, sending)))
      return refuse('allocation-number-taken');
    const receipt: ChangeReceipt | Refusal = await this.pipeline.send(command, sending);
    if (isRefusal(receipt)) {
      if (isRenamed) await this.leases.takeNumberBack(number, allocation);
      return receipt;
    }
    if (isRenamed) await this.leases.takeNumberBack(former, allocation);
    const { types, revision, position, isNew = false } = receipt;
    return { allocation, outcome: types.length > 0 ? outcomeOf(act) : 'unchanged', revision, position, isNew };
  }

  /** The number that the correction takes from the lease; undefined where it changes none. */
  private async formerNumber(command: ChangeLease, sending: Sending): Promise<string | undefined | Refusal> {
    const tried = await this.tried(command, sending);
    return isRefusal(tried) ? undefined : tried.loaded.state.lease.sealed?.allocationNumber;
  }

  /** Decides, and writes nothing. Refused: as `send`, the idempotency key aside. */
  async tryOut(command: ChangeLease, sending: Sending): Promise<TriedChange | Refusal> {
    const { allocation, act } = command;
    const refusal = refusalOf(sending.actor, 'record-lease');
    if (refusal) return refusal;
    const vacancy = await vacancyLetBy(allocation, this.stores.store);
    if (vacancy !== undefined) {
      const receipt = await this.parts.vacancies.tryOut({ vacancy, act }, sending);
      if (isRefusal(receipt)) return receipt;
    }
    const tried = await this.tried(command, sending);
    if (isRefusal(tried)) return tried;
    const { loaded, decision } = tried;
    return {
      allocation,
      ...(vacancy !== undefined && { vacancy }),
      outcome: decision.length > 0 ? outcomeOf(act) : 'unchanged',
      revision: loaded.revision,
      position: loaded.events?.at(-1)?.position ?? START,
      isNew: false,
      effects: await this.effectsOf(command, tried),
    };
  }

  private async tried(command: ChangeLease, { actor, correlation }: Sending) {
    const vault = await this.stores.vault();
    const sent = sentNow(command, { actor, correlation }, { content: () => '', vault, now: this.stores.clock.now() });
    await this.parts.reference.reachHead();
    const loaded = await this.handling.loadOne(command);
    if (isRefusal(loaded)) return loaded;
    const forbidden = this.handling.forbids(sent, loaded);
    if (forbidden) return forbidden;
    const decision = decideChange(command, loaded);
    return isRefusal(decision) ? decision : { loaded, decision };
  }

  private async effectsOf(
    { allocation }: ChangeLease,
    { loaded, decision }: Exclude<Awaited<ReturnType<LeaseChangeRecorder['tried']>>, Refusal>,
  ): Promise<Effects['effects']> {
    const { residence, signedOn } = loaded.state.lease.state.facts;
    const { circumstances, readStore } = this.parts;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const changes = changedBy(decision) as Partial<SignedFacts>;
    const changed = await changedLease({ allocation, residence, day: signedOn }, changes, model);
    if (!changed) return [];
    const { convention } = circumstances;
    const nameOf = (kind: string, code: string) => circumstances.nameOf(kind, code);
    return (await this.effects.ofChange(changed, { convention, nameOf, isNewest: true })).effects;
  }
}

function outcomeOf({ verb }: ChangeLease['act']): LeaseChangeReceipt['outcome'] {
  return verb === 'lease/correction' ? 'corrected' : 'cancelled';
}
