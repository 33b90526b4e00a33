import { nameOf } from './storing';
import { invalidArgument, invalidPosition, streamDeleted } from './errors';
import { refuseWithoutLeader, type NodeView } from './faults';
import { filterOf } from './filter';
import type { EventLog, LogRecord } from './log';
import { eventMessage, isBefore, notFoundMessage, pointOf, send, type Point, type ReadCall } from './messages';
import { ReadReq } from './protocol';
import { Subscriber } from './subscribing';

const BACKWARDS = ReadReq.Options.ReadDirection.BACKWARDS;

/**
 * Handles the call for all kinds of reading: a stream or all events, a page or a subscription, forward or backward,
 * with or without a filter.
 */
export async function read(log: EventLog, node: NodeView, call: ReadCall): Promise<void> {
  await node.faults.admit();
  refuseWithoutLeader(node, call.metadata);
  const options = call.request.getOptions()!;
  if (!options.hasUuidOption()) throw invalidArgument('`uuidOption` is a required argument');
  node.faults.calls[options.hasSubscription() ? 'subscriptions' : 'reads'] += 1;
  if (options.hasSubscription()) {
    if (!options.hasAll()) throw invalidArgument('subscriptions to one stream are not supported here');
    await new Subscriber(log, call, node.faults, pointAsked(log, options), filterOf(options)).run();
  } else if (options.hasStream()) await sendAll(call, streamRecords(log, options, call));
  else await sendAll(call, allRecords(log, options));
  call.end();
}

async function sendAll(call: ReadCall, records: Iterable<LogRecord>): Promise<void> {
  for (const record of records) {
    if (call.cancelled) return;
    await send(call, eventMessage(record));
  }
}

function streamRecords(log: EventLog, options: ReadReq.Options, call: ReadCall): LogRecord[] {
  const asked = options.getStream()!;
  const name = nameOf(asked.getStreamIdentifier()!);
  const stream = log.stream(name);
  if (stream?.tombstoned) throw streamDeleted(name);
  if (!stream || stream.softDeleted) {
    call.write(notFoundMessage(name));
    return [];
  }
  const { first, records } = stream;
  const count = Number(options.getCount());
  if (options.getReadDirection() === BACKWARDS) {
    const from = asked.hasRevision() ? Math.min(Number(asked.getRevision()), stream.last) : stream.last;
    return records.slice(Math.max(first, from - count + 1), from + 1).reverse();
  }
  const from = Math.max(first, asked.hasRevision() ? Number(asked.getRevision()) : 0);
  return asked.hasEnd() ? [] : records.slice(from, from + count);
}

/** Reads forward from a point inclusive; backward, the records that end at it or before. */
function* allRecords(log: EventLog, options: ReadReq.Options): Iterable<LogRecord> {
  const allowed = filterOf(options);
  const backward = options.getReadDirection() === BACKWARDS;
  const point = pointAsked(log, options);
  let left = Number(options.getCount());
  let index = point ? log.indexFrom(point.commit) : options.getAll()!.hasEnd() ? log.records.length : 0;
  if (backward) index -= 1;
  while (left > 0) {
    const record = log.records[index];
    if (!record) return;
    index += backward ? -1 : 1;
    if (point && (backward ? record.end > point.commit : isBefore(pointOf(record), point))) continue;
    if (!allowed(record)) continue;
    left -= 1;
    yield record;
  }
}

/** The point that the call names; undefined for the start and the end. */
function pointAsked(log: EventLog, options: ReadReq.Options): Point | undefined {
  const position = options.getAll()!.getPosition();
  if (!position) return undefined;
  const point = { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
  if (!log.isBoundary(point.commit)) throw invalidPosition();
  return point;
}
