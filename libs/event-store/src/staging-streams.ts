import type { Uuid } from '#kernel';

const PREFIX = 'staging-';

/** The stream where an import stands until it is written: no history, so no reading of all events shows it and no digest covers it. */
export function stagingStream(id: Uuid): string {
  return `${PREFIX}${id}`;
}

export function isStagingStream(stream: string): boolean {
  return stream.startsWith(PREFIX);
}
