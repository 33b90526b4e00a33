import { setTimeout as wait } from 'node:timers/promises';
import { courseFrom, courseUnderWay, currentCourse, inCourse } from './course';
import { newUuid } from './ids';

describe('a course of action', () => {
  it('is known to all that is awaited within it, and to nothing else', async () => {
    const [one, other] = [courseFrom(newUuid()), courseFrom(newUuid())];
    const seen = await Promise.all([
      inCourse(one, async () => {
        await wait(1);
        return currentCourse();
      }),
      inCourse(other, () => Promise.resolve().then(() => currentCourse())),
    ]);
    expect(seen).toEqual([one, other]);
    expect(courseUnderWay()).toBeUndefined();
  });

  it('is the one that was told where none is under way, and never leaks into what has none', () => {
    const [one, told] = [courseFrom(newUuid()), courseFrom(newUuid())];
    expect(currentCourse(told)).toBe(told);
    inCourse(one, () => {
      expect(currentCourse(told)).toBe(one);
      expect(inCourse(undefined, () => courseUnderWay())).toBeUndefined();
    });
    expect(inCourse(undefined, () => courseUnderWay())).toBeUndefined();
  });

  it('begins where none is under way', () => {
    const course = currentCourse();
    expect(course.causationId).toBe(course.correlationId);
    expect(currentCourse().correlationId).not.toBe(course.correlationId);
  });
});
