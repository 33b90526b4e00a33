import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCT_VERSION } from './version';

it('the version of the product is that of its package', () => {
  const text = readFileSync(join(__dirname, '../../../package.json'), 'utf8');
  expect((JSON.parse(text) as { version: string }).version).toBe(PRODUCT_VERSION);
});
