import { AlwaysOffSampler, BasicTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodedError, activeCorrelation, currentCorrelation } from '#kernel';
import { keptSpans } from '../testing';
import { spanOfCorrelation } from './correlation-span';
import { Tracing } from './tracing';

describe('a piece of work in a span', () => {
  it('belongs to the correlation that encodes the span; work in a child span belongs to another one of the same trace', async () => {
    const { tracing, spans } = keptSpans();
    const [outer, inner] = await tracing.inSpan('outer', {}, async () => [
      currentCorrelation(),
      await tracing.inChildSpan('inner', {}, async () => currentCorrelation()),
    ]);
    const [innerSpan, outerSpan] = spans();
    expect(outer!.correlationId).toBe(inner!.correlationId);
    expect(spanOfCorrelation(outer!)).toMatchObject({ spanId: outerSpan!.spanContext().spanId });
    expect(spanOfCorrelation(inner!)).toMatchObject({ spanId: innerSpan!.spanContext().spanId });
    expect(innerSpan!.parentSpanContext?.spanId).toBe(outerSpan!.spanContext().spanId);
    expect(activeCorrelation()).toBeUndefined();
  });

  it('records only the code of an error', async () => {
    const { tracing, spans } = keptSpans();
    const fails = (error: Error) => tracing.inSpan('fails', {}, () => Promise.reject(error)).catch(() => undefined);
    await fails(new Error('cell SECRET'));
    await fails(new CodedError('import-conflict', 'cell SECRET'));
    expect(spans().map(({ attributes }) => attributes['error.type'])).toEqual(['unexpected', 'import-conflict']);
    for (const { status, events } of spans()) expect([status, events]).toEqual([{ code: 2 }, []]);
  });

  it('makes no child span without a parent', async () => {
    const { tracing, spans } = keptSpans();
    await expect(tracing.inChildSpan('alone', {}, async (span) => span)).resolves.toBeUndefined();
    expect(spans()).toEqual([]);
  });

  it('has a correlation even where the trace is not sampled', async () => {
    const tracing = new Tracing(new BasicTracerProvider({ sampler: new AlwaysOffSampler() }));
    const correlation = await tracing.inSpan('unseen', {}, async () => currentCorrelation());
    expect(correlation.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(spanOfCorrelation(correlation)).toBeUndefined();
    await tracing.inSpan('unseen', {}, async () =>
      expect(await tracing.inChildSpan('below', {}, async (span) => span)).toBeUndefined(),
    );
  });
});
