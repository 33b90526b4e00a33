import type { PipelineStores } from '#deciding';
import { dayAt, refuse, type Day, type Refusal, type Uuid } from '#kernel';
import { AggregateRecorder, type BesideReceipt, type BesideSending } from '../recording/aggregate-recorder';
import type { ProcessReference } from '../recording/process-reference';
import { APPLICATIONS, type Application, type ApplicationCommand, type ApplicationEvent } from './application';

/** Records that an application ended, or is open again, by its numéro unique. */
export class ApplicationRecorder {
  private readonly recorder: AggregateRecorder<ApplicationCommand, Application, ApplicationEvent>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
  ) {
    this.recorder = new AggregateRecorder(APPLICATIONS, stores, ['today']);
  }

  /** Refused: `unknown-household`, `value-not-admitted`, `day-in-future`, `idempotency-key-reused`. */
  async end(
    { householdNumber, on, motive }: { readonly householdNumber: string; readonly on: Day; readonly motive: string },
    sending: BesideSending,
  ): Promise<BesideReceipt | Refusal> {
    const household = await this.householdOf(householdNumber);
    if (!household) return refuse('unknown-household');
    return this.recorder.send({ verb: 'end', household, today: await this.today(), on, motive }, sending);
  }

  /** Refused: `unknown-household`, `idempotency-key-reused`. */
  async reopen(householdNumber: string, sending: BesideSending): Promise<BesideReceipt | Refusal> {
    const household = await this.householdOf(householdNumber);
    if (!household) return refuse('unknown-household');
    return this.recorder.send({ verb: 'reopen', household, today: await this.today() }, sending);
  }

  private async householdOf(number: string): Promise<Uuid | undefined> {
    return (await this.stores.vault()).find('household', number);
  }

  private async today(): Promise<Day> {
    await this.reference.reachHead();
    return dayAt(this.stores.clock.now(), this.reference.timeZone);
  }
}
