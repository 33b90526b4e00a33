import { GIVEN_ROLES, SCOPE_OF_ROLE } from '#access';
import { day, isRefusal } from '#kernel';
import type { TerritoryCodes } from '#territory';
import { issueToken, type IssueToken } from './issue-token';
import { revokeToken } from './revoke-token';

const KNOWN: TerritoryCodes = {
  landlord: new Set(['L-A', 'L-B']),
  holder: new Set(['ETAT']),
  commune: new Set(['78621']),
};
const FIRST = { landlord: 'L-A', holder: 'ETAT', commune: '78621' } as const;
const asked = (given: Partial<IssueToken>): IssueToken => ({
  role: 'elu',
  actsAs: null,
  codes: [],
  lastDay: day('2025-06-30'),
  key: 'k',
  ...given,
});
const codeOf = (given: Partial<IssueToken>) => {
  const decision = issueToken(asked(given), KNOWN);
  return isRefusal(decision) ? decision.code : decision[0]!.type;
};

describe('a token', () => {
  it.each(GIVEN_ROLES)('of the role %s is bound to the codes of its kind, or to none', (role) => {
    const kind = SCOPE_OF_ROLE[role];
    const own = kind === 'all' ? [] : [FIRST[kind]];
    expect(codeOf({ role, codes: own })).toBe('TokenIssued');
    expect(codeOf({ role: 'service', actsAs: role, codes: own })).toBe('TokenIssued');
    if (kind === 'all') expect(codeOf({ role, codes: ['L-A'] })).toBe('token-scope-not-admitted');
    else expect(codeOf({ role, codes: [] })).toBe('token-scope-needed');
    for (const other of ['landlord', 'holder', 'commune'] as const)
      if (kind !== 'all' && other !== kind)
        expect(codeOf({ role, codes: [...own, FIRST[other]] })).toBe('token-scope-unknown');
  });

  it('of a program acts under one other role, and no other token does', () => {
    expect(codeOf({ role: 'service' })).toBe('token-acts-as');
    expect(codeOf({ role: 'elu', actsAs: 'elu' })).toBe('token-acts-as');
  });

  it('has each code once, in order', () => {
    expect(issueToken(asked({ role: 'bailleur', codes: ['L-B', 'L-A', 'L-B'] }), KNOWN)).toEqual([
      {
        type: 'TokenIssued',
        data: { role: 'bailleur', actsAs: null, codes: ['L-A', 'L-B'], lastDay: '2025-06-30', key: 'k' },
      },
    ]);
  });

  it('is revoked once', () => {
    const token = { ...asked({}), isRevoked: false };
    expect(revokeToken(token)).toEqual([{ type: 'TokenRevoked', data: {} }]);
    expect(revokeToken({ ...token, isRevoked: true })).toEqual([]);
    expect(revokeToken(undefined)).toMatchObject({ code: 'unknown-token' });
  });
});
