import { covers, EVERYTHING, may, NOTHING, type Actor, type Scope } from './actor';

const PLACE = { landlord: 'L-A', holder: 'ETAT', commune: '78621' };

describe('covers', () => {
  it.each<[string, Scope, boolean]>([
    ['everything', EVERYTHING, true],
    ['nothing', NOTHING, false],
    ['the landlord', { kind: 'landlord', codes: ['L-B', 'L-A'] }, true],
    ['another landlord', { kind: 'landlord', codes: ['L-B'] }, false],
    ['no landlord', { kind: 'landlord', codes: [] }, false],
    ['a landlord called as the holder is', { kind: 'landlord', codes: ['ETAT'] }, false],
    ['the holder', { kind: 'holder', codes: ['ETAT'] }, true],
    ['another holder', { kind: 'holder', codes: ['VILLE'] }, false],
    ['the commune', { kind: 'commune', codes: ['78621'] }, true],
    ['another commune', { kind: 'commune', codes: ['78297'] }, false],
  ])('a scope of %s: %o', (_what, scope, expected) => {
    expect(covers(scope, PLACE)).toBe(expected);
  });
});

describe('may', () => {
  it('lets administrators alone record leases, notes and lists', () => {
    const actor = (role: Actor['role'], scope: Scope = EVERYTHING): Actor => ({ id: 'a', role, scope });
    for (const right of ['record-lease', 'note-fragility', 'establish-list'] as const) {
      expect(may(actor('administrator'), right)).toBe(true);
      expect(may(actor('administrator', NOTHING), right)).toBe(false);
      for (const role of ['reader', 'statistician', 'system'] as const) expect(may(actor(role), right)).toBe(false);
    }
  });
});
