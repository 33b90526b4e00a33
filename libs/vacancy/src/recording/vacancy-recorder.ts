import { CommandPipeline, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { readWholeStream, type Position } from '#event-store';
import { isRefusal, newUuid, uuidV5, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import type { VacancyStatus } from '../words';
import type { CircumstancesSource } from './circumstances-source';
import { DwellingClaims } from './dwelling-claims';
import { outcomeAfter, outcomeOf, type VacancyOutcome } from './vacancy-outcome';
import { VacancyHandling, type VacancyState } from './vacancy-handling';
import type { DwellingReference, GivenVacancy, VacancyCommand } from './vacancy-command';

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
}

/** Carries out the commands about vacancies. */
export class VacancyRecorder {
  private readonly pipeline: CommandPipeline<VacancyCommand, VacancyState, VacancyEvent>;
  private readonly dwellings: DwellingClaims;

  constructor(
    private readonly stores: PipelineStores,
    circumstances: CircumstancesSource,
  ) {
    this.pipeline = new CommandPipeline(new VacancyHandling(stores, circumstances), stores);
    this.dwellings = new DwellingClaims(stores);
  }

  /**
   * Declares a dwelling free. Refused: `unknown-residence`, `vacancy-already-open`, `residence-of-another-landlord`,
   * `idempotency-key-reused`. @throws CodedError `recording-conflict`
   */
  async declare(
    { given, dwelling }: { readonly given: GivenVacancy; readonly dwelling: DwellingReference },
    sending: Sending,
  ): Promise<VacancyReceipt | Refusal> {
    const vacancy = await this.idFor(sending);
    const command: VacancyCommand = { vacancy, act: { verb: 'declaration', given, dwelling } };
    // A request that is sent again finds its vacancy, whoever holds the dwelling by now.
    const [first] = await this.stores.store.readStream(VACANCY_STREAMS.name(vacancy), { maxCount: 1 });
    if (first) return this.send(command, sending);
    const refusal = await this.dwellings.take(vacancy, dwelling, sending);
    if (refusal) return refusal;
    const answer = await this.send(command, sending);
    if (isRefusal(answer)) await this.dwellings.release(vacancy, dwelling, sending);
    return answer;
  }

  /**
   * Refused: `unknown-vacancy`, `unknown-candidate`, `idempotency-key-reused`, and as the verb refuses. @throws
   * CodedError `recording-conflict`
   */
  async send(command: VacancyCommand, sending: Sending): Promise<VacancyReceipt | Refusal> {
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : this.receiptOf(command, receipt);
  }

  private async receiptOf({ vacancy, act }: VacancyCommand, receipt: Receipt): Promise<VacancyReceipt> {
    const { types, revision, position } = receipt;
    const { status, candidate } = outcomeOf(receipt) ?? (await this.outcomeAt(receipt));
    const about = 'candidate' in act ? act.candidate : candidate;
    return { vacancy, ...(about !== undefined && { candidate: about }), types, status, revision, position };
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
