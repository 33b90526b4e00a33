import { trustIn } from './trusted-proxies';

describe('the proxies that are trusted', () => {
  const trusts = trustIn(['10.0.0.4', '192.0.2.0/24', '2001:db8::/32']);

  it.each(['10.0.0.4', '::ffff:10.0.0.4', '192.0.2.255', '2001:db8::7'])('are %s', (address) => {
    expect(trusts(address)).toBe(true);
  });

  it.each(['10.0.0.5', '192.0.3.1', '2001:db9::1', '127.0.0.1', '::1', 'proxy', '10.0.0.4, 10.0.0.4', '', undefined])(
    'are not %s',
    (address) => {
      expect(trusts(address)).toBe(false);
    },
  );

  it('are none where none is named', () => {
    expect(trustIn([])('127.0.0.1')).toBe(false);
  });
});
