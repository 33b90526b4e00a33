import { hash } from 'node:crypto';

/** All the fields of an event that the chain protects, as the texts that the store keeps. */
export interface ChainFields {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly people: string | null;
  readonly metadata: string;
}

/** Takes the place of the previous digest for the first event. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The digest of an event: SHA-256 over the digest of the previous event (in the order of all events), then the event's
 * own fields. Every text is preceded by its length, so that moving text from one field to the next changes the digest.
 * @returns 64 hexadecimal digits
 */
export function chainDigest(previous: string, fields: ChainFields): string {
  const { stream, revision, id, type, schemaVersion, data, people, metadata } = fields;
  const sealed = people === null ? '-' : sized(people);
  return hash(
    'sha256',
    `${previous}${sized(stream)}${revision};${id}${sized(type)}${schemaVersion};${sized(data)}${sealed}${sized(metadata)}`,
  );
}

function sized(text: string): string {
  return `${text.length}:${text}`;
}
