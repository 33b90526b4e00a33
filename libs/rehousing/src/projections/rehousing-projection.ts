import { byType, type RecordedEvent, type StreamDefinition } from '#event-store';
import { CodedError, evolveRecord, type Changes, type JsonObject } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { DISTRICT_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { OPERATION_STREAMS, REHOUSING_STREAMS } from '../events';
import { REHOUSING_MODEL, type SubjectDocument, type SubjectKind, type Version } from './model';

/** The streams of one kind of subject, and the facts that reports need from them. */
interface Source {
  readonly kind: SubjectKind;
  /** The streams of the subjects. Their names hold the subject's id. */
  readonly streams: StreamDefinition;
  /** The fields that are kept. */
  readonly fields: readonly string[];
  /** The fields whose present values are also columns of the document: scopes are checked against them. */
  readonly columns?: readonly string[];
}

const OPERATION: Source = {
  kind: 'operations',
  streams: OPERATION_STREAMS,
  fields: ['code', 'name', 'district', 'landlord', 'planned', 'startsOn', 'endsOn'],
  columns: ['landlord'],
};
const REHOUSING: Source = {
  kind: 'rehousings',
  streams: REHOUSING_STREAMS,
  fields: [
    'operation',
    'movedOn',
    'definitive',
    'residence',
    'stock',
    'resources',
    'costConstant',
    'surfacesKnown',
    'costConstantPerM2',
    'improved',
  ],
};
const RESIDENCE: Source = { kind: 'residences', streams: RESIDENCE_STREAMS, fields: ['districts'] };
const DISTRICT: Source = { kind: 'districts', streams: DISTRICT_STREAMS, fields: ['firstDay', 'lastDay'] };

const SOURCES = byType([OPERATION, REHOUSING, RESIDENCE, DISTRICT]);

/** Operations, cases, residences and QPV, each with all its versions. Reports join and count them when they are asked. */
export const rehousingProjection: Projection = {
  model: REHOUSING_MODEL,
  types: [...SOURCES.keys()],
  start: () => RUN,
};

/** Keeps nothing in memory: each event reads the document of its subject and writes the whole document. */
const RUN: ProjectionRun = {
  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const { kind, streams, fields, columns = [] } = SOURCES.get(event.type)!;
    const id = streams.idOf(event.stream);
    const known = await batch.get<SubjectDocument<JsonObject>>(kind, id);
    // After a crash the store may hold versions of events that are being applied again.
    const before = (known?.body.versions ?? []).filter(({ from }) => from < event.position);
    const facts = factsAfter(before.at(-1), event, fields);
    if (!facts) return;
    const body = { versions: [...before, { from: event.position, facts }], ...pick(facts, columns) };
    batch.put({ collection: kind, id, position: event.position, body });
  },
};

/** The facts after the event; undefined where the event changes none of them. @throws CodedError `subject-unknown` */
function factsAfter(
  before: Version<JsonObject> | undefined,
  { data, stream }: RecordedEvent,
  fields: readonly string[],
): JsonObject | undefined {
  const changes = data['changes'] as Changes<JsonObject> | undefined;
  if (!changes) return pick(data, fields);
  const kept = pick(changes as JsonObject, fields) as Changes<JsonObject>;
  const facts = evolveRecord(before?.facts, { changes: kept });
  if (!facts) throw new CodedError('subject-unknown', `${stream} is corrected before it was declared`);
  return Object.keys(kept).length === 0 ? undefined : facts;
}

function pick(from: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));
}
