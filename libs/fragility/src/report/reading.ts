import { covers, EVERYTHING, kindsOf, refusalOf, type Actor } from '#access';
import { ConventionHistory, timeZoneOf } from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { dayAt, refuse, yearOf, type AsOf, type Clock, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel, type ReadStore } from '#read-store';
import { landlordOn, type ResidenceFacts } from '#territory';
import { fragilityProjection } from '../projections/fragility-projection';
import {
  FRAGILITY_MODEL,
  NEWEST,
  residenceAt,
  rowsAt,
  type Provenance,
  type ResidenceState,
  type SubjectDocument,
  type SubjectFacts,
} from '../projections/model';
import { delaysOn, scalesOf } from '../convention-scales';
import type { FreshnessDelays } from '../delays';
import type { PriorityListFacts } from '../events';
import { newestSurvey } from '../note-on';
import { occupancyOf, type Occupancy } from '../residence-types';
import type { SurveyScales } from '../survey-scale';

export interface FragilitySources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  /** The convention in these events; read from them where absent. */
  readonly convention?: ConventionHistory;
}

export interface FragilityQuery {
  /** The day of the notes; today where absent. */
  readonly on?: Day;
  /** Reports what was recorded up to then; up to the head of the history where absent. */
  readonly asOf?: AsOf;
}

/** The header of every report on fragility. */
export interface ReadingHeader {
  readonly on: Day;
  /** The instant asked, else the time of the last event in the report; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is incomplete: the report then holds only a part of it. */
  readonly incompleteImport?: IncompleteImport;
}

/** A residence that the actor may see, as known at the position of the reading, with its whole document. */
export interface SeenResidence extends ResidenceState {
  readonly document: SubjectDocument;
}

/** A list as it was established, with who established it and when. */
export interface EstablishedList {
  readonly facts: PriorityListFacts;
  readonly provenance: Provenance;
}

/** The territory as known at the position, limited to what the actor may see. */
export interface FragilityReading {
  readonly header: ReadingHeader;
  readonly today: Day;
  /** Facts are read as of this position. */
  readonly position: Position;
  /** In the order of their codes. */
  readonly residences: readonly SeenResidence[];
  /** Every residence by code, for its names only: it does not follow the actor's scope. */
  readonly everyResidence: ReadonlyMap<string, ResidenceFacts>;
  /** How the whole territory's dwellings are occupied, by the newest survey of each residence on the day. */
  readonly occupancy: Occupancy;
  /** The scales and the days from which they are in force, as known at the position. */
  readonly scales: SurveyScales;
  /** The delays of the convention in force on the day. */
  readonly delays: FreshnessDelays;
  /** The known facts of a collection, by code. */
  known<Kind extends NamedKind>(kind: Kind): Promise<ReadonlyMap<string, SubjectFacts[Kind]>>;
  /** By landlord, the newest first. */
  lists(): Promise<readonly EstablishedList[]>;
  /** Everything recorded about each landlord, by code. */
  landlordDocuments(): Promise<ReadonlyMap<string, SubjectDocument>>;
}

type NamedKind = 'communes' | 'landlords' | 'districts';

const PAGE = 1_000;

/** Reads the model at one moment, for one actor. Every report reads the model through this class. */
export class FragilityReadings {
  private readonly convention: ConventionHistory;

  constructor(private readonly sources: FragilitySources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
  }

  /**
   * Reads what the projection has committed: a caller that needs the head of the history catches up first. Rights follow today's owner, as
   * known now: a landlord sees the past of the residences that it owns, and nothing of those that it has sold.
   * Refused: `not-allowed`, `scope-not-allowed` (a scope of holders alone has no residences).
   */
  async read({ on, asOf: asked }: FragilityQuery, actor: Actor): Promise<FragilityReading | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const kinds = kindsOf(actor.scope);
    if (kinds.length > 0 && kinds.every((kind) => kind === 'holder'))
      return refuse('scope-not-allowed', { scope: 'holder' });
    const { events, readStore, clock } = this.sources;
    const model = await readStore.active(FRAGILITY_MODEL);
    const today = dayAt(clock.now(), timeZoneOf(await this.convention.latest()));
    const asOf = await this.convention.instantOf(asked);
    const moment = await (asOf === undefined
      ? newestMoment(fragilityProjection, events, model)
      : momentAt(fragilityProjection, events, model, asOf));
    const incomplete = await incompleteImport(events, moment.position);
    const position = moment.reading;
    const day = on ?? today;
    const recorded = await this.convention.at(moment.position);
    const all = await everyResidenceAt(model, position);
    const surveys = all.flatMap((residence) => newestSurvey(yearOf(day), residence.surveys) ?? []);
    return {
      header: {
        on: day,
        asOf: moment.asOf,
        position: moment.position,
        ...(incomplete && { incompleteImport: incomplete }),
      },
      today,
      position,
      residences: all.filter(({ document }) => isSeenBy(actor, today, residenceAt(document, NEWEST)!)),
      everyResidence: new Map(all.map(({ facts }) => [facts.code, facts])),
      occupancy: occupancyOf(surveys),
      scales: scalesOf(recorded),
      delays: delaysOn(day, recorded),
      known: (collection) => knownFacts(collection, model, position),
      lists: () => establishedLists(model, position),
      landlordDocuments: () => documentsOf('landlords', model),
    };
  }
}

/** In the order of their codes. An owner changes on a day, without an event on that day: no column of the store can hold the scope. */
async function everyResidenceAt(model: ReadModel, position: Position): Promise<readonly SeenResidence[]> {
  const residences: SeenResidence[] = [];
  const all = { collection: 'residences', scope: EVERYTHING, limit: PAGE };
  await eachDocument<SubjectDocument>(model, all, ({ body }) => {
    const state = residenceAt(body, position);
    if (state) residences.push({ ...state, document: body });
    return true;
  });
  return residences.sort((a, b) => (a.facts.code < b.facts.code ? -1 : 1));
}

/** Whether a residence is within the actor's scope today. */
export function isSeenBy({ scope }: Actor, today: Day, residence: ResidenceState): boolean {
  return covers(scope, { landlord: landlordOn(today, residence), commune: residence.facts.commune });
}

async function documentsOf(collection: string, model: ReadModel): Promise<ReadonlyMap<string, SubjectDocument>> {
  const documents = new Map<string, SubjectDocument>();
  await eachDocument<SubjectDocument>(model, { collection, scope: EVERYTHING, limit: PAGE }, ({ id, body }) => {
    documents.set(id, body);
    return true;
  });
  return documents;
}

async function knownFacts<Kind extends NamedKind>(
  collection: Kind,
  model: ReadModel,
  position: Position,
): Promise<ReadonlyMap<string, SubjectFacts[Kind]>> {
  const known = new Map<string, SubjectFacts[Kind]>();
  for (const [id, document] of await documentsOf(collection, model)) {
    const facts = rowsAt<SubjectFacts[Kind]>(document, 'facts', position).get('');
    if (facts) known.set(id, facts);
  }
  return known;
}

async function establishedLists(model: ReadModel, position: Position): Promise<readonly EstablishedList[]> {
  const lists: EstablishedList[] = [];
  const all = { collection: 'lists', scope: EVERYTHING, limit: PAGE };
  await eachDocument<SubjectDocument<PriorityListFacts>>(model, all, ({ body }) => {
    const entry = body.entries.findLast(({ from }) => from <= position);
    if (entry) lists.push({ facts: entry.facts, provenance: entry.provenance });
    return true;
  });
  return lists.sort(({ facts: a }, { facts: b }) =>
    a.landlord === b.landlord ? (a.on > b.on ? -1 : 1) : a.landlord < b.landlord ? -1 : 1,
  );
}
