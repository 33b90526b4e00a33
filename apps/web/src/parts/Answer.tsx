import type { ReactNode } from 'react';
import { Loading } from './Loading';
import { Problem } from './Problem';

/** What a query has to be for `Answer`: TanStack Query's result. */
interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** The three states of what a page asks: not yet there, refused, there. Old rows stay while new ones come. */
export function Answer<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { data, error, isFetching, refetch } = asked;
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <div aria-busy={isFetching}>{children(data)}</div>;
}
