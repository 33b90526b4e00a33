import type { Receipt } from '#deciding';

export type RecordingOutcome = 'recorded' | 'corrected' | 'unchanged';

/** What a command came to, of a stream whose first event records a row and whose later ones correct it. */
export function outcomeOf({ types, revision }: Receipt): RecordingOutcome {
  if (types.length === 0) return 'unchanged';
  return revision - types.length < 0 ? 'recorded' : 'corrected';
}
