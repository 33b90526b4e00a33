import type { RecordedEvent } from '#event-store';
import { applyChanges, CodedError, type Changes, type JsonObject } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { FRAGILITY_MODEL, type Entry, type SubjectDocument, type Telling } from './model';

/** The events that tell of a row, and where it is kept. */
interface Source {
  readonly collection: string;
  /** Of the streams whose name ends with the subject's code. */
  readonly prefix: string;
  readonly list: string;
  /** The stream's name ends with the row's day or year, after the last `@`. */
  readonly dated?: true;
}

const RESIDENCE: Source = { collection: 'residences', prefix: 'residence-', list: 'facts' };
const OWNERSHIP: Source = {
  collection: 'residences',
  prefix: 'residence-ownership-',
  list: 'ownerships',
  dated: true,
};
const NOTE: Source = { collection: 'residences', prefix: 'fragility-note-', list: 'notes', dated: true };
const SURVEY: Source = { collection: 'residences', prefix: 'fragility-survey-', list: 'surveys', dated: true };
const COMMUNE: Source = { collection: 'communes', prefix: 'commune-', list: 'facts' };
const LANDLORD: Source = { collection: 'landlords', prefix: 'landlord-', list: 'facts' };
const LIST: Source = { collection: 'lists', prefix: 'priority-list-', list: 'facts' };
const DISTRICT: Source = { collection: 'districts', prefix: 'district-', list: 'facts' };

const SOURCES: Readonly<Record<string, Source>> = {
  ResidenceDeclared: RESIDENCE,
  ResidenceCorrected: RESIDENCE,
  OwnershipChanged: OWNERSHIP,
  OwnershipCorrected: OWNERSHIP,
  FragilityNoted: NOTE,
  FragilityNoteCorrected: NOTE,
  ResidenceSurveyed: SURVEY,
  ResidenceSurveyCorrected: SURVEY,
  PriorityListEstablished: LIST,
  CommuneDeclared: COMMUNE,
  CommuneCorrected: COMMUNE,
  LandlordDeclared: LANDLORD,
  LandlordCorrected: LANDLORD,
  PriorityDistrictDeclared: DISTRICT,
  PriorityDistrictCorrected: DISTRICT,
};

/** Residences with every row ever told of them, by whom and when: reports judge them as they are asked. */
export const fragilityProjection: Projection = {
  model: FRAGILITY_MODEL,
  types: Object.keys(SOURCES),
  start: () => RUN,
};

/** Keeps nothing in memory: an event reads its subject's document and leaves it whole. */
const RUN: ProjectionRun = {
  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const { collection, prefix, list, dated } = SOURCES[event.type]!;
    const name = event.stream.slice(prefix.length);
    const at = dated ? name.lastIndexOf('@') : name.length;
    const id = name.slice(0, at);
    const key = name.slice(at + 1);
    const known = await batch.get<SubjectDocument<JsonObject>>(collection, id);
    // After a crash the store may hold entries of events that are being applied again.
    const before = (known?.body.entries ?? []).filter(({ from }) => from < event.position);
    const { position: from, revision } = event;
    const facts = factsAfter(
      before.findLast((entry) => entry.list === list && entry.key === key),
      event,
    );
    const entry: Entry<JsonObject> = { from, revision, list, key, facts, told: tellingOf(event) };
    batch.put({ collection, id, position: from, body: { entries: [...before, entry] } });
  },
};

/** The facts once the event holds. @throws CodedError `subject-unknown` */
function factsAfter(before: Entry<JsonObject> | undefined, { data, stream }: RecordedEvent): JsonObject {
  const changes = data['changes'] as Changes<JsonObject> | undefined;
  if (!changes) return data;
  if (!before) throw new CodedError('subject-unknown', `${stream} is corrected before it was told`);
  return applyChanges(before.facts, changes);
}

function tellingOf({ type, metadata }: RecordedEvent): Telling {
  const { recordedAt, actor, role, rowDigest } = metadata;
  return { type, recordedAt, actor, role, fromFile: rowDigest !== undefined };
}
