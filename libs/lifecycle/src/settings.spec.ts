import { trustedProxiesOf } from './settings';

describe('MIXITE_TRUSTED_PROXIES', () => {
  it('holds addresses and networks, separated by commas', () => {
    expect(trustedProxiesOf('10.0.0.4, 192.0.2.0/24,2001:db8::/32')).toEqual([
      ...['10.0.0.4', '192.0.2.0/24', '2001:db8::/32'],
    ]);
    for (const none of [undefined, '', ' ']) expect(trustedProxiesOf(none)).toEqual([]);
  });

  it.each(['proxy', '10.0.0.4,', '10.0.0.0/33', '10.0.0.0/', '0.0.0.0/0', '::/0', '10.0.0.4/24/8', 'true', '*'])(
    'is refused where it is « %s »',
    (value) => {
      expect(() => trustedProxiesOf(value)).toThrow(
        expect.objectContaining({ code: 'invalid-setting', params: { name: 'MIXITE_TRUSTED_PROXIES', value } }),
      );
    },
  );
});
