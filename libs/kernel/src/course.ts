import { AsyncLocalStorage } from 'node:async_hooks';
import { newUuid, type Uuid } from './ids';

/** The course of action that events belong to, and what in it causes them (docs/decisions/0032). It names nobody. */
export interface Course {
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
}

const courses = new AsyncLocalStorage<Course | undefined>();

/**
 * Does the work, and all that it awaits, within the course; within none where there is none. From the first course on, Node follows
 * every promise of the process, which costs a request one part in fifteen: it is for what is traced, and others are told their course.
 */
export function inCourse<Result>(course: Course | undefined, work: () => Result): Result {
  return course === courses.getStore() ? work() : courses.run(course, work);
}

/** The course under way, if any. */
export function courseUnderWay(): Course | undefined {
  return courses.getStore();
}

/** The course that what is decided now belongs to: the one under way, else the one that was told, else one that begins here. */
export function currentCourse(told?: Course): Course {
  return courses.getStore() ?? told ?? courseFrom(newUuid());
}

/** A course that begins with this id, and of which nothing else is known. */
export function courseFrom(id: Uuid): Course {
  return { correlationId: id, causationId: id };
}
