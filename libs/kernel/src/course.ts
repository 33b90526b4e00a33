import { AsyncLocalStorage } from 'node:async_hooks';
import { newUuid, type Uuid } from './ids';

/** The course of action that events belong to, and what in it causes them (docs/decisions/0032). It names nobody. */
export interface Course {
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
}

const courses = new AsyncLocalStorage<Course>();

/** Does the work, and all that it awaits, within the course. */
export function inCourse<Result>(course: Course, work: () => Result): Result {
  return courses.run(course, work);
}

/** The course under way, if any. */
export function courseUnderWay(): Course | undefined {
  return courses.getStore();
}

/** The course that what is decided now belongs to: the one under way, or one that begins here. */
export function currentCourse(): Course {
  return courses.getStore() ?? courseFrom(newUuid());
}

/** A course that begins with this id, and of which nothing else is known. */
export function courseFrom(id: Uuid): Course {
  return { correlationId: id, causationId: id };
}
