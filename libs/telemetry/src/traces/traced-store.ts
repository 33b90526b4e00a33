import type { Span } from '@opentelemetry/api';
import { isAtomic, type AtomicEventStore, type EventStore } from '#event-store';
import { withVerbs } from '../with-verbs';
import type { Tracing } from './tracing';

/** The most spans for the reads of one piece of work: nobody would look at a trace with thousands of reads. */
const MAX_READ_SPANS = 50;

/**
 * The same store, with a span for each append and read inside traced work; outside such work there is no span. Spans do
 * not contain the names of streams, because a name holds an id.
 */
export function tracedEventStore<Store extends EventStore>(store: Store, tracing: Tracing): Store {
  const reads = new WeakMap<Span, number>();
  const read = <Answer>(verb: string, work: () => Promise<readonly Answer[]>): Promise<readonly Answer[]> => {
    const { active } = tracing;
    const recorded = active ? (reads.get(active) ?? 0) : MAX_READ_SPANS;
    if (!active || recorded >= MAX_READ_SPANS) return work();
    reads.set(active, recorded + 1);
    return tracing.inChildSpan(`event-store ${verb}`, {}, async (span) => {
      const answers = await work();
      span?.setAttribute('mixite.events', answers.length);
      return answers;
    });
  };
  const verbs: Partial<EventStore> = {
    append: (batch) =>
      tracing.inChildSpan(
        'event-store append',
        { attributes: { 'mixite.events': batch.events.length } },
        async (span) => {
          const appended = await store.append(batch);
          span?.setAttribute('mixite.repeated', appended.repeated);
          return appended;
        },
      ),
    readStream: (stream, options) => read('read stream', () => store.readStream(stream, options)),
    readAll: (options) => read('read all', () => store.readAll(options)),
  };
  return withVerbs<EventStore>(store, isAtomic(store) ? { ...verbs, ...atomicVerbs(store, tracing) } : verbs) as Store;
}

function atomicVerbs(store: AtomicEventStore, tracing: Tracing): Partial<AtomicEventStore> {
  return {
    appendAtomically: (batches) =>
      tracing.inChildSpan('event-store append atomically', {}, async (span) => {
        const appended = await store.appendAtomically(batches);
        span?.setAttribute('mixite.events', appended.events);
        return appended;
      }),
  };
}
