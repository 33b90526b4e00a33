import type { FunctionComponent } from 'react';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { isNothingRecorded } from './api/first-steps';
import { ROUTES } from './routes';
import { NotFound } from './shell/NotFound';
import { PageError } from './parts/PageError';
import { Shell } from './shell/Shell';
import { WithRight } from './shell/WithRight';
import { parseSearch, stringifySearch, type Search } from './url/search';
import { inApiDays } from './url/typed-days';

/** What a page carries to the next one: the instant as of which one reads. */
const KEPT = ['as-of'] as const;

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <PageError error={error} retry={reset} />,
  validateSearch: (search: Record<string, unknown>) => search as Search,
  search: { middlewares: [retainSearchParams<Search>([...KEPT])] },
});

const pages = ROUTES.map((route) =>
  createRoute({ getParentRoute: () => rootRoute, path: route.path, component: guarded(route) }),
);

/** Until the work list of a person exists, the first page is « L’essentiel »; where nothing is recorded, the first steps. */
const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ search }) => {
    const to = (await isNothingRecorded()) ? '/premiers-pas' : '/essentiel';
    throw redirect({ to: to as never, search: search as never, replace: true });
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([home, ...pages]),
  parseSearch: (text) => inApiDays(parseSearch(text)) as Record<string, unknown>,
  stringifySearch,
  defaultErrorComponent: ({ error, reset }) => <PageError error={error} retry={reset} />,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

/** The page, for who has its right: whoever has not is told so, and the page asks the API for nothing. */
function guarded({ title, right, load }: (typeof ROUTES)[number]) {
  const Content = lazyRouteComponent(load as () => Promise<{ readonly default: FunctionComponent }>);
  const Guarded = () => (
    <WithRight title={title} right={right}>
      <Content />
    </WithRight>
  );
  return Object.assign(Guarded, { preload: Content.preload });
}
