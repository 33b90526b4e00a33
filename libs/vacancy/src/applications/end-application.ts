import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { codesOf, type Actor } from '#access';
import { Installation } from '#installation';
import { refuse, type Day, type Refusal, type Uuid } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { rowsOfVacancies, unscoped, VacancyReading } from '../lists/vacancy-reading';
import { coversHolder, coversLandlord } from '../lists/visible-scope';
import type { Candidacy, ListedCandidate, VacancyRow } from '../projections/model';
import type { BesideReceipt, BesideSending } from '../recording/aggregate-recorder';
import { refuseBeside, type BesideVerb } from '../recording/who-acts-beside';
import { LIVE_STATUSES, type CandidateStatus } from '../words';
import { ApplicationRecorder } from './application-recorder';

/** Records that an application ended. */
export class EndApplication extends Command<BesideReceipt | Refusal> {
  constructor(
    readonly ending: { readonly householdNumber: string; readonly on: Day; readonly motive: string },
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** Records that an application that had ended is open again. */
export class ReopenApplication extends Command<BesideReceipt | Refusal> {
  constructor(
    readonly householdNumber: string,
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** A household whose candidate has one of these statuses concerns the landlord and the holder of the vacancy. */
const CONCERNED: readonly CandidateStatus[] = [...LIVE_STATUSES, 'inadmissible', 'signed'];

/** Who may speak of an application: the EPCI, and a landlord or a holder that has a candidate of that household. */
export class ApplicationActors {
  constructor(
    private readonly installation: Pick<Installation, 'vault'>,
    private readonly reading: VacancyReading,
  ) {}

  /**
   * Refused: `not-allowed`; `scope-not-allowed` also where the number is not known, which tells nobody whose it is.
   * @param number undefined where it could not be read
   */
  async refuse(actor: Actor, number: string | undefined, verb: BesideVerb = 'ending'): Promise<Refusal | undefined> {
    const refusal = refuseBeside(actor, verb);
    if (refusal || actor.scope.kind === 'all' || number === undefined) return refusal;
    const household = await (await this.installation.vault()).find('household', number);
    const isConcerned = household !== undefined && (await this.isConcerned(actor, household));
    return isConcerned ? undefined : refuse('scope-not-allowed');
  }

  private async isConcerned(actor: Actor, household: Uuid): Promise<boolean> {
    const reading = unscoped(await this.reading.open(actor));
    const rows = await rowsOfVacancies(reading, await vacanciesOf(household, reading.model));
    return [...rows.values()].some((row) =>
      row.candidates.some((one) => one.household === household && concerns(actor, row, one)),
    );
  }
}

function concerns({ scope }: Actor, row: VacancyRow, { status, holder }: ListedCandidate): boolean {
  if (!CONCERNED.includes(status)) return false;
  return coversLandlord(scope, row) || coversHolder(scope, row) || codesOf(scope, 'holder').includes(holder);
}

async function vacanciesOf(household: Uuid, model: ReadModel): Promise<readonly Uuid[]> {
  const vacancies: Uuid[] = [];
  const query = { collection: 'candidacies', scope: { kind: 'all' } as const, where: { household }, limit: 500 };
  await eachDocument<Candidacy>(model, query, ({ body }) => {
    vacancies.push(body.vacancy);
    return true;
  });
  return vacancies;
}

@CommandHandler(EndApplication)
export class EndApplicationHandler implements ICommandHandler<EndApplication> {
  constructor(
    private readonly recorder: ApplicationRecorder,
    private readonly actors: ApplicationActors,
  ) {}

  async execute({ ending, actor, sending }: EndApplication): Promise<BesideReceipt | Refusal> {
    const refusal = await this.actors.refuse(actor, ending.householdNumber);
    return refusal ?? this.recorder.end(ending, { ...sending, actor });
  }
}

@CommandHandler(ReopenApplication)
export class ReopenApplicationHandler implements ICommandHandler<ReopenApplication> {
  constructor(private readonly recorder: ApplicationRecorder) {}

  async execute({ householdNumber, actor, sending }: ReopenApplication): Promise<BesideReceipt | Refusal> {
    return refuseBeside(actor, 'reopening') ?? this.recorder.reopen(householdNumber, { ...sending, actor });
  }
}
