import { AlwaysOffSampler, BasicTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodedError, courseUnderWay, currentCourse } from '#kernel';
import { keptSpans } from '../testing';
import { spanOfCourse } from './course-span';
import { Tracing } from './tracing';

describe('a piece of work in a span', () => {
  it('belongs to the course that spells the span, and what is below to another of the same trace', async () => {
    const { tracing, spans } = keptSpans();
    const [outer, inner] = await tracing.inSpan('outer', {}, async () => [
      currentCourse(),
      await tracing.inChildSpan('inner', {}, async () => currentCourse()),
    ]);
    const [innerSpan, outerSpan] = spans();
    expect(outer!.correlationId).toBe(inner!.correlationId);
    expect(spanOfCourse(outer!)).toMatchObject({ spanId: outerSpan!.spanContext().spanId });
    expect(spanOfCourse(inner!)).toMatchObject({ spanId: innerSpan!.spanContext().spanId });
    expect(innerSpan!.parentSpanContext?.spanId).toBe(outerSpan!.spanContext().spanId);
    expect(courseUnderWay()).toBeUndefined();
  });

  it('tells the code of an error and nothing else of it', async () => {
    const { tracing, spans } = keptSpans();
    const fails = (error: Error) => tracing.inSpan('fails', {}, () => Promise.reject(error)).catch(() => undefined);
    await fails(new Error('cell SECRET'));
    await fails(new CodedError('import-conflict', 'cell SECRET'));
    expect(spans().map(({ attributes }) => attributes['error.type'])).toEqual(['unexpected', 'import-conflict']);
    for (const { status, events } of spans()) expect([status, events]).toEqual([{ code: 2 }, []]);
  });

  it('is no span below nothing', async () => {
    const { tracing, spans } = keptSpans();
    await expect(tracing.inChildSpan('alone', {}, async (span) => span)).resolves.toBeUndefined();
    expect(spans()).toEqual([]);
  });

  it('is in a course all the same where the trace is not sampled', async () => {
    const tracing = new Tracing(new BasicTracerProvider({ sampler: new AlwaysOffSampler() }));
    const course = await tracing.inSpan('unseen', {}, async () => currentCourse());
    expect(course.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(spanOfCourse(course)).toBeUndefined();
    await tracing.inSpan('unseen', {}, async () =>
      expect(await tracing.inChildSpan('below', {}, async (span) => span)).toBeUndefined(),
    );
  });
});
