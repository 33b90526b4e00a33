import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Whether an address is that of a proxy whose word is believed. */
export type TrustsProxy = (address: string | undefined) => boolean;

const IPV4_WITHIN_IPV6 = /^::ffff:(?=\d+\.)/i;

/** @param proxies addresses and networks, `10.0.0.4`, `192.0.2.0/24` */
export function trustIn(proxies: readonly string[]): TrustsProxy {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = familyOf(address);
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (peer = '') => {
    const address = peer.replace(IPV4_WITHIN_IPV6, '');
    return isIP(address) !== 0 && trusted.check(address, familyOf(address));
  };
}

/**
 * A trusted proxy says under which name a person asked (`X-Forwarded-Host`); a proxy before it may have said so first, so the last name counts.
 * From any other peer the header changes nothing, but that the request is not local. Nobody's `X-Forwarded-Proto` is believed: the
 * address under which people reach the service is a setting.
 */
export function believeProxies(server: FastifyInstance, trusts: TrustsProxy): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const forwarded = request.raw.headers['x-forwarded-host'];
    if (forwarded !== undefined && trusts(request.socket.remoteAddress))
      request.raw.headers.host = String(forwarded).split(',').at(-1)!.trim();
    done();
  });
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
