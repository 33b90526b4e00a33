import { refusalOf, type Actor } from '#access';
import { ALLOCATION_STREAMS } from '#allocation';
import type { PipelineStores } from '#deciding';
import { readWholeStream, START, type Position, type RecordedEvent } from '#event-store';
import { refuse, type Day, type Instant, type Json, type JsonObject, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type OrientedFacts } from '../events';
import { noticesOfCommission, noticesOfLease, type Notice } from '../notices';
import { readVacancy, type OpenedVacancy } from '../recording/read-vacancy';
import type { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import { maySee, refuseActor, type Places } from '../recording/who-acts';
import { candidateOf, statusOf, type Candidate, type Vacancy } from '../vacancy';
import type { CandidateStatus, VacancyStatus } from '../words';

/** A vacancy as the API shows it. It names nobody: a household is a random id. */
export interface VacancyView {
  readonly vacancy: Uuid;
  readonly status: VacancyStatus;
  readonly revision: number;
  readonly position: Position;
  readonly residence: string;
  /** The landlord of today. */
  readonly landlord: string;
  readonly commune: string;
  readonly availableOn: Day;
  readonly orientation: OrientedFacts | null;
  readonly candidates: readonly CandidateView[];
  readonly notices: readonly Notice[];
}

export interface CandidateView {
  readonly candidate: Uuid;
  readonly household: Uuid;
  readonly status: CandidateStatus;
  readonly rank: number | null;
  readonly reason: string | null;
  readonly basis: string;
  readonly holder: string;
  readonly decidedOn: Day | null;
  readonly documentDue: Day | null;
  /** The last day to answer its last offer. */
  readonly lastDay: Day | null;
}

/** One event of a vacancy or of its lease, with its clear data. */
export interface HistoryEntry {
  readonly type: string;
  /** The lease that the event is about; null for an event of the vacancy itself. */
  readonly allocation: Uuid | null;
  /** In the stream of the vacancy, or of its lease. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly effectiveDay: Day | null;
  readonly data: JsonObject;
}

export interface VacancyHistory {
  readonly vacancy: Uuid;
  readonly events: readonly HistoryEntry[];
}

/** Reads vacancies from their own streams, so an answer contains all that was acknowledged before. */
export class VacancyReader {
  constructor(
    private readonly stores: PipelineStores,
    private readonly circumstances: RecordedCircumstances,
  ) {}

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy` also outside the actor's scope. */
  async show(vacancy: Uuid, actor: Actor): Promise<VacancyView | Refusal> {
    const found = await this.find(vacancy, actor);
    if ('refused' in found) return found;
    const { state, places, events } = found;
    const { residence, availableOn } = state.declared;
    return {
      vacancy,
      status: statusOf(state),
      revision: events.length - 1,
      position: events.at(-1)?.position ?? START,
      residence,
      landlord: places.residence.landlord,
      commune: places.residence.commune,
      availableOn,
      orientation: state.orientation && orientationOf(state.orientation),
      candidates: state.candidates.map(candidateView),
      notices: this.noticesOf(state, events),
    };
  }

  private noticesOf({ commission, declared }: Vacancy, events: readonly RecordedEvent[]): readonly Notice[] {
    const isListedOn = (day: Day) => this.circumstances.isListedOn(declared.residence, day);
    return [
      ...(commission ? noticesOfCommission(commission, isListedOn) : []),
      ...noticesOfLease(events.map((event) => VACANCY_STREAMS.read(event))),
    ];
  }

  /** With the events of its lease among those of the vacancy. Refused as `show`. */
  async history(vacancy: Uuid, actor: Actor): Promise<VacancyHistory | Refusal> {
    const found = await this.find(vacancy, actor);
    if ('refused' in found) return found;
    const { lease } = found.state;
    const ofLease = lease ? await readWholeStream(this.stores.store, ALLOCATION_STREAMS.name(lease.allocation)) : [];
    const events = [...found.events, ...ofLease].sort((a, b) => (a.position < b.position ? -1 : 1));
    return { vacancy, events: events.map(entryOf) };
  }

  /** The vacancy with what it seals, for a reading that shows none of it. Refused as `show`. */
  async open(vacancy: Uuid, actor: Actor): Promise<OpenedVacancy | Refusal> {
    const found = await this.find(vacancy, actor);
    return 'refused' in found ? found : found.opened;
  }

  /**
   * Why the actor may not send a command about the vacancy; undefined where it may. A body that cannot be read is
   * refused only after this. Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy`, `unknown-candidate`.
   */
  async refusalFor(
    { vacancy, act }: { readonly vacancy: Uuid; readonly act: VacancyAct | CandidateAct },
    actor: Actor,
  ): Promise<Refusal | undefined> {
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const found = await this.load(vacancy);
    if (!found) return refuse('unknown-vacancy');
    const { state, places } = found;
    const forbidden = refuseActor(actor, act, { vacancy: state, places });
    if (forbidden) return forbidden;
    return 'candidate' in act && !candidateOf(state, act.candidate) ? refuse('unknown-candidate') : undefined;
  }

  private async find(vacancy: Uuid, actor: Actor): Promise<Found | Refusal> {
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const found = await this.load(vacancy);
    return found && maySee(actor, found.state, found.places) ? found : refuse('unknown-vacancy');
  }

  /** Undefined where it was never declared. */
  private async load(vacancy: Uuid): Promise<Found | undefined> {
    const read = await readVacancy(this.stores, vacancy);
    const places = read && (await this.circumstances.placesOf(read.vacancy));
    return places && { opened: read, state: read.vacancy, places, events: read.events };
  }
}

interface Found {
  readonly opened: OpenedVacancy;
  readonly state: Vacancy;
  readonly places: Places;
  readonly events: readonly RecordedEvent[];
}

function orientationOf(facts: OrientedFacts): OrientedFacts {
  const { holder, on, lastDay, forOneTurn, outsideFlow, delegatedTo, ground } = facts;
  return { holder, on, lastDay, forOneTurn, outsideFlow, delegatedTo, ground };
}

function candidateView({ id, ...candidate }: Candidate): CandidateView {
  const { household, status, rank, reason, basis, holder, decidedOn, condition, offer } = candidate;
  const lastDay = offer?.lastDay ?? null;
  const documentDue = condition?.due ?? null;
  return { candidate: id, household, status, rank, reason, basis, holder, decidedOn, documentDue, lastDay };
}

function entryOf({ stream, type, revision, data, metadata }: RecordedEvent): HistoryEntry {
  const { recordedAt, actor, role, effectiveDay = null } = metadata;
  const allocation = ALLOCATION_STREAMS.owns(stream) ? (ALLOCATION_STREAMS.idOf(stream) as Uuid) : null;
  return { type, allocation, revision, recordedAt, actor, role, effectiveDay, data: withoutPublics(data) };
}

/** The sensitive publics of a household are shown to nobody here, as in a history without names. */
function withoutPublics(data: JsonObject): JsonObject {
  const { publics: _publics, changes, ...rest } = data as Readonly<Record<string, Json>>;
  if (changes === undefined) return rest;
  const { publics: _changed, ...others } = changes as JsonObject;
  return { ...rest, changes: others };
}
