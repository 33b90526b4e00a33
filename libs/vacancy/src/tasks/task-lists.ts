import { EVERYTHING, refusalOf, type Actor } from '#access';
import type { PipelineStores } from '#deciding';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import { refuse, type Day, type Refusal } from '#kernel';
import { admissionIn, type CeiledHousehold } from '../duties/admission';
import { dutiesIn } from '../duties/duties';
import { isDutyOpen } from '../duties/duty';
import { suits } from '../duties/suits';
import { rowsNow, rowsOfVacancies, unscoped, VacancyReading, type OpenReading } from '../lists/vacancy-reading';
import { isStateScope } from '../lists/visible-scope';
import type { DutyDocument, VacancyRow } from '../projections/model';
import type { ProcessReference } from '../recording/process-reference';
import { readVacancy } from '../recording/read-vacancy';
import { refuseBeside } from '../recording/who-acts-beside';
import { candidateOf } from '../vacancy';
import { LIVE_STATUSES, type VacancyStatus } from '../words';
import { subjectOf, type TaskSubject } from './task';
import { DOERS } from './tasks-of';
import {
  inOrder,
  isTheirs,
  offerView,
  qualityOf,
  ownsOffers,
  seesOffer,
  taskView,
  type OwedOffer,
  type TaskReader,
  type TaskView,
} from './task-views';

/** A vacancy of these statuses may still be offered to a household that nobody designated on it. */
const STILL_FREE: readonly VacancyStatus[] = ['declared', 'oriented', 'returned', 'designated'];

/** With what the ceiling of a dwelling's financing reads of the household. */
interface OwedUnderCeiling extends OwedOffer {
  readonly ceiled: CeiledHousehold;
}

/** What waits for whom. A list shows all that was acknowledged before it was asked. */
export class TaskLists {
  private readonly stores: PipelineStores;

  constructor(
    { pipelineStores }: Pick<Installation, 'pipelineStores'>,
    private readonly reading: VacancyReading,
    private readonly reference: ProcessReference,
  ) {
    this.stores = pipelineStores;
  }

  /** Refused: `not-allowed`, `scope-not-allowed`. */
  async list(actor: Actor, atLeast?: Position): Promise<readonly TaskView[] | Refusal> {
    const refusal = refusalOf(actor, 'take-tasks');
    if (refusal) return refusal;
    const reading = await this.reading.open(actor, atLeast);
    const reader = this.readerOf(actor, reading);
    const rows = await rowsNow(reading, { waits: 1 });
    const tasks = rows.flatMap((row) => row.tasks.map((task) => taskView(task, row, reader)));
    const offers = await this.offersIn(rows, reader, reading);
    return inOrder([...tasks, ...offers].filter((view) => view !== undefined));
  }

  /**
   * What a task is about, for who says something of it. Refused: `not-allowed`, `scope-not-allowed` where another must do
   * it, `unknown-task` where nothing of the kind waits.
   * @param isRepeated the request may be one that was answered before: then the task may be gone by now
   */
  async find(task: string, actor: Actor, isRepeated = false): Promise<TaskSubject | Refusal> {
    const refusal = refuseBeside(actor, 'task');
    if (refusal) return refusal;
    const subject = subjectOf(task);
    const seen = await this.reading.open(actor);
    const reading = unscoped(seen);
    const row = subject && (await rowsOfVacancies(reading, [subject.vacancy])).get(subject.vacancy);
    if (!row) return refuse('unknown-task');
    // Whether a task waits tells the state of its vacancy.
    if ((await rowsOfVacancies(seen, [subject.vacancy])).size === 0) return refuse('scope-not-allowed');
    const reader = this.readerOf(actor, reading);
    const { kind } = subject;
    const waits =
      kind === 'substituteOffer'
        ? await this.isOffer(row, task, reader, reading)
        : row.tasks.some((one) => one.task === task);
    if (!waits && !(isRepeated && row.said[task] !== undefined)) return refuse('unknown-task');
    const isAllowed = kind === 'substituteOffer' ? ownsOffers(reader) : isTheirs(DOERS[kind], row, reader);
    return isAllowed ? subject : refuse('scope-not-allowed');
  }

  private readerOf(actor: Actor, { today }: OpenReading): TaskReader {
    const { scope } = actor;
    const isState = isStateScope(scope, (code) => this.reference.holder(code));
    return { scope, quality: qualityOf(actor), isState, today, timeZone: this.reading.timeZone };
  }

  /** Also where it was postponed. */
  private async isOffer(row: VacancyRow, task: string, reader: TaskReader, reading: OpenReading): Promise<boolean> {
    const everybody = { ...reader, scope: EVERYTHING, quality: 'all' as const };
    const offers = await this.offersIn([{ ...row, said: {} }], everybody, reading);
    return offers.some((view) => view?.task === task);
  }

  /** The substitute offers that the free dwellings may be, outside the legal lists in force (L441-2-2). */
  private async offersIn(
    rows: readonly VacancyRow[],
    reader: TaskReader,
    { model, today }: OpenReading,
  ): Promise<readonly (TaskView | undefined)[]> {
    const free = rows.filter(
      (row) =>
        STILL_FREE.includes(row.status) && seesOffer(row, reader) && !this.reference.isListedOn(row.residence, today),
    );
    if (free.length === 0) return [];
    const open = (await dutiesIn(model)).filter(({ duty }) => isDutyOpen(duty));
    const owed = (await Promise.all(open.map((one) => this.owedBy(one)))).filter((one) => one !== undefined);
    return free.flatMap((row) =>
      owed.filter((one) => this.mayBeOffered(row, one, today)).map((one) => offerView(one, row, reader)),
    );
  }

  /** Undefined where the household was erased: nothing tells then how many persons it has. */
  private async owedBy({
    duty: { duty, refusals },
    household,
    openedOn,
  }: DutyDocument): Promise<OwedUnderCeiling | undefined> {
    const newest = refusals.at(-1)!;
    const opened = await readVacancy(this.stores, newest.vacancy);
    const sealed = await opened?.sealedOf(newest.candidate);
    if (!opened || !sealed) return undefined;
    const { composition } = candidateOf(opened.vacancy, newest.candidate)!.facts;
    const persons = sealed.personsOf14OrMore + sealed.childrenUnder14;
    return { duty, household, openedOn, persons, ceiled: { ...sealed, composition } };
  }

  private mayBeOffered(row: VacancyRow, { household, persons, ceiled }: OwedUnderCeiling, day: Day): boolean {
    const { candidates, dwellingType: type, surface } = row;
    if (candidates.some((one) => one.household === household && LIVE_STATUSES.includes(one.status))) return false;
    return suits(persons, { type, surface }, admissionIn(ceiled, row, { day, places: this.reference }).admitted);
  }
}
