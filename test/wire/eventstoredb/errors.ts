import { Metadata, status } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { shared, Status } from './protocol';

/** An error as gRPC sends it: a status, a sentence, and trailers from which the client recognises the error. */
export class WireError extends Error {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, encodeURI(value));
  }
}

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export function notLeader(leader: Endpoint | undefined): WireError {
  if (!leader) return new WireError(status.UNKNOWN, 'No leader info available in response');
  return new WireError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
}

export function accessDenied(): WireError {
  return new WireError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
}

export function streamDeleted(stream: string): WireError {
  const trailers = { exception: 'stream-deleted', 'stream-name': stream };
  return new WireError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, trailers);
}

export function wrongVersion(operation: string, stream: string, expected: number, actual: number): WireError {
  const details = `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`;
  return new WireError(status.FAILED_PRECONDITION, details, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  });
}

export function appendTooLarge(limit: number): WireError {
  return new WireError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
}

export function metadataMissing(name: string): WireError {
  return new WireError(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}

export function invalidPosition(): WireError {
  return new WireError(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
}

export function invalidArgument(what: string): WireError {
  return new WireError(status.INVALID_ARGUMENT, what);
}

export function serverBusy(): WireError {
  return new WireError(status.UNAVAILABLE, 'Server Is Too Busy');
}

export function subscriptionDropped(): WireError {
  return new WireError(status.ABORTED, 'Operation timed out: subscription dropped');
}

/** The error of one batch in a batch append. It leaves the stream of answers open. */
export function batchError(code: status, message: string, details: Any = packed('google.protobuf.Empty', new Empty())) {
  return new Status()
    .setCode(code as number)
    .setMessage(message)
    .setDetails(details);
}

export function packed(name: string, message: { serializeBinary(): Uint8Array }): Any {
  const any = new Any();
  any.pack(message.serializeBinary(), name);
  return any;
}

/** The expected and current revisions of a refused batch. */
export function batchWrongVersion(expected: number, current: number): Any {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected >= 0) details.setExpectedStreamPosition(String(expected));
  else if (expected === -1) details.setExpectedNoStream(new Empty());
  else if (expected === -4) details.setExpectedStreamExists(new Empty());
  else details.setExpectedAny(new Empty());
  return packed('event_store.client.WrongExpectedVersion', details);
}
