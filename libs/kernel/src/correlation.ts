import { AsyncLocalStorage } from 'node:async_hooks';
import { newUuid, type Uuid } from './ids';

/** The correlation of events, and their cause (docs/decisions/0032). It contains no personal data. */
export interface Correlation {
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
}

const correlations = new AsyncLocalStorage<Correlation | undefined>();

/**
 * Runs the work, and everything that it awaits, inside the correlation, or outside any correlation where it is
 * undefined. From the first call on, Node tracks every promise of the process, which makes requests one fifteenth
 * slower. Therefore only traced work uses it; other code passes the correlation as a parameter.
 */
export function withCorrelation<Result>(correlation: Correlation | undefined, work: () => Result): Result {
  return correlation === correlations.getStore() ? work() : correlations.run(correlation, work);
}

/** The active correlation, if any. */
export function activeCorrelation(): Correlation | undefined {
  return correlations.getStore();
}

/** The correlation of a decision made now: the active one, else the given one, else a new one. */
export function currentCorrelation(given?: Correlation): Correlation {
  return correlations.getStore() ?? given ?? correlationFrom(newUuid());
}

/** A new correlation with this id, which is also the id of its cause. */
export function correlationFrom(id: Uuid): Correlation {
  return { correlationId: id, causationId: id };
}
