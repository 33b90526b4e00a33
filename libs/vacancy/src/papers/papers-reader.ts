import { covers, refusalOf, type Actor } from '#access';
import { commissionRulesOn, publicsOf, type ConventionHistory } from '#convention';
import type { PipelineStores } from '#deciding';
import { readWholeStream, type Position, type RecordedEvent } from '#event-store';
import { dayAt, isRefusal, refuse, type Day, type Instant, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS } from '../events';
import type { ProcessReference } from '../recording/process-reference';
import { readVacancy, type OpenedVacancy } from '../recording/read-vacancy';
import { maySee, type Places } from '../recording/who-acts';
import { SITTING_STREAMS, type SittingFacts } from '../sittings/sitting';
import { agendaVacancy, hasDesignated, type Agenda } from './agenda';
import { minutesVacancy, type Minutes } from './minutes';
import { named, type Named, type PaperEvent, type VacancyOnPaper } from './shown-dwelling';
import type { SittingIndex } from './sitting-index';

/** A vacancy that the actor may see, with its places of today. */
export interface SeenVacancy {
  readonly paper: VacancyOnPaper;
  readonly opened: OpenedVacancy;
  readonly places: Places;
}

interface Sitting {
  readonly id: Uuid;
  readonly facts: SittingFacts;
  readonly opened: RecordedEvent;
}

/** The papers of landlords' commissions, from the streams of vacancies. Reading one changes nothing. */
export class PapersReader {
  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: ProcessReference,
    private readonly index: SittingIndex,
    private readonly convention: ConventionHistory,
  ) {}

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-sitting` also outside the actor's scope. */
  async agendaOfSitting(id: Uuid, actor: Actor): Promise<Agenda | Refusal> {
    const sitting = await this.sitting(id, actor);
    if (isRefusal(sitting)) return sitting;
    const { landlord, on, form } = sitting.facts;
    const examined = await this.index.examinedIn(id);
    const waiting = await this.waitingOf(landlord);
    const seen = await this.seenOf([...new Set([...examined, ...waiting])], sitting, actor);
    if (isRefusal(seen)) return seen;
    const setting = { sitting: id, on, reference: this.reference, ...(await this.named()) };
    const vacancies = seen.map(({ paper }) => agendaVacancy(paper, setting));
    return { landlord: this.landlord(landlord), sitting: id, on, form, ...(await this.state()), vacancies };
  }

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy` also outside the actor's scope. */
  async agendaOfVacancy(id: Uuid, actor: Actor): Promise<Agenda | Refusal> {
    const seen = await this.see(id, actor);
    if (isRefusal(seen)) return seen;
    const { paper, places } = seen;
    const { commission } = paper.vacancy;
    const held = hasDesignated(paper.vacancy) ? null : commission;
    const on = held?.on ?? null;
    const setting = { sitting: null, on: on ?? this.today(), reference: this.reference, ...(await this.named()) };
    const vacancies = [agendaVacancy(paper, setting)];
    const landlord = this.landlord(places.residence.landlord);
    return { landlord, sitting: null, on, form: held?.form ?? null, ...(await this.state()), vacancies };
  }

  /** Refused as `agendaOfSitting`. */
  async minutesOfSitting(id: Uuid, actor: Actor): Promise<Minutes | Refusal> {
    const sitting = await this.sitting(id, actor);
    if (isRefusal(sitting)) return sitting;
    const seen = await this.seenOf(await this.index.examinedIn(id), sitting, actor);
    if (isRefusal(seen)) return seen;
    const { landlord, on, form, present } = sitting.facts;
    return {
      landlord: this.landlord(landlord),
      sitting: id,
      on,
      form,
      present,
      quorum: this.quorum(landlord, on),
      ...this.minutesOf(seen, sitting),
    };
  }

  /** Refused as `agendaOfVacancy`. */
  async minutesOfVacancy(id: Uuid, actor: Actor): Promise<Minutes | Refusal> {
    const seen = await this.see(id, actor);
    if (isRefusal(seen)) return seen;
    const { paper, places } = seen;
    const on = paper.vacancy.commission?.on ?? this.today();
    const { landlord } = this.reference.residenceOn(paper.vacancy.declared.residence, on) ?? places.residence;
    const alone = { sitting: null, on: null, form: null, present: null };
    const quorum = this.quorum(landlord, on);
    return { landlord: this.landlord(landlord), ...alone, quorum, ...this.minutesOf([seen], null) };
  }

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-vacancy` also outside the actor's scope. */
  async see(id: Uuid, actor: Actor): Promise<SeenVacancy | Refusal> {
    const refusal = refusalOf(actor, 'read-vacancies');
    if (refusal) return refusal;
    await this.reference.reachHead();
    const seen = await this.load(id);
    return seen && maySee(actor, seen.paper.vacancy, seen.places) ? seen : refuse('unknown-vacancy');
  }

  /** With the state of the history that the streams of the vacancies and of the sitting show. */
  private minutesOf(seen: readonly SeenVacancy[], sitting: Sitting | null) {
    const of = { sitting: sitting?.id ?? null, reference: this.reference };
    const vacancies = seen.flatMap(({ paper }) => minutesVacancy(paper, of) ?? []);
    const events = seen.flatMap(({ opened }) => opened.events);
    return { ...lastOf(sitting ? [sitting.opened, ...events] : events), vacancies };
  }

  private async sitting(id: Uuid, actor: Actor): Promise<Sitting | Refusal> {
    const refusal = refusalOf(actor, 'read-vacancies');
    if (refusal) return refusal;
    await this.reference.reachHead();
    const [opened] = await readWholeStream(this.stores.store, SITTING_STREAMS.name(id));
    return opened ? { id, facts: SITTING_STREAMS.read(opened).data, opened } : refuse('unknown-sitting');
  }

  /** By residence. A scope that does not cover the landlord sees only its own vacancies; without any, the sitting is unknown to it. */
  private async seenOf(
    ids: readonly Uuid[],
    { facts: { landlord } }: Sitting,
    actor: Actor,
  ): Promise<readonly SeenVacancy[] | Refusal> {
    const all = (await Promise.all(ids.map((id) => this.load(id)))).filter((one) => one !== undefined);
    const coversLandlord = covers(actor.scope, { landlord });
    const seen = coversLandlord ? all : all.filter(({ paper, places }) => maySee(actor, paper.vacancy, places));
    if (!coversLandlord && seen.length === 0) return refuse('unknown-sitting');
    const placeOf = ({ paper }: SeenVacancy): string => `${paper.vacancy.declared.residence}|${paper.id}`;
    return [...seen].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }

  /** The vacancies of the landlord's residences of today of which a candidate waits for a commission. */
  private async waitingOf(landlord: string): Promise<readonly Uuid[]> {
    const today = this.today();
    const waiting = await this.index.waiting();
    return waiting
      .filter(({ residence }) => this.reference.residenceOn(residence, today)?.landlord === landlord)
      .map(({ vacancy }) => vacancy);
  }

  private async load(id: Uuid): Promise<SeenVacancy | undefined> {
    const opened = await readVacancy(this.stores, id);
    const residence = opened && this.reference.residenceOn(opened.vacancy.declared.residence, this.today());
    if (!opened || !residence) return undefined;
    const events = opened.events.map((event): PaperEvent => ({
      ...VACANCY_STREAMS.read(event),
      recordedAt: event.metadata.recordedAt,
    }));
    const places = { residence, holderOf: (code: string) => this.reference.holder(code) };
    return { opened, places, paper: { id, vacancy: opened.vacancy, events } };
  }

  /** What the landlord's commission needed on its day. */
  private quorum(landlord: string, on: Day): number | null {
    return commissionRulesOn(this.reference.recordedConvention, landlord, on).quorum;
  }

  private landlord(code: string): Named {
    return named(this.reference, 'landlord', code);
  }

  private today(): Day {
    return dayAt(this.stores.clock.now(), this.reference.timeZone);
  }

  /** What the convention names: its publics, and its objectives. */
  private async named() {
    const recorded = await this.convention.latest();
    const parts = recorded ? [recorded.base, ...recorded.amendments] : [];
    const names = new Map(parts.flatMap(({ objectives }) => objectives ?? []).map(({ code, name }) => [code, name]));
    return { publics: publicsOf(recorded), objectiveName: (code: string) => names.get(code) ?? code };
  }

  private async state(): Promise<{ readonly asOf: Instant | null; readonly position: Position | null }> {
    const head = await this.stores.store.head();
    return { asOf: head?.recordedAt ?? null, position: head?.position ?? null };
  }
}

/** The last of these events, as the state that a paper shows. */
export function lastOf(events: readonly RecordedEvent[]): { asOf: Instant | null; position: Position | null } {
  let last: RecordedEvent | undefined;
  for (const event of events) if (!last || event.position > last.position) last = event;
  return { asOf: last?.metadata.recordedAt ?? null, position: last?.position ?? null };
}
