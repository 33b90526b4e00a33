import { LEASE_HISTORY, LiveLeases } from '#allocation';
import { CommandPipeline, handlingOf, readRecorded, type PipelineStores } from '#deciding';
import type { Installation } from '#installation';
import { dayAt, isRefusal, type Day, type Refusal, type Uuid } from '#kernel';
import { sendingTo, sendThrough, type CommandSender, type SystemCommand } from '#processing';
import { DUTIES, type Duty, type DutyCommand, type DutyEnd, type DutyEvent } from '../duties/duty';
import { admissionIn } from '../duties/admission';
import { suits } from '../duties/suits';
import { UNKNOWN_HOUSEHOLD } from '../recording/household-affairs';
import { HouseholdClaims } from '../recording/household-claims';
import { processReferenceOf, type ProcessReference } from '../recording/process-reference';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import { readVacancy, type OpenedVacancy } from '../recording/read-vacancy';
import { VacancyRecorder } from '../recording/vacancy-recorder';
import { candidateOf } from '../vacancy';
import type { EndingGround } from '../words';

/** Sends what follows by itself: see `consequencesProcess`. */
export function consequenceSender({ pipelineStores }: Pick<Installation, 'pipelineStores'>): CommandSender {
  const consequences = new Consequences(pipelineStores);
  return sendingTo({
    SettleByLease: (command) => consequences.settleByLease(command),
    CloseByCancelledLease: (command) => consequences.closeByCancelledLease(command),
    WithdrawCandidate: (command) => consequences.withdraw(command),
    OweOffer: (command) => consequences.oweOffer(command),
    TakeBackRefusal: (command) => consequences.takeBackRefusal(command),
    CountOffer: (command) => consequences.countOffer(command),
    CloseDuty: (command) => consequences.closeDuty(command),
    ReopenDuty: (command) => consequences.reopenDuty(command),
    ForgetDwelling: (command) => consequences.forgetDwelling(command),
    SettleClaim: (command) => consequences.settleClaim(command),
  });
}

/** What a command of the process is about; each has the fields that it needs. */
interface About {
  readonly vacancy: Uuid;
  readonly candidate: Uuid;
  readonly allocation: Uuid;
  readonly household: Uuid;
  readonly on: Day;
  readonly motive: EndingGround;
  readonly by: DutyEnd;
}

class Consequences {
  private readonly recorder: VacancyRecorder;
  private readonly duties: CommandPipeline<DutyCommand, Duty | null, DutyEvent>;
  private readonly reference: ProcessReference;
  private readonly claims: HouseholdClaims;

  constructor(private readonly stores: PipelineStores) {
    const households = { of: async () => UNKNOWN_HOUSEHOLD };
    this.reference = processReferenceOf(stores.store);
    this.recorder = new VacancyRecorder(stores, new RecordedCircumstances(stores, households, this.reference));
    this.duties = new CommandPipeline(handlingOf(DUTIES, stores.store), stores);
    this.claims = new HouseholdClaims(stores, new LiveLeases(stores));
  }

  /** The lease of this dwelling lets the vacancy; the lease of another withdraws the household from it. */
  async settleByLease(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, candidate, allocation, on } = about(command);
    const opened = await readVacancy(this.stores, vacancy);
    const lease = opened && (await this.leaseOf(allocation));
    if (!opened || !lease) return;
    const isSame =
      lease.residence === opened.vacancy.declared.residence && lease.reference === (await opened.reference());
    if (isSame) {
      const { household } = candidateOf(opened.vacancy, candidate)!;
      return this.act(command, vacancy, { verb: 'lease recorded', given: { household, allocation, on } });
    }
    return this.act(command, vacancy, {
      verb: 'withdrawn by process',
      candidate,
      given: { motive: 'menage_loge', on },
    });
  }

  closeByCancelledLease(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, allocation, on } = about(command);
    return this.act(command, vacancy, { verb: 'lease cancelled', allocation, on, at: command.at });
  }

  withdraw(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, candidate, motive, on } = about(command);
    return this.act(command, vacancy, { verb: 'withdrawn by process', candidate, given: { motive, on } });
  }

  async oweOffer(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, candidate, on } = about(command);
    const opened = await readVacancy(this.stores, vacancy);
    if (!opened) return;
    const { household, reason } = candidateOf(opened.vacancy, candidate)!;
    // The decision was corrected meanwhile.
    if (reason !== 'fragilite') return;
    const refusal = { vacancy, candidate, residence: opened.vacancy.declared.residence, on };
    return sendThrough(this.duties, { household, verb: 'owe', refusal }, command);
  }

  async takeBackRefusal(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, candidate, on } = about(command);
    const opened = await readVacancy(this.stores, vacancy);
    if (!opened) return;
    const { household } = candidateOf(opened.vacancy, candidate)!;
    return sendThrough(this.duties, { household, verb: 'take back', candidate, on }, command);
  }

  /** Only the offer of a dwelling that suits the household, outside the legal lists, is the one that is owed (L441-2-2). */
  async countOffer(command: SystemCommand): Promise<Refusal | void> {
    const { vacancy, candidate, on } = about(command);
    const opened = await readVacancy(this.stores, vacancy);
    if (!opened || !(await this.isOwedBy(opened, candidate, on))) return;
    const { household } = candidateOf(opened.vacancy, candidate)!;
    return sendThrough(this.duties, { household, verb: 'close', on, by: 'offre_faite' }, command);
  }

  closeDuty(command: SystemCommand): Promise<Refusal | void> {
    const { household, on, by } = about(command);
    return sendThrough(this.duties, { household, verb: 'close', on, by }, command);
  }

  /** Nothing is owed any more where the application ended since. */
  async reopenDuty(command: SystemCommand): Promise<Refusal | void> {
    const { household } = about(command);
    await this.reference.reachHead();
    if (this.reference.hasEnded(household)) return;
    const on = dayAt(command.at, this.reference.timeZone);
    return sendThrough(this.duties, { household, verb: 'reopen', on }, command);
  }

  /** The lease sealed the dwelling again, for its household: nothing else shall tell where an erased household lives. */
  async forgetDwelling(command: SystemCommand): Promise<void> {
    const { vacancy } = about(command);
    const opened = await readVacancy(this.stores, vacancy);
    if (opened && (await opened.isBound())) await (await this.stores.vault()).forget([vacancy]);
  }

  settleClaim(command: SystemCommand): Promise<void> {
    const { household, allocation } = about(command);
    return this.claims.giveUp(household, allocation, command);
  }

  private async isOwedBy({ vacancy, sealedOf }: OpenedVacancy, candidate: Uuid, on: Day): Promise<boolean> {
    await this.reference.reachHead();
    const { declared } = vacancy;
    const { residence, dwellingType: type, surface } = declared;
    if (this.reference.isListedOn(residence, on)) return false;
    const sealed = await sealedOf(candidate);
    if (!sealed) return false;
    const { composition } = candidateOf(vacancy, candidate)!.facts;
    const { admitted } = admissionIn({ ...sealed, composition }, declared, { day: on, places: this.reference });
    return suits(sealed.personsOf14OrMore + sealed.childrenUnder14, { type, surface }, admitted);
  }

  /** Undefined where its household was erased: nothing tells then which dwelling it was. */
  private async leaseOf(
    allocation: Uuid,
  ): Promise<{ readonly residence: string; readonly reference: string } | undefined> {
    const { store, vault } = this.stores;
    const recorded = await readRecorded(LEASE_HISTORY, [allocation], { store, vault: await vault() });
    const { state, sealed } = recorded.get(allocation)!;
    return sealed && { residence: state.facts.residence, reference: sealed.dwellingReference };
  }

  private async act(
    { id: commandId, actor, correlation }: SystemCommand,
    vacancy: Uuid,
    act: VacancyAct | CandidateAct,
  ): Promise<Refusal | void> {
    const answer = await this.recorder.send({ vacancy, act }, { commandId, actor, correlation });
    if (isRefusal(answer)) return answer;
  }
}

function about({ data }: SystemCommand): About {
  return data as unknown as About;
}
