import type { RecordedEvent } from '#event-store';
import type { JsonObject, Uuid } from '#kernel';

/**
 * The events of a lease or of a rehousing while it was that household's, with those that gave it and took it away: what was recorded of another
 * household on the same stream is not this one's.
 */
export function whileTheirs(stream: readonly RecordedEvent[], household: Uuid): readonly RecordedEvent[] {
  let holder: unknown;
  return stream.filter(({ data }) => {
    const before = holder;
    holder = householdAfter(data, before);
    return before === household || holder === household;
  });
}

function householdAfter(data: JsonObject, before: unknown): unknown {
  const change = (data['changes'] as JsonObject | undefined)?.['household'] as JsonObject | undefined;
  return change ? change['to'] : (data['household'] ?? before);
}
