import { TraceFlags } from '@opentelemetry/api';
import fc from 'fast-check';
import { courseFrom, isUuid, newUuid } from '#kernel';
import { courseOfSpan, newTraceId, spanOfCourse } from './course-span';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

describe('a course of action and its span', () => {
  it('are told from each other, whatever the span', () => {
    fc.assert(
      fc.property(digits(32), digits(16), (traceId, spanId) => {
        const course = courseOfSpan({ traceId, spanId, traceFlags: TraceFlags.SAMPLED });
        expect([isUuid(course.correlationId), isUuid(course.causationId)]).toEqual([true, true]);
        expect(course.correlationId.replaceAll('-', '')).toBe(traceId);
        expect(course.causationId).toMatch(/^.{8}-.{4}-8.{3}-8/);
        expect(spanOfCourse(course)).toEqual({ traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
      }),
    );
  });

  it('are not where the span is not sampled', () => {
    const traceId = newTraceId();
    const course = courseOfSpan({ traceId, spanId: 'b7ad6b7169203331', traceFlags: TraceFlags.NONE });
    expect(course.correlationId.replaceAll('-', '')).toBe(traceId);
    expect(spanOfCourse(course)).toBeUndefined();
  });

  it.each([
    ['a course that was not traced', courseFrom(newUuid())],
    ['a cause of its own', { correlationId: newUuid(), causationId: newUuid() }],
    ['words', { correlationId: 'course-1', causationId: 'command-1' }],
    [
      'a span of another trace',
      { ...courseOfSpan({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }), correlationId: newUuid() },
    ],
  ])('are not taken from %s', (_, course) => {
    expect(spanOfCourse(course)).toBeUndefined();
  });
});
