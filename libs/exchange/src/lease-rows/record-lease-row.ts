import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import { LeaseRows, type LeaseReport, type LeaseRow } from './lease-rows';

/** Records one lease, or a correction of it. */
export class RecordLeaseRow extends Command<LeaseReport | Refusal> {
  constructor(
    readonly data: LeaseRow,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(RecordLeaseRow)
export class RecordLeaseRowHandler implements ICommandHandler<RecordLeaseRow> {
  constructor(private readonly rows: LeaseRows) {}

  execute({ data, actor, correlation }: RecordLeaseRow): Promise<LeaseReport | Refusal> {
    return this.rows.record(data, actor, correlation);
  }
}
