import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { KeyedDigest } from './keyed-digest';

it('is HMAC-SHA-256, whatever the length of the text', () => {
  const key = randomBytes(32);
  const digest = new KeyedDigest(key);
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.nat(40_000).map((length) => 'é'.repeat(length)),
  );
  fc.assert(fc.property(texts, (text) => digest.of(text) === createHmac('sha256', key).update(text).digest('binary')));
});
