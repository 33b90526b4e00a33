import type { Logger } from 'pino';
import type { ProjectionObserver } from '#processing';

/** Says which event a projection set aside, and why: what is parked names nobody. */
export function loggedProjections(logger: Logger): ProjectionObserver {
  return {
    parked: (projection, { event, type, position, code }) =>
      logger.error({ projection, event, type, position, code }, 'parked'),
  };
}
