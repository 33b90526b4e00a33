import { covers, EVERYTHING, may, type Actor } from '#access';
import type { EventStore, Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { dayAt, refuse, type Clock, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel, type ReadStore } from '#read-store';
import { fragilityProjection } from '../projections/fragility-projection';
import {
  FRAGILITY_MODEL,
  landlordOn,
  residenceAt,
  rowsAt,
  type ResidenceState,
  type SubjectDocument,
  type SubjectFacts,
} from '../projections/model';
import { DEFAULT_SCALES, type SurveyScales } from '../survey-scale';

export interface FragilitySources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
}

export interface FragilityQuery {
  /** The day in the world; today where absent. */
  readonly on?: Day;
  /** What had been recorded by then; the head of the history where absent. */
  readonly asOf?: Instant;
}

/** What every report on fragility says of itself. */
export interface ReadingHeader {
  readonly on: Day;
  /** Recorded time of the last event taken in, or the instant asked; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not written whole: the report holds a part of it. */
  readonly incompleteImport?: IncompleteImport;
}

/** A residence that the actor may see, with everything that was recorded of it then. */
export interface SeenResidence extends ResidenceState {
  readonly document: SubjectDocument;
}

/** The territory as it was known, and as much of it as the actor may see. */
export interface FragilityReading {
  readonly header: ReadingHeader;
  readonly today: Day;
  /** Facts are read as of this position. */
  readonly position: Position;
  /** In the order of their codes. */
  readonly residences: readonly SeenResidence[];
  /** Which scale is in force on which day, as it was known. */
  readonly scales: SurveyScales;
  /** The known facts of a collection, by code. */
  known<Kind extends keyof SubjectFacts>(kind: Kind): Promise<ReadonlyMap<string, SubjectFacts[Kind]>>;
}

const PAGE = 1_000;
/** Sorts after every position. */
const NEWEST = '~' as Position;

/** Reads the model at one moment, for one actor: the only door to it for reports. */
export class FragilityReadings {
  constructor(private readonly sources: FragilitySources) {}

  /**
   * It shows what the projection has committed: who wants the head catches up first. Rights are of now, as of today's owner and of what is known
   * now: a landlord sees the past of what it owns, and nothing of what it has sold.
   * Refused: `not-allowed`, `scope-not-allowed` (landlords and communes have residences, another limited scope none).
   */
  async read({ on, asOf }: FragilityQuery, actor: Actor): Promise<FragilityReading | Refusal> {
    if (!may(actor, 'read-figures')) return refuse('not-allowed', { right: 'read-figures' });
    const { kind } = actor.scope;
    if (kind === 'holder') return refuse('scope-not-allowed', { scope: kind });
    const { events, readStore, clock } = this.sources;
    const today = dayAt(clock.now());
    const model = await readStore.active(FRAGILITY_MODEL);
    const moment = await (asOf === undefined
      ? newestMoment(fragilityProjection, events, model)
      : momentAt(fragilityProjection, events, model, asOf));
    const incomplete = await incompleteImport(events, moment.position);
    return {
      header: {
        on: on ?? today,
        asOf: moment.asOf,
        position: moment.position,
        ...(incomplete && { incompleteImport: incomplete }),
      },
      today,
      position: moment.reading,
      residences: await residencesSeenBy(actor, today, model, moment.reading),
      scales: DEFAULT_SCALES,
      known: (collection) => knownFacts(collection, model, moment.reading),
    };
  }
}

async function residencesSeenBy(
  actor: Actor,
  today: Day,
  model: ReadModel,
  position: Position,
): Promise<SeenResidence[]> {
  const seen: SeenResidence[] = [];
  // Owners change on days, without an event on the day itself: no column can hold the scope.
  const all = { collection: 'residences', scope: EVERYTHING, limit: PAGE };
  await eachDocument<SubjectDocument>(model, all, ({ body }) => {
    const now = residenceAt(body, NEWEST);
    const then = residenceAt(body, position);
    if (now && then && isSeenBy(actor, today, now)) seen.push({ ...then, document: body });
    return true;
  });
  return seen.sort((a, b) => (a.facts.code < b.facts.code ? -1 : 1));
}

/** Whether a residence is within the actor's scope today. */
export function isSeenBy({ scope }: Actor, today: Day, residence: ResidenceState): boolean {
  return covers(scope, { landlord: landlordOn(today, residence), commune: residence.facts.commune, holder: '' });
}

async function knownFacts<Kind extends keyof SubjectFacts>(
  collection: Kind,
  model: ReadModel,
  position: Position,
): Promise<ReadonlyMap<string, SubjectFacts[Kind]>> {
  const known = new Map<string, SubjectFacts[Kind]>();
  await eachDocument<SubjectDocument>(model, { collection, scope: EVERYTHING, limit: PAGE }, ({ id, body }) => {
    const facts = rowsAt<SubjectFacts[Kind]>(body, 'facts', position).get('');
    if (facts) known.set(id, facts);
    return true;
  });
  return known;
}
