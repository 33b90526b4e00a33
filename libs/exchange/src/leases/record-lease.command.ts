import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import { LeaseRecorder, type LeaseReport, type ToldLease } from './lease-recorder';

/** Records one lease, or what a new account of it corrects. */
export class RecordLease extends Command<LeaseReport | Refusal> {
  constructor(
    readonly data: ToldLease,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(RecordLease)
export class RecordLeaseHandler implements ICommandHandler<RecordLease> {
  constructor(private readonly recorder: LeaseRecorder) {}

  execute({ data, actor, correlation }: RecordLease): Promise<LeaseReport | Refusal> {
    return this.recorder.record(data, actor, correlation);
  }
}
