import type { RecordedEvent } from '@eventstore/db-client';

/** An event as the server returns it. Data and metadata are unchecked: another program may have written them. */
export interface ServerRecord {
  readonly stream: string;
  readonly revision: number;
  readonly commit: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export function recordOf(event: RecordedEvent): ServerRecord {
  const { streamId: stream, revision, type, data, metadata, position } = event;
  return { stream, revision: Number(revision), commit: position!.commit, type, data, metadata };
}
