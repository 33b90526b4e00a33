import { TraceFlags } from '@opentelemetry/api';
import fc from 'fast-check';
import { correlationFrom, isUuid, newUuid } from '#kernel';
import { correlationOfSpan, newTraceId, spanOfCorrelation } from './correlation-span';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

describe('a correlation and its span', () => {
  it('can be derived from each other, for any span', () => {
    fc.assert(
      fc.property(digits(32), digits(16), (traceId, spanId) => {
        const correlation = correlationOfSpan({ traceId, spanId, traceFlags: TraceFlags.SAMPLED });
        expect([isUuid(correlation.correlationId), isUuid(correlation.causationId)]).toEqual([true, true]);
        expect(correlation.correlationId.replaceAll('-', '')).toBe(traceId);
        expect(correlation.causationId).toMatch(/^.{8}-.{4}-8.{3}-8/);
        expect(spanOfCorrelation(correlation)).toEqual({
          traceId,
          spanId,
          traceFlags: TraceFlags.SAMPLED,
          isRemote: true,
        });
      }),
    );
  });

  it('are not linked where the span is not sampled', () => {
    const traceId = newTraceId();
    const correlation = correlationOfSpan({ traceId, spanId: 'b7ad6b7169203331', traceFlags: TraceFlags.NONE });
    expect(correlation.correlationId.replaceAll('-', '')).toBe(traceId);
    expect(spanOfCorrelation(correlation)).toBeUndefined();
  });

  it.each([
    ['a correlation that was not traced', correlationFrom(newUuid())],
    ['a cause of its own', { correlationId: newUuid(), causationId: newUuid() }],
    ['texts', { correlationId: 'correlation-1', causationId: 'command-1' }],
    [
      'a span of another trace',
      {
        ...correlationOfSpan({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }),
        correlationId: newUuid(),
      },
    ],
  ])('are not derived from %s', (_, correlation) => {
    expect(spanOfCorrelation(correlation)).toBeUndefined();
  });
});
