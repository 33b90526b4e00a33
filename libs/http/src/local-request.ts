import type { IncomingHttpHeaders } from 'node:http';

export interface RequestOrigin {
  /** The peer's address, as its socket has it. */
  readonly remoteAddress: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const LOOPBACK_PEER = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
/** What a proxy adds: behind one, a loopback peer says nothing of who asks. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const;

/**
 * Whether whoever sits at this machine asks, and by their own will. The peer alone does not tell: a page of another site can
 * make a browser here send a request (Origin, Sec-Fetch-Site), or call this machine by a name of its own (Host: DNS rebinding).
 */
export function isLocalRequest({ remoteAddress, headers }: RequestOrigin): boolean {
  if (!LOOPBACK_PEER.test(remoteAddress ?? '')) return false;
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return false;
  if (FORWARDED.some((header) => headers[header] !== undefined)) return false;
  return isSameOrigin(headers);
}

function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
