import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import type { DwellingReference, GivenVacancy, VacancyCommand } from './vacancy-command';
import { VacancyRecorder, type VacancyReceipt } from './vacancy-recorder';

/** Declares a dwelling free. */
export class DeclareDwellingFree extends Command<VacancyReceipt | Refusal> {
  constructor(
    readonly given: { readonly given: GivenVacancy; readonly dwelling: DwellingReference },
    readonly actor: Actor,
    readonly requestKey?: string,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Carries out one verb about a vacancy, or about one of its candidates. */
export class RunVacancy extends Command<VacancyReceipt | Refusal> {
  constructor(
    readonly command: VacancyCommand,
    readonly actor: Actor,
    readonly requestKey?: string,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Decides a command, and writes nothing. */
export class TryVacancy extends Command<VacancyReceipt | Refusal> {
  constructor(
    readonly command: VacancyCommand,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(DeclareDwellingFree)
export class DeclareDwellingFreeHandler implements ICommandHandler<DeclareDwellingFree> {
  constructor(private readonly recorder: VacancyRecorder) {}

  execute({ given, actor, requestKey, correlation }: DeclareDwellingFree): Promise<VacancyReceipt | Refusal> {
    return this.recorder.declare(given, { actor, requestKey, correlation });
  }
}

@CommandHandler(RunVacancy)
export class RunVacancyHandler implements ICommandHandler<RunVacancy> {
  constructor(private readonly recorder: VacancyRecorder) {}

  execute({ command, actor, requestKey, correlation }: RunVacancy): Promise<VacancyReceipt | Refusal> {
    return this.recorder.send(command, { actor, requestKey, correlation });
  }
}

@CommandHandler(TryVacancy)
export class TryVacancyHandler implements ICommandHandler<TryVacancy> {
  constructor(private readonly recorder: VacancyRecorder) {}

  execute({ command, actor, correlation }: TryVacancy): Promise<VacancyReceipt | Refusal> {
    return this.recorder.tryOut(command, { actor, correlation });
  }
}
