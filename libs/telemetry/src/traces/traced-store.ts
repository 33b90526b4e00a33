import type { Span } from '@opentelemetry/api';
import { isAtomic, type AtomicEventStore, type EventStore } from '#event-store';
import { withVerbs } from '../with-verbs';
import type { Tracing } from './tracing';

/** Work that reads a thousand streams is told by its first reads: a trace of them all would be read by nobody. */
const READS_TOLD = 50;

/**
 * The store, each append and read a span of what is under way; outside of a traced piece of work there is no span. A stream's name
 * holds an id, so spans do not tell it.
 */
export function tracedEventStore<Store extends EventStore>(store: Store, tracing: Tracing): Store {
  const reads = new WeakMap<Span, number>();
  const read = <Answer>(verb: string, work: () => Promise<readonly Answer[]>): Promise<readonly Answer[]> => {
    const { active } = tracing;
    const told = active ? (reads.get(active) ?? 0) : READS_TOLD;
    if (!active || told >= READS_TOLD) return work();
    reads.set(active, told + 1);
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
