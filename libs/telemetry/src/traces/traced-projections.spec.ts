import type { RecordedEvent } from '#event-store';
import { correlationFrom, currentCorrelation, newUuid, type Correlation } from '#kernel';
import { keptSpans } from '../testing';
import { spanOfCorrelation } from './correlation-span';
import { tracedProjections } from './traced-projections';

const { tracing, spans, forget } = keptSpans();
const projections = tracedProjections(tracing);
beforeEach(forget);

const eventsOf = (...correlations: readonly Correlation[]) =>
  correlations.map((metadata) => ({ metadata })) as unknown as RecordedEvent[];
const requested = (): Promise<Correlation> => tracing.inSpan('request', {}, async () => currentCorrelation());
const page = (events: readonly RecordedEvent[], live = true) => ({ projection: 'compliance', events, live });
const projected = () => spans().filter(({ name }) => name === 'projection compliance');

describe('a live page', () => {
  it('ends the trace of the request that made its events, also in another process', async () => {
    const correlation = JSON.parse(JSON.stringify(await requested())) as Correlation;
    const within = await new Promise<Correlation>((resolve, reject) => {
      projections.page!(page(eventsOf(correlation, correlation)), async () => resolve(currentCorrelation())).catch(
        reject,
      );
    });
    const [span] = projected();
    expect(span!.spanContext().traceId).toBe(correlation.correlationId.replaceAll('-', ''));
    expect(span!.parentSpanContext?.spanId).toBe(spanOfCorrelation(correlation)!.spanId);
    expect(span!.attributes).toEqual({ 'mixite.projection': 'compliance', 'mixite.events': 2 });
    expect(within.correlationId).toBe(correlation.correlationId);
  });

  it('makes a span in the trace of each request whose events it holds, fifty at most, and none for untraced events', async () => {
    const traced = await Promise.all(Array.from({ length: 60 }, requested));
    await projections.page!(page(eventsOf(correlationFrom(newUuid()), ...traced)), async () => undefined);
    expect(projected()).toHaveLength(50);
    expect(new Set(projected().map((span) => span.spanContext().traceId)).size).toBe(50);
  });

  it('fails all its spans', async () => {
    const events = eventsOf(await requested(), await requested());
    const failing = projections.page!(page(events), () => Promise.reject(new Error('no disk')));
    await expect(failing).rejects.toThrow('no disk');
    expect(projected().map(({ status, attributes }) => [status.code, attributes['error.type']])).toEqual([
      [2, 'unexpected'],
      [2, 'unexpected'],
    ]);
  });
});

it('makes no spans for past events', async () => {
  await projections.page!(page(eventsOf(await requested()), false), async () => undefined);
  expect(projected()).toEqual([]);
});
