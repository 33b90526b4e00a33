import { refuse, type Refusal } from '#kernel';
import type { RequestOrigin } from './local-request';

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The address under which people reach the service, `https://mixite.example.org`; undefined where only this machine reaches it. */
export type PublicUrl = URL | undefined;

/**
 * A browser shows a cookie also to a page of another site, and under a name that somebody else pointed at this machine. Refused:
 * `unknown-host` under a name that is not the service's; `foreign-origin` for a write that does not come from a page of the service.
 * @param needsOrigin a write by cookie always says where it comes from
 */
export function refuseForeign(
  { method, headers }: Pick<RequestOrigin, 'headers'> & { readonly method: string },
  publicUrl: PublicUrl,
  needsOrigin: boolean,
): Refusal | undefined {
  const { host = '', origin } = headers;
  const isPublic = publicUrl !== undefined && host.toLowerCase() === publicUrl.host;
  if (!isPublic && !LOOPBACK_HOST.test(host)) return refuse('unknown-host');
  if (SAFE.has(method)) return undefined;
  if (origin === undefined) return needsOrigin ? refuse('foreign-origin') : undefined;
  const expected = isPublic ? publicUrl.origin : `http://${host}`.toLowerCase();
  return origin.toLowerCase() === expected ? undefined : refuse('foreign-origin');
}
