import { refuseForeign } from './origin';

const PUBLIC = new URL('https://mixite.example.org');

describe('where a request comes from', () => {
  it.each<[string, string, string, string | undefined, string | undefined]>([
    ['a page of this machine', 'POST', '127.0.0.1:3000', 'http://127.0.0.1:3000', undefined],
    ['a page of this machine, by name', 'POST', 'localhost:3000', 'http://localhost:3000', undefined],
    ['the public page', 'POST', 'mixite.example.org', 'https://mixite.example.org', undefined],
    ['a reading without an origin', 'GET', 'mixite.example.org', undefined, undefined],
    ['a write without an origin', 'POST', 'mixite.example.org', undefined, 'foreign-origin'],
    ['a page of another site', 'POST', 'mixite.example.org', 'https://example.com', 'foreign-origin'],
    ['a frame without an origin of its own', 'POST', 'mixite.example.org', 'null', 'foreign-origin'],
    ['the public page, not by https', 'POST', 'mixite.example.org', 'http://mixite.example.org', 'foreign-origin'],
    ['a page of another port of this machine', 'POST', '127.0.0.1:3000', 'http://127.0.0.1:4000', 'foreign-origin'],
    ['a name that leads to this machine', 'GET', 'attack.example.com', undefined, 'unknown-host'],
    ['a name that begins like the public one', 'GET', 'mixite.example.org.attack.com', undefined, 'unknown-host'],
    ['no host', 'GET', '', undefined, 'unknown-host'],
  ])('%s', (_, method, host, origin, refused) => {
    expect(refuseForeign({ method, headers: { host, origin } }, PUBLIC, true)?.code).toBe(refused);
  });

  it('lets a program sign in without an origin', () => {
    const headers = { host: '127.0.0.1:3000' };
    expect(refuseForeign({ method: 'POST', headers }, undefined, false)).toBeUndefined();
  });

  it('knows no public name where none is set', () => {
    const headers = { host: 'mixite.example.org', origin: 'https://mixite.example.org' };
    expect(refuseForeign({ method: 'POST', headers }, undefined, true)?.code).toBe('unknown-host');
  });
});
