import type { RecordedEvent } from '#event-store';
import { withCorrelation } from '#kernel';
import type { ObservedPage, ProjectionObserver } from '#processing';
import { spanOfCorrelation, type SpelledCorrelation } from './correlation-span';
import { failSpan, type BegunSpan, type Tracing } from './tracing';

/** A page may hold the events of as many requests as events: the first ones are told. */
const TRACES_TOLD = 50;

interface Share {
  readonly metadata: SpelledCorrelation;
  events: number;
}

/**
 * Ends each trace where its events become figures: a span in the trace of every request, or other correlation, of which the page holds
 * events. The past is not told again: what a projection catches up with, or rebuilds, belongs to traces long finished.
 */
export function tracedProjections(tracing: Tracing): ProjectionObserver {
  return {
    page: (page, work) => (page.live ? tracedPage(tracing, page, work) : work()),
  };
}

async function tracedPage(
  tracing: Tracing,
  { projection, events }: Extract<ObservedPage, { readonly live: true }>,
  work: () => Promise<void>,
): Promise<void> {
  const spans = beginSpans(tracing, projection, sharesOf(events));
  try {
    // What the work itself records follows from the events: with several correlations in the page, from none in particular.
    await (spans.length === 1 ? withCorrelation(spans[0]!.correlation, work) : work());
  } catch (error) {
    for (const { span } of spans) failSpan(span, error);
    throw error;
  } finally {
    for (const { span } of spans) span.end();
  }
}

function beginSpans(tracing: Tracing, projection: string, shares: readonly Share[]): readonly BegunSpan[] {
  const spans: BegunSpan[] = [];
  for (const { metadata, events } of shares) {
    const parent = spanOfCorrelation(metadata);
    if (!parent || spans.length === TRACES_TOLD) continue;
    const attributes = { 'mixite.projection': projection, 'mixite.events': events };
    spans.push(tracing.beginBelow(`projection ${projection}`, { attributes }, parent));
  }
  return spans;
}

/** How many events of the page each cause has made. */
function sharesOf(events: readonly RecordedEvent[]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { metadata } of events) {
    const share = shares.get(metadata.causationId);
    if (share) share.events += 1;
    else shares.set(metadata.causationId, { metadata, events: 1 });
  }
  return [...shares.values()];
}
