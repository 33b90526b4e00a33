import type { RecordedEvent } from '#event-store';
import { withCorrelation } from '#kernel';
import type { ObservedPage, ProjectionObserver } from '#processing';
import { spanOfCorrelation, type EncodedCorrelation } from './correlation-span';
import { failSpan, type BegunSpan, type Tracing } from './tracing';

/** The most traces for which a page makes a span: each event of a page may belong to another request. */
const MAX_TRACES = 50;

interface Share {
  readonly metadata: EncodedCorrelation;
  events: number;
}

/**
 * Makes the last span of each trace: for each request, or other correlation, whose events a page holds, one span in its
 * trace. Past events make no spans: when a projection catches up or is rebuilt, their traces have ended long ago.
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
    // Events that the work records belong to the correlation of the page, if it has exactly one.
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
    if (!parent || spans.length === MAX_TRACES) continue;
    const attributes = { 'mixite.projection': projection, 'mixite.events': events };
    spans.push(tracing.beginBelow(`projection ${projection}`, { attributes }, parent));
  }
  return spans;
}

/** The number of events of the page for each cause. */
function sharesOf(events: readonly RecordedEvent[]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { metadata } of events) {
    const share = shares.get(metadata.causationId);
    if (share) share.events += 1;
    else shares.set(metadata.causationId, { metadata, events: 1 });
  }
  return [...shares.values()];
}
