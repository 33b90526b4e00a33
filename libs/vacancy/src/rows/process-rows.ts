import type { Actor } from '#access';
import { rowEventId, type PipelineStores, type Sending } from '#deciding';
import { isRefusal, newUuid, refuse, type Refusal, type Uuid } from '#kernel';
import {
  declarationOf,
  type BASIS_COLUMNS,
  type DECLARATION_COLUMNS,
  type DWELLING_COLUMNS,
  type ORIENTATION_COLUMNS,
  type PROPOSED_COLUMNS,
  type ValuesOf,
} from '../columns';
import { VACANCY_STREAMS, type OrientedFacts } from '../events';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import { sealedOf } from '../recording/read-vacancy';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import { VacancyRecorder } from '../recording/vacancy-recorder';
import { sealedCandidateOf, sealedChanges, type ProposedHousehold } from '../sealed-candidate';
import { isLive, isOpen, statusOf, type Candidate } from '../vacancy';
import type { ReorientationGround } from '../words';
import { lastRowDigest, vacanciesOf, type KnownVacancy } from './dwelling-vacancies';
import { HouseholdLeases } from './household-leases';

/** A row of vacances.csv: a declaration, and the orientation where it names a holder. */
export type VacancyRow = ValuesOf<typeof DECLARATION_COLUMNS & typeof ORIENTATION_COLUMNS> & {
  readonly holder: string | null;
};

/** A row of designations.csv: a household, on the open vacancy of the dwelling. */
export type DesignationRow = ValuesOf<typeof DWELLING_COLUMNS & typeof PROPOSED_COLUMNS & typeof BASIS_COLUMNS> & {
  readonly publics: readonly string[];
};

/** What a row did; else why it may not do it. */
export type RowOutcome = 'recorded' | 'unchanged' | Refusal;

const OF_VACANCY = ['VacancyDeclared', 'VacancyOriented', 'VacancyReoriented'];
const OF_CANDIDATE = ['CandidateProposed', 'CandidateDesignated', 'CandidateFactsCorrected'];
/** The fields of a declaration that a row may give otherwise than they were declared. */
const DECLARED = ['ground', 'dwellingType', 'financing', 'surface', 'rent', 'charges', 'firstLetting'] as const;
/** Why the facts of a candidate are corrected by a row: the office says today what holds today. */
const FACTS_MOTIVE = 'situation_changee';

/** Carries out the rows of vacances.csv and designations.csv, each one as the command that its sender would send (docs/decisions/0108). */
export class ProcessRows {
  private readonly recorder: VacancyRecorder;

  /** @param actor in whose name each row is decided */
  constructor(
    private readonly stores: PipelineStores,
    private readonly actor: Actor,
  ) {
    this.recorder = new VacancyRecorder(stores, new RecordedCircumstances(stores, new HouseholdLeases(stores.store)));
  }

  /**
   * Declares the dwelling free, and orients the vacancy. A row whose dwelling and day are known is that vacancy: it may orient it, and corrects
   * nothing of its declaration. Refused: as both commands, and `declaration-not-corrected`.
   */
  async vacancy(row: VacancyRow, rowDigest: string): Promise<RowOutcome> {
    const known = vacancyOfRow(row, await vacanciesOf(row, this.stores), rowDigest);
    if (!known) return this.declare(row, rowDigest);
    if (lastRowDigest(known.events, OF_VACANCY) === rowDigest) return 'unchanged';
    return refuseOtherDeclaration(row, known) ?? this.orient(row, known, rowDigest);
  }

  private async declare(row: VacancyRow, rowDigest: string): Promise<RowOutcome> {
    const { lastDay: _day, forOneTurn: _turn, outsideFlow: _flow, delegatedTo: _to, holder, ...declared } = row;
    const answer = await this.recorder.declare(declarationOf(declared), { actor: this.actor });
    if (isRefusal(answer)) return answer;
    if (holder === null) return 'recorded';
    const { vacancy: id, revision } = answer;
    const oriented = await this.send(id, orientationOf(row, holder, null), { revision, rowDigest });
    return isRefusal(oriented) ? oriented : 'recorded';
  }

  private orient(row: VacancyRow, { id, vacancy, events }: KnownVacancy, rowDigest: string): Promise<RowOutcome> {
    const { orientation } = vacancy;
    const { holder } = row;
    if (holder === null || (orientation && saysTheSame(row, orientation))) return Promise.resolve('unchanged');
    const ground = statusOf(vacancy) === 'oriented' ? groundOf(row, orientation!) : null;
    return this.send(id, orientationOf(row, holder, ground), { revision: events.length - 1, rowDigest });
  }

  /**
   * Designates the household on the open vacancy of the dwelling, or corrects its facts where it is designated there. Refused: as both
   * commands, `no-open-vacancy`, `basis-not-corrected`.
   */
  async designation(row: DesignationRow, rowDigest: string): Promise<RowOutcome> {
    const vacancies = await vacanciesOf(row, this.stores);
    const household = await (await this.stores.vault()).find('household', row.householdNumber);
    // The digest covers the number: an unchanged row is known also once the household was erased, and its number leads nowhere.
    const isRecorded = vacancies.some(({ vacancy, events }) =>
      vacancy.candidates.some((one) => digestOf(one, events) === rowDigest),
    );
    if (isRecorded) return 'unchanged';
    const open = vacancies.find(({ vacancy }) => isOpen(vacancy));
    const on = open ?? vacancies.find(({ vacancy }) => candidateOfHousehold(vacancy.candidates, household));
    const candidate = on && candidateOfHousehold(on.vacancy.candidates, household);
    if (candidate) return this.correct(row, { ...on, candidate }, rowDigest);
    return open ? this.designate(row, open, rowDigest) : refuse('no-open-vacancy');
  }

  private designate(row: DesignationRow, { id, events }: KnownVacancy, rowDigest: string): Promise<RowOutcome> {
    const { basis, holder } = row;
    const act: VacancyAct = {
      verb: 'candidates',
      given: { basis: basis ?? 'reservation', holder },
      newId: newUuid(),
      household: householdOf(row),
    };
    return this.send(id, act, { revision: events.length - 1, rowDigest });
  }

  /** What a row says again of a candidate that dropped out, or whose vacancy has ended, is no step. */
  private async correct(
    row: DesignationRow,
    { id, vacancy, events, candidate }: KnownVacancy & { readonly candidate: Candidate },
    rowDigest: string,
  ): Promise<RowOutcome> {
    if (row.basis !== null && row.basis !== candidate.basis)
      return refuse('basis-not-corrected', { recorded: candidate.basis });
    const isRunning = isLive(candidate) && isOpen(vacancy);
    if (!isRunning && (await this.isKnown(row, candidate, events))) return 'unchanged';
    const { householdNumber: _number, publics, ...changes } = householdOf(row);
    const belongs = Object.fromEntries([
      ...(candidate.facts.publics ?? []).map((one) => [one, false] as const),
      ...publics.map((one) => [one, true] as const),
    ]);
    const act: CandidateAct = {
      verb: 'facts',
      candidate: candidate.id,
      motive: FACTS_MOTIVE,
      changes,
      publics: belongs,
    };
    return this.send(id, act, { revision: events.length - 1, rowDigest });
  }

  /** Whether the row says of the candidate what is recorded. Of an erased household nothing can be compared. */
  private async isKnown(
    row: DesignationRow,
    { id, household, facts }: Candidate,
    events: KnownVacancy['events'],
  ): Promise<boolean> {
    const sealed = sealedOf(events, await (await this.stores.vault()).keysOf([household])).get(id);
    if (!sealed) return false;
    const { transfer, essentialWorker, composition, publics } = householdOf(row);
    return (
      sealedChanges(sealed, sealedCandidateOf(householdOf(row))) === undefined &&
      transfer === facts.transfer &&
      essentialWorker === facts.essentialWorker &&
      composition === facts.composition &&
      [...publics].sort().join() === [...(facts.publics ?? [])].sort().join()
    );
  }

  private async send(
    vacancy: Uuid,
    act: VacancyAct | CandidateAct,
    { revision, rowDigest }: { readonly revision: number; readonly rowDigest: string },
  ): Promise<RowOutcome> {
    const commandId = rowEventId(VACANCY_STREAMS.name(vacancy), revision, rowDigest);
    const sending: Sending = { actor: this.actor, commandId };
    const answer = await this.recorder.send({ vacancy, act }, sending);
    if (isRefusal(answer)) return answer;
    return answer.types.length > 0 ? 'recorded' : 'unchanged';
  }
}

/**
 * The vacancy that the row is about: of that dwelling and day. One that was closed as an error is no more than an error: another row declares
 * the dwelling anew.
 */
function vacancyOfRow(
  { availableOn }: VacancyRow,
  vacancies: readonly KnownVacancy[],
  rowDigest: string,
): KnownVacancy | undefined {
  const ofDay = vacancies.filter(({ vacancy }) => vacancy.declared.availableOn === availableOn);
  const open = ofDay.find(({ vacancy }) => isOpen(vacancy));
  const newest = open ?? ofDay[0];
  const isError = newest && newest !== open && wasAnError(newest);
  return isError && lastRowDigest(newest.events, OF_VACANCY) !== rowDigest ? undefined : newest;
}

function wasAnError({ events }: KnownVacancy): boolean {
  return events.some((event) => event.type === 'VacancyClosed' && event.data['motive'] === 'erreur');
}

function refuseOtherDeclaration(row: VacancyRow, { vacancy: { declared } }: KnownVacancy): Refusal | undefined {
  const field = DECLARED.find((one) => row[one] !== null && row[one] !== declared[one]);
  return field && refuse('declaration-not-corrected', { field });
}

/** An empty cell leaves what is recorded as it is. */
function saysTheSame(row: VacancyRow, oriented: OrientedFacts): boolean {
  const { holder, lastDay, forOneTurn, outsideFlow, delegatedTo } = row;
  const given = { holder, lastDay, forOneTurn, outsideFlow, delegatedTo };
  return Object.entries(given).every(
    ([field, value]) => value === null || value === oriented[field as keyof typeof given],
  );
}

/** Only another last day is a new delay; all else corrects the orientation before. */
function groundOf(row: VacancyRow, oriented: OrientedFacts): ReorientationGround {
  return saysTheSame({ ...row, lastDay: null }, oriented) ? 'nouveau_delai' : 'erreur';
}

function orientationOf(row: VacancyRow, holder: string, ground: ReorientationGround | null): VacancyAct {
  const { lastDay, forOneTurn, outsideFlow, delegatedTo } = row;
  return {
    verb: 'orientation',
    given: { holder, lastDay, forOneTurn: forOneTurn ?? false, outsideFlow, delegatedTo, ground },
  };
}

/** The last candidate that the household is on the vacancy, and rather one that is still in the running. */
function candidateOfHousehold(candidates: readonly Candidate[], household: Uuid | undefined): Candidate | undefined {
  const theirs = candidates.filter((one) => one.household === household);
  return theirs.findLast(isLive) ?? theirs.at(-1);
}

function digestOf({ id }: Candidate, events: KnownVacancy['events']): string | undefined {
  return lastRowDigest(events, OF_CANDIDATE, ({ data }) => data['candidate'] === id);
}

function householdOf(row: DesignationRow): ProposedHousehold {
  const { reference: _reference, residence: _residence, basis: _basis, holder: _holder, ...household } = row;
  return household;
}
