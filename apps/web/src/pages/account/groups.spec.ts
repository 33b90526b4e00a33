import { inGroups } from './groups';

it.each([
  ['', ''],
  ['ABC', 'ABC'],
  ['JBSWY3DPEHPK3PXPJB', 'JBSW Y3DP EHPK 3PXP JB'],
])('groups « %s » as « %s »', (secret, groups) => {
  expect(inGroups(secret)).toBe(groups);
});
