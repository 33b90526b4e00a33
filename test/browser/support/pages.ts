import { ROUTES, type RouterRoute } from './router-routes.js';
import type { Site } from './site';

/**
 * The address of each page that has a part to fill in. Every other page of the router's list joins the gates by itself; a page with a part
 * and without a line here fails.
 */
const ADDRESSES: Readonly<Record<string, (site: Site) => string>> = {
  '/convention/objectifs/$code': () => '/convention/objectifs/LOI-25',
  '/attributions/$id': ({ facts }) => `/attributions/${facts.allocation}`,
  '/prefet/$semestre': () => '/prefet/2025-S1',
  '/relogement/$operation': () => '/relogement/OP-1',
  '/territoire/communes/$insee': () => '/territoire/communes/78621',
  '/territoire/qpv/$code': () => '/territoire/qpv/L-MERISIERS',
  '/territoire/residences/$code': () => '/territoire/residences/R1',
};

/** Further states of a page that its address holds: other views, filters, an order. */
const MORE_ADDRESSES: Readonly<Record<string, readonly string[]>> = {};

export { type RouterRoute };
export const PAGES: readonly RouterRoute[] = ROUTES;

/** Where a test opens the page. */
export function addressOf({ path }: RouterRoute, site: Site): string {
  const address = ADDRESSES[path];
  if (!address && path.includes('$')) throw new Error(`${path} has no address in test/browser/support/pages.ts`);
  return address ? address(site) : path;
}

/** The same, with the further states that its address holds. */
export function addressesOf(route: RouterRoute, site: Site): readonly string[] {
  const address = addressOf(route, site);
  return [address, ...(MORE_ADDRESSES[route.path] ?? []).map((query) => `${address}?${query}`)];
}
