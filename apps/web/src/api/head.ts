import { queries } from './client';

const MINUTE = 60_000;

/** How far the history is, as it was when the reader came, or asked for what is new: the days of leases, the position, the version. */
export const useHead = (isAsked = true) => queries.useQuery('get', '/api/head', {}, { enabled: isAsked });

export type Head = NonNullable<ReturnType<typeof useHead>['data']>;

/**
 * What was recorded after a head, asked each minute while the page is looked at. It is no activity of the person: a session ends all the
 * same.
 */
export const useNewer = (head: Head | undefined) =>
  queries.useQuery(
    'get',
    '/api/head',
    { params: { query: { since: head?.position ?? undefined } } },
    { enabled: Boolean(head?.position), refetchInterval: MINUTE, initialData: head },
  );
