import { refusalOf, type Actor } from '#access';
import { CommandPipeline, sentNow, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { readWholeStream, START, type Position } from '#event-store';
import { isRefusal, newUuid, uuidV5, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import type { VacancyStatus } from '../words';
import type { CircumstancesSource } from './circumstances-source';
import { DwellingClaims } from './dwelling-claims';
import { outcomeAfter, outcomeOf, type VacancyOutcome } from './vacancy-outcome';
import { VacancyHandling, type VacancyState } from './vacancy-handling';
import type { DwellingReference, GivenVacancy, VacancyCommand } from './vacancy-command';
import { rightOf } from './who-acts';

/** What a command did, and how its vacancy stood afterwards. */
export interface VacancyReceipt {
  readonly vacancy: Uuid;
  /** The candidate that the command was about; absent where it was about the vacancy alone. */
  readonly candidate?: Uuid;
  /** The types of the events that it wrote; none where it changed nothing. */
  readonly types: readonly string[];
  readonly status: VacancyStatus;
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

  constructor(
    private readonly stores: PipelineStores,
    circumstances: CircumstancesSource,
  ) {
    this.handling = new VacancyHandling(stores, circumstances);
    this.pipeline = new CommandPipeline(this.handling, stores);
    this.dwellings = new DwellingClaims(stores);
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
    const [first] = await this.stores.store.readStream(VACANCY_STREAMS.name(vacancy), { maxCount: 1 });
    if (first) return this.send(command, sending);
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
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : this.receiptOf(command, receipt);
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
    const sent = sentNow(command, { actor, correlation }, { content: '', vault, now });
    const tried = await this.handling.tryOut(sent, vault.session());
    if (isRefusal(tried)) return tried;
    const { loaded, outcome } = tried;
    const { revision, events = [] } = loaded;
    const about = 'candidate' in act && { candidate: act.candidate };
    const position = events.at(-1)?.position ?? START;
    return { vacancy, ...about, types: [], status: outcome.status, revision, position, isNew: false };
  }

  private async refuseTry(command: VacancyCommand, actor: Actor): Promise<Refusal | undefined> {
    const { act } = command;
    if (act.verb !== 'declaration') return undefined;
    return (await this.handling.refuseDeclaration(command, actor)) ?? this.dwellings.refuseOpen(act.dwelling);
  }

  private async receiptOf({ vacancy, act }: VacancyCommand, receipt: Receipt): Promise<VacancyReceipt> {
    const { types, revision, position } = receipt;
    const { status, candidate, isNew } = outcomeOf(receipt) ?? (await this.outcomeAt(receipt));
    const about = 'candidate' in act ? act.candidate : candidate;
    return { vacancy, ...(about !== undefined && { candidate: about }), types, status, revision, position, isNew };
  }

  /** Read again, where nothing was written. */
  private async outcomeAt(receipt: Receipt): Promise<VacancyOutcome> {
    return outcomeAfter(await readWholeStream(this.stores.store, receipt.stream), receipt);
  }

  /** A request that is sent again declares the same vacancy. */
  private async idFor({ actor, requestKey }: Sending): Promise<Uuid> {
    if (requestKey === undefined) return newUuid();
    const vault = await this.stores.vault();
    return uuidV5(`vacancy|${vault.digest(`vacancy\n${actor.id}\n${requestKey}`)}`);
  }
}
