import type { IncomingHttpHeaders } from 'node:http';

export interface RequestOrigin {
  /** The address of the peer, taken from its socket. */
  readonly remoteAddress: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const LOOPBACK_PEER = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
/** Headers that a proxy adds. Behind a proxy the peer is always this machine, so its address does not show who asks. */
const FORWARDED = /^(?:forwarded|via|x-forwarded-.*|x-real-ip)$/;

/**
 * Whether a user or a program of this machine sends the request on purpose. The address of the peer is not enough: a page of another
 * site can make a browser on this machine send a request (Origin, Sec-Fetch-Site), or use a name that resolves to this machine (Host:
 * DNS rebinding).
 */
export function isLocalRequest({ remoteAddress, headers }: RequestOrigin): boolean {
  if (!LOOPBACK_PEER.test(remoteAddress ?? '')) return false;
  if (!LOOPBACK_HOST.test(headers.host ?? '')) return false;
  if (Object.keys(headers).some((header) => FORWARDED.test(header))) return false;
  return isSameOrigin(headers);
}

function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
