import createClient, { type Middleware } from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { QueryClient } from '@tanstack/react-query';
import { problemIn, ProblemError, unreachable } from './problem';
import { noteRequest } from './last-problem';
import { sessionEnd } from './session-end';
import type { paths } from './schema';
import { forgetToken, keptToken } from './token';

/** A 401 that asks a person for something more, or for something else: it ends no session. */
const ASKS_MORE: ReadonlySet<string> = new Set([
  'sign-in-refused',
  'second-factor-needed',
  'password-needed',
  'wrong-proof',
]);

/** Each answer that is not one becomes a ProblemError, so no page looks at a status. */
const problems: Middleware = {
  onRequest({ request }) {
    const token = keptToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
  },
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return;
    const problem = await problemIn(response);
    noteRequest(problem.requestId);
    if (problem.status === 401 && !ASKS_MORE.has(problem.code)) sessionEnd.tell(true);
    throw problem;
  },
  onError() {
    return unreachable();
  },
};

/** The API, by its paths. @throws ProblemError */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(problems);

/** The same as hooks: `queries.useQuery('get', '/api/objectives', { params: { query } })`. The key is the path and the query. */
export const queries = createQueries(api);

const RETRIES = 1;
const RETRY_AFTER_MS = 500;

/** Nothing is asked again under a reader: figures change when the reader says so. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // A part of the page that appears asks nothing again that was refused: the reader does.
      retryOnMount: false,
      retryDelay: RETRY_AFTER_MS,
      retry: (failures, error) => failures < RETRIES && error instanceof ProblemError && error.status >= 500,
    },
  },
});

/** Whether the answer to `GET /api/me` says that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;

/** Ends the session, or forgets the token, and everything that was read under it. */
export async function signOut(): Promise<void> {
  if (keptToken()) forgetToken();
  else await api.DELETE('/api/session');
  // A whole new page: nothing of the person before stays in the memory of this tab.
  location.assign('/');
}

/**
 * Saves a file of the API. Under a session a plain link does this; a token is shown by the script alone.
 * @throws ProblemError
 */
export async function saveFile(address: string): Promise<void> {
  const token = keptToken();
  const answer = await fetch(address, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  if (!answer.ok) throw await problemIn(answer);
  const [, name = 'mixite'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
