import { EVERYTHING } from '#access';
import type { Position, RecordedEvent } from '#event-store';
import type { Day, JsonObject, Uuid } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { eachDocument, type ReadModel, type Where } from '#read-store';
import { APPLICATION_STREAMS } from '../applications/application';
import { DUTY_STREAMS, evolveDuty } from '../duties/duty';
import { VACANCY_STREAMS, type CandidateFacts, type VacancyEvent } from '../events';
import { QPV_COMMISSION_STREAMS } from '../qpv-commissions/qpv-commission';
import { subjectOf, TASK_STREAMS } from '../tasks/task';
import {
  VACANCY_MODEL,
  type Candidacy,
  type DutyDocument,
  type QpvCommissionDocument,
  type QpvStep,
  type SittingDecisions,
  type StateDocument,
  type StateEntry,
  type VacancyRow,
} from './model';
import { ListedVacancies, type ListedVacancy } from './listed-vacancies';
import { PLACE_TYPES, Places } from './places';
import { track, type TrackedVacancy } from './tracked-vacancy';
import { rowId, rowsOf } from './vacancy-rows';

/** Vacancies joined with their places, their tasks, and what stands beside them. */
export const vacancyProjection: Projection = {
  model: VACANCY_MODEL,
  types: [
    ...PLACE_TYPES,
    ...VACANCY_STREAMS.types,
    ...TASK_STREAMS.types,
    ...APPLICATION_STREAMS.types,
    ...DUTY_STREAMS.types,
    ...QPV_COMMISSION_STREAMS.types,
  ],
  start: (model) => new VacancyRun(model),
};

const PAGE = 500;

/** Keeps places and the last vacancies in memory, and nothing else: each event writes the documents of its subject whole. */
class VacancyRun implements ProjectionRun {
  private readonly places = new Places();
  private readonly vacancies = new ListedVacancies();

  constructor(private readonly model: ReadModel) {}

  apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const { type, stream } = event;
    if (VACANCY_STREAMS.has(type)) return this.ofVacancy(event, batch);
    if (TASK_STREAMS.has(type)) return this.ofTask(subjectOf(TASK_STREAMS.idOf(stream))!.vacancy, event, batch);
    if (APPLICATION_STREAMS.has(type)) return this.ofApplication(event, batch);
    if (DUTY_STREAMS.has(type)) return this.ofDuty(event, batch);
    if (QPV_COMMISSION_STREAMS.has(type)) return this.ofQpvCommission(event, batch);
    return this.ofPlace(event, batch);
  }

  private async ofTask(vacancy: Uuid, event: RecordedEvent, batch: Batch): Promise<void> {
    await this.extend(vacancy, event, batch);
  }

  private async ofVacancy(event: RecordedEvent, batch: Batch): Promise<void> {
    const vacancy = VACANCY_STREAMS.idOf(event.stream) as Uuid;
    const known = VACANCY_STREAMS.read(event);
    const before = await this.extend(vacancy, event, batch);
    if (known.type === 'CandidateProposed' || known.type === 'CandidateDesignated')
      this.keepCandidacy(vacancy, known.data, event.position, batch);
    if (known.type === 'CommissionHeld' || known.type === 'CommissionCorrected')
      this.keepDecisions(vacancy, known, before, { position: event.position, batch });
    const step = stepOf(known);
    if (step) await this.keepStep(step, before, event, batch);
  }

  /** Adds the event to the vacancy and writes its next rows. Nothing where the vacancy is not declared. Returns the vacancy before it. */
  private async extend(vacancy: Uuid, event: RecordedEvent, batch: Batch): Promise<ListedVacancy> {
    const { position } = event;
    const before = await this.vacancies.before(vacancy, position, batch);
    const entry = entryOf(event);
    const tracked = track(before.tracked, entry);
    if (!tracked) return before;
    const rows = rowsOf(tracked, await this.placesOf(tracked, before.entries[0] ?? entry, position, batch), position);
    // The rows so far hold up to this event.
    for (const row of before.rows) putRow({ ...row, to: position }, position, batch);
    for (const row of rows) putRow(row, position, batch);
    const { declared, orientation } = tracked.vacancy;
    const entries = [...before.entries, { ...entry, rows: rows.map(({ since }) => since) }];
    batch.put<StateDocument>({
      collection: 'states',
      id: vacancy,
      position,
      body: { residence: declared.residence, holder: orientation?.holder ?? null, entries },
    });
    this.vacancies.keep(vacancy, position, { entries, tracked, rows });
    return before;
  }

  private async placesOf(
    { vacancy }: TrackedVacancy,
    { recordedAt }: Pick<StateEntry, 'recordedAt'>,
    position: Position,
    batch: Batch,
  ): Promise<Parameters<typeof rowsOf>[1]> {
    const { declared, orientation } = vacancy;
    return {
      residence: await this.places.residenceAt(declared.residence, position, batch),
      holder: orientation ? await this.places.holderAt(orientation.holder, position, batch) : undefined,
      declaredAt: recordedAt,
    };
  }

  private keepCandidacy(
    vacancy: Uuid,
    { candidate, household }: CandidateFacts,
    position: Position,
    batch: Batch,
  ): void {
    batch.put<Candidacy>({ collection: 'candidacies', id: candidate, position, body: { household, vacancy } });
  }

  /** A correction that names another sitting takes the decisions from the first. */
  private keepDecisions(
    vacancy: Uuid,
    known: CommissionEvent,
    before: ListedVacancy,
    { position, batch }: { readonly position: Position; readonly batch: Batch },
  ): void {
    const { sitting, on, decisions } = known.data;
    const put = (of: Uuid, holds: 0 | 1): void =>
      batch.put<SittingDecisions>({
        collection: 'sittings',
        id: `${of}@${vacancy}`,
        position,
        body: { sitting: of, vacancy, on, holds, decisions: holds === 1 ? decisions : [] },
      });
    if (known.type === 'CommissionCorrected') {
      const { commission } = before.tracked!.vacancy;
      if (commission?.sitting && commission.sitting !== sitting) put(commission.sitting, 0);
    }
    if (sitting) put(sitting, 1);
  }

  private async keepStep(
    step: Pick<QpvStep, 'kind' | 'on' | 'motive'>,
    { tracked }: ListedVacancy,
    { id, position }: RecordedEvent,
    batch: Batch,
  ): Promise<void> {
    const { residence, districts } = tracked!.vacancy.declared;
    const { facts } = await this.places.residenceAt(residence, position, batch);
    batch.put<QpvStep>({
      collection: 'qpvSteps',
      id,
      position,
      body: { from: position, ...step, commune: facts.commune, districts },
    });
  }

  /** What ends or opens an application again, for each vacancy of which the household is a candidate. */
  private async ofApplication(event: RecordedEvent, batch: Batch): Promise<void> {
    const household = APPLICATION_STREAMS.idOf(event.stream) as Uuid;
    const vacancies = new Set<Uuid>();
    await this.each<Candidacy>('candidacies', { household }, batch, (_, { vacancy }) => vacancies.add(vacancy));
    for (const vacancy of vacancies) await this.extend(vacancy, event, batch);
  }

  /** A document that is already from this event or from a later one holds what the event says. */
  private async ofDuty(event: RecordedEvent, batch: Batch): Promise<void> {
    const { position, stream } = event;
    const known = DUTY_STREAMS.read(event);
    const id = known.data.duty;
    const before = await batch.get<DutyDocument>('duties', id);
    if (before && before.position >= position) return;
    const duty = evolveDuty(before?.body.duty ?? null, known)!;
    const household = DUTY_STREAMS.idOf(stream) as Uuid;
    const residence = before?.body.residence ?? duty.refusals[0]!.residence;
    const body = { household, openedOn: duty.openedOn, duty, residence };
    batch.put<DutyDocument>({ collection: 'duties', id, position, body });
  }

  private async ofQpvCommission(event: RecordedEvent, batch: Batch): Promise<void> {
    const { data: facts } = QPV_COMMISSION_STREAMS.read(event);
    const { position } = event;
    const known = await batch.get<QpvCommissionDocument>('qpvCommissions', facts.commune);
    if (known && known.position >= position) return;
    const before = known?.body.adoptions ?? [];
    const adopted = facts.rulesAdoptedOn;
    const adoptions = adopted && !before.includes(adopted) ? [...before, adopted] : before;
    const body = { facts, adoptions };
    batch.put<QpvCommissionDocument>({ collection: 'qpvCommissions', id: facts.commune, position, body });
  }

  private async ofPlace(event: RecordedEvent, batch: Batch): Promise<void> {
    const { kind, code, matters } = await this.places.change(event, batch);
    if (!matters) return;
    const vacancies: Uuid[] = [];
    await this.each<StateDocument>('states', { [kind]: code }, batch, (id) => vacancies.push(id as Uuid));
    for (const vacancy of vacancies) await this.extend(vacancy, event, batch);
  }

  /** Visits the documents that hold what earlier events wrote. */
  private async each<Body>(
    collection: string,
    where: Where,
    batch: Batch,
    visit: (id: string, body: Body) => unknown,
  ): Promise<void> {
    await batch.flush();
    await eachDocument<Body>(this.model, { collection, scope: EVERYTHING, where, limit: PAGE }, ({ id, body }) => {
      visit(id, body);
      return true;
    });
  }
}

type CommissionEvent = Extract<VacancyEvent, { readonly type: 'CommissionHeld' | 'CommissionCorrected' }>;

function putRow(body: VacancyRow, position: Position, batch: Batch): void {
  batch.put({ collection: 'vacancies', id: rowId(body), position, body });
}

function entryOf({ position, revision, stream, type, data, metadata }: RecordedEvent): StateEntry {
  const { recordedAt, effectiveDay } = metadata;
  const isOwn = VACANCY_STREAMS.has(type);
  return {
    from: position,
    revision: isOwn ? revision : null,
    recordedAt,
    on: effectiveDay ?? null,
    stream,
    type,
    data: isOwn ? withoutHousehold(data) : data,
    rows: [],
  };
}

/** What figures read of a household is kept nowhere here. */
function withoutHousehold(data: JsonObject): JsonObject {
  if ('household' in data) {
    const { candidate, household, basis, holder, on } = data as unknown as CandidateFacts;
    return { candidate, household, basis, holder, on };
  }
  return 'changes' in data ? { ...data, changes: {} } : data;
}

/** The step of the QPV commission that the event is; undefined where it is none. */
function stepOf(
  event: VacancyEvent,
): { readonly kind: QpvStep['kind']; readonly on: Day; readonly motive: string | null } | undefined {
  if (event.type === 'CandidateProposed') return { kind: 'proposals', on: event.data.on, motive: null };
  if (event.type === 'ProposalEndorsed') return { kind: 'endorsements', on: event.data.on, motive: null };
  if (event.type === 'DesignationDeferred') return { kind: 'deferrals', on: event.data.on, motive: event.data.motive };
  return undefined;
}
