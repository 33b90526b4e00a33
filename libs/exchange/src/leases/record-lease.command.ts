import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Course, Refusal } from '#kernel';
import { LeaseRecorder, type LeaseReport, type ToldLease } from './lease-recorder';

/** Records one lease, or what a new account of it corrects. */
export class RecordLease extends Command<LeaseReport | Refusal> {
  constructor(
    readonly data: ToldLease,
    readonly actor: Actor,
    readonly course?: Course,
  ) {
    super();
  }
}

@CommandHandler(RecordLease)
export class RecordLeaseHandler implements ICommandHandler<RecordLease> {
  constructor(private readonly recorder: LeaseRecorder) {}

  execute({ data, actor, course }: RecordLease): Promise<LeaseReport | Refusal> {
    return this.recorder.record(data, actor, course);
  }
}
