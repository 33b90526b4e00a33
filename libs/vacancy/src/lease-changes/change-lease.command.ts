import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Sending } from '#deciding';
import type { Actor } from '#access';
import type { Refusal } from '#kernel';
import type { ChangeLease } from './lease-change-handling';
import { LeaseChangeRecorder, type LeaseChangeReceipt, type TriedChange } from './lease-change-recorder';

type How = Pick<Sending, 'requestKey' | 'correlation'>;

/** Corrects or cancels a lease by its id. */
export class ChangeAnyLease extends Command<LeaseChangeReceipt | Refusal> {
  constructor(
    readonly change: ChangeLease,
    readonly actor: Actor,
    readonly how: How = {},
  ) {
    super();
  }
}

/** Decides it, and writes nothing. */
export class TryLeaseChange extends Command<TriedChange | Refusal> {
  constructor(
    readonly change: ChangeLease,
    readonly actor: Actor,
    readonly how: How = {},
  ) {
    super();
  }
}

@CommandHandler(ChangeAnyLease)
export class ChangeAnyLeaseHandler implements ICommandHandler<ChangeAnyLease> {
  constructor(private readonly recorder: LeaseChangeRecorder) {}

  execute({ change, actor, how }: ChangeAnyLease): Promise<LeaseChangeReceipt | Refusal> {
    return this.recorder.send(change, { actor, ...how });
  }
}

@CommandHandler(TryLeaseChange)
export class TryLeaseChangeHandler implements ICommandHandler<TryLeaseChange> {
  constructor(private readonly recorder: LeaseChangeRecorder) {}

  execute({ change, actor, how }: TryLeaseChange): Promise<TriedChange | Refusal> {
    return this.recorder.tryOut(change, { actor, ...how });
  }
}
