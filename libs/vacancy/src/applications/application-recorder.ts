import { CommandPipeline, handlingOf, type PipelineStores, type Receipt, type Sending } from '#deciding';
import { dayAt, refuse, type Day, type Refusal, type Uuid } from '#kernel';
import type { ProcessReference } from '../recording/process-reference';
import { APPLICATIONS, type Application, type ApplicationCommand, type ApplicationEvent } from './application';

/** Records that an application ended, or is open again, by its numéro unique. */
export class ApplicationRecorder {
  private readonly pipeline: CommandPipeline<ApplicationCommand, Application, ApplicationEvent>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.pipeline = new CommandPipeline(handlingOf(APPLICATIONS, stores.store), stores);
  }

  /** Refused: `unknown-household`, `value-not-admitted`, `day-in-future`, `idempotency-key-reused`. */
  async end(
    { householdNumber, on, motive }: { readonly householdNumber: string; readonly on: Day; readonly motive: string },
    sending: Sending,
  ): Promise<Receipt | Refusal> {
    const household = await this.householdOf(householdNumber);
    if (!household) return refuse('unknown-household');
    return this.pipeline.send({ verb: 'end', household, today: await this.today(), on, motive }, sending);
  }

  /** Refused: `unknown-household`, `idempotency-key-reused`. */
  async reopen(householdNumber: string, sending: Sending): Promise<Receipt | Refusal> {
    const household = await this.householdOf(householdNumber);
    if (!household) return refuse('unknown-household');
    return this.pipeline.send({ verb: 'reopen', household, today: await this.today() }, sending);
  }

  private async householdOf(number: string): Promise<Uuid | undefined> {
    return (await this.stores.vault()).find('household', number);
  }

  private async today(): Promise<Day> {
    await this.reference.reachHead();
    return dayAt(this.stores.clock.now(), this.reference.timeZone);
  }
}
