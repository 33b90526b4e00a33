import { isAtomic, type AtomicEventStore, type EventStore } from '#event-store';
import { withVerbs } from '../with-verbs';
import { codeOf, secondsSince } from '../values';
import type { Metrics } from './metrics';

/** The same store with measured appends and reads. Its answers, refusals and abilities are those of the store. */
export function measuredEventStore<Store extends EventStore>(store: Store, metrics: Metrics): Store {
  const { appendSeconds, appendedEvents, readSeconds } = metrics;
  const refused = (error: unknown): never => {
    metrics.appendRefusals.inc({ code: codeOf(error) });
    throw error;
  };
  const verbs: Partial<EventStore> = {
    append: (batch) => {
      const startedAt = performance.now();
      return store.append(batch).then((appended) => {
        appendSeconds.observe(secondsSince(startedAt));
        if (!appended.repeated) appendedEvents.inc(batch.events.length);
        return appended;
      }, refused);
    },
    readStream: (stream, options) => timed(readSeconds, 'stream', store.readStream(stream, options)),
    readAll: (options) => timed(readSeconds, 'all', store.readAll(options)),
  };
  return withVerbs<EventStore>(
    store,
    isAtomic(store) ? { ...verbs, ...atomicVerbs(store, metrics, refused) } : verbs,
  ) as Store;
}

function atomicVerbs(
  store: AtomicEventStore,
  { importSeconds, appendedEvents }: Metrics,
  refused: (error: unknown) => never,
): Partial<AtomicEventStore> {
  return {
    appendAtomically: (batches) => {
      const startedAt = performance.now();
      return store.appendAtomically(batches).then((appended) => {
        importSeconds.observe(secondsSince(startedAt));
        appendedEvents.inc(appended.events);
        return appended;
      }, refused);
    },
  };
}

async function timed<Answer>(
  histogram: Metrics['readSeconds'],
  operation: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  const startedAt = performance.now();
  try {
    return await answer;
  } finally {
    histogram.observe({ operation }, secondsSince(startedAt));
  }
}
