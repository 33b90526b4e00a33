import { KeyedDigest } from './key-vault';

/**
 * Recorded from the first version. Data folders hold such digests and find numbers and rows by them, so they must never
 * change.
 */
const VECTORS: readonly (readonly [name: string, text: string, digest: string])[] = [
  ['an empty text', '', '0ONW2gmLA63bsSUBxHpnFIJuzP6vGtaFPUZM1klJaVM'],
  ['a number', 'household:0780012345678901', 'IrnQgovIvB2yeZ4OKkhMySfpaIToNJpWGux14iPCKW8'],
  ['letters of several bytes', 'allocation:é€𝄞', 'BKAMFNg05CQVIQ0TVp8niFM0VRHV8udc2fUVo7Aufgw'],
  ['a text of one block', 'a'.repeat(64), 'MT1tBWvps5V_cM8oIrX1qFT7v3T4nQueKUosAi5WIb8'],
  ['a long text', 'é'.repeat(20_000), '1W_C-JSrx8Jy34xLWjfraE0pPyRPHNyllTfd8eH8dD8'],
];

describe('the keyed digest', () => {
  const digest = new KeyedDigest(Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 7) % 256)));

  it.each(VECTORS)('of %s never changes', (_, text, expected) => {
    expect(digest.of(text, 'base64url')).toBe(expected);
    expect(Buffer.from(digest.of(text), 'latin1').toString('base64url')).toBe(expected);
  });
});
