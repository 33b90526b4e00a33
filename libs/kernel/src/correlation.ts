import { AsyncLocalStorage } from 'node:async_hooks';
import { newUuid, type Uuid } from './ids';

/** The correlation that events belong to, and what in it causes them (docs/decisions/0032). It names nobody. */
export interface Correlation {
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
}

const correlations = new AsyncLocalStorage<Correlation | undefined>();

/**
 * Does the work, and all that it awaits, within the correlation; within none where there is none. From the first correlation on, Node follows
 * every promise of the process, which costs a request one part in fifteen: it is for what is traced, and others are told their correlation.
 */
export function withCorrelation<Result>(correlation: Correlation | undefined, work: () => Result): Result {
  return correlation === correlations.getStore() ? work() : correlations.run(correlation, work);
}

/** The correlation under way, if any. */
export function activeCorrelation(): Correlation | undefined {
  return correlations.getStore();
}

/** The correlation that what is decided now belongs to: the one under way, else the one that was told, else one that begins here. */
export function currentCorrelation(told?: Correlation): Correlation {
  return correlations.getStore() ?? told ?? correlationFrom(newUuid());
}

/** A correlation that begins with this id, and of which nothing else is known. */
export function correlationFrom(id: Uuid): Correlation {
  return { correlationId: id, causationId: id };
}
