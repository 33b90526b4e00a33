import type { IncomingHttpHeaders } from 'node:http';
import { isLocalRequest } from './local-request';

const HERE = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:3000' } };
const withHeaders = (headers: IncomingHttpHeaders) => ({ ...HERE, headers: { ...HERE.headers, ...headers } });

describe('a local request', () => {
  it.each(['127.0.0.1', '127.0.0.53', '127.255.255.254', '::1', '::ffff:127.0.0.1'])(
    'comes from %s',
    (remoteAddress) => {
      expect(isLocalRequest({ ...HERE, remoteAddress })).toBe(true);
    },
  );

  it.each([undefined, '', '192.0.2.7', '10.0.0.1', '128.0.0.1', '::2', '::ffff:192.0.2.7', '::1%lo', '1127.0.0.1'])(
    'does not come from %s',
    (remoteAddress) => {
      expect(isLocalRequest({ ...HERE, remoteAddress })).toBe(false);
    },
  );

  it.each(['localhost', 'localhost:1', 'LOCALHOST:65535', '127.0.0.1:3000', '[::1]', '[::1]:3000'])(
    'has the host %s',
    (host) => {
      expect(isLocalRequest(withHeaders({ host }))).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    'piege.example',
    'localhost.piege.example',
    '127.0.0.1.piege.example',
    'xlocalhost',
    '::1',
    'localhost:x',
  ])('does not have the host %s', (host) => {
    expect(isLocalRequest({ ...HERE, headers: { host } })).toBe(false);
  });

  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'])(
    'has no header %s of a proxy, not even an empty one',
    (header) => {
      for (const value of ['192.0.2.7', '127.0.0.1', 'localhost', 'for=127.0.0.1', ''])
        expect(isLocalRequest(withHeaders({ [header]: value }))).toBe(false);
    },
  );

  it.each([
    [{}, true],
    [{ origin: 'http://localhost:3000' }, true],
    [{ origin: 'HTTP://LOCALHOST:3000' }, true],
    [{ origin: 'https://localhost:3000' }, false],
    [{ origin: 'http://localhost:8080' }, false],
    [{ origin: 'http://piege.example' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': '' }, false],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'http://piege.example', 'sec-fetch-site': 'same-origin' }, false],
  ])('does not come from a page of another site: %j %s', (headers, expected) => {
    expect(isLocalRequest(withHeaders(headers))).toBe(expected);
  });
});
