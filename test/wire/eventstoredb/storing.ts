import * as errors from './errors';
import type { NodeView } from './faults';
import type { EventLog, Outcome, Proposed } from './log';
import { AppendReq, BatchAppendReq, shared } from './protocol';

/** The default limit of the server for one append, in bytes. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** Stores a batch according to its fate. Returns null where the client must never get an answer. */
export async function store(
  log: EventLog,
  node: NodeView,
  stream: string,
  expected: number,
  events: readonly Proposed[],
): Promise<Outcome | null> {
  const fate = node.faults.nextFate();
  if (fate === 'cut-before-storing') {
    node.cut();
    return null;
  }
  const outcome = log.append(stream, expected, events);
  if (fate === 'cut-after-storing') node.cut();
  return fate === 'answered' ? outcome : null;
}

export function nameOf(identifier: shared.StreamIdentifier): string {
  return Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));
}

/** @throws WireError where the event has no type or no content type */
export function proposedOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  const properties = message.getMetadataMap();
  for (const name of ['type', 'content-type']) if (!properties.has(name)) throw errors.metadataMissing(name);
  return {
    id: message.getId()!.getString(),
    type: properties.get('type')!,
    json: properties.get('content-type') === 'application/json',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

export function sizeOf({ data, metadata, type }: Proposed): number {
  return data.length + metadata.length + 2 * type.length;
}
