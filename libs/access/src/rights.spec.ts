import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#kernel';
import { INSTALLATION_ADMINISTRATOR, MONITOR, ROLES, SCOPE_OF_ROLE, SYSTEM, type Actor, type Role } from './actor';
import { may, refusalOf, RIGHTS, type Reach, type Right } from './rights';
import { EVERYTHING, limitedTo, NOTHING, SCOPE_KINDS, type Place, type Scope } from './scope';

/** The scopes of the letters below, from left to right. */
const SCOPES: readonly Scope[] = [
  EVERYTHING,
  limitedTo({ landlord: ['L-A'] }),
  limitedTo({ holder: ['ETAT'] }),
  limitedTo({ commune: ['78621'] }),
  limitedTo({ holder: ['ETAT'], commune: ['78621'] }),
  limitedTo({ landlord: ['L-A'], holder: ['ETAT'], commune: ['78621'] }),
  limitedTo({}),
  NOTHING,
];

/**
 * Every right of every role under every scope, written a second time by hand. y: allowed; s: allowed only under another scope; n: never
 * allowed. A change of the rights must change this table too.
 */
const EXPECTED = `
                     administrateur agent_epci     bailleur       reservataire   commune        etat           auditeur       statisticien   elu            monitor        system
  import             yysssysn       yssssssn       sysssysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  record-lease       yyyyyysn       yssssssn       sysssysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn
  note-fragility     yysyyysn       yssssssn       sysssysn       nnnnnnnn       sssyyysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn
  establish-list     yysssysn       nnnnnnnn       sysssysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  let-dwellings      yysssysn       nnnnnnnn       sysssysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  return-vacancies   yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  designate          yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  endorse-candidates yssyyysn       yssssssn       nnnnnnnn       nnnnnnnn       sssyyysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  end-applications   yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  steer-process      yssssssn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  take-tasks         yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  follow-vacancies   yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn
  read-vacancies     yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       yssssssn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  read-figures       yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       yssssssn       yssssssn       yssssssn       yssssssn       nnnnnnnn       yssssssn
  read-list          yyyyyysn       yssssssn       sysssysn       ssysyysn       sssyyysn       yssssssn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn
  read-named-list    yyyyyysn       yssssssn       sysssysn       ssysyysn       nnnnnnnn       nnnnnnnn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  audit              yssssssn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  verify-history     yyyyyysn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  manage-tokens      yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  manage-users       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn
  rebuild            yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn
  read-metrics       yssssssn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       nnnnnnnn       yssssssn       nnnnnnnn
`;

const [roles, ...rows] = EXPECTED.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));
const LETTERS: Readonly<Record<string, string>> = {
  'not-allowed': 'n',
  'import-not-allowed': 'n',
  'scope-not-allowed': 's',
};

describe('the table of rights', () => {
  const actor = (role: Role, scope: Scope = EVERYTHING): Actor => ({ id: 'a', role, scope });

  it('is as expected for every role, right and scope', () => {
    expect([...roles!].sort()).toEqual([...ROLES].sort());
    expect(rows.map(([right]) => right).sort()).toEqual(Object.keys(RIGHTS).sort());
    const found = rows.map(([right]) => [
      right,
      ...roles!.map((role) =>
        SCOPES.map((scope) => LETTERS[refusalOf(actor(role as Role, scope), right as Right)?.code ?? ''] ?? 'y').join(
          '',
        ),
      ),
    ]);
    expect(found).toEqual(rows);
  });

  it('allows exactly where it does not refuse', () => {
    for (const role of ROLES)
      for (const right of Object.keys(RIGHTS) as Right[])
        for (const scope of SCOPES)
          expect(may(actor(role, scope), right)).toBe(refusalOf(actor(role, scope), right) === undefined);
  });

  it('lets the managers of a role manage people, within their own scope', () => {
    const manager = (role: Role, scope: Scope): Actor => ({ ...actor(role, scope), isManager: true });
    expect(may(manager('bailleur', SCOPES[1]!), 'manage-users')).toBe(true);
    expect(may(manager('bailleur', SCOPES[2]!), 'manage-users')).toBe(false);
    expect(may(manager('auditeur', EVERYTHING), 'manage-users')).toBe(false);
    expect(may(manager('bailleur', SCOPES[1]!), 'audit')).toBe(false);
  });

  it('refuses with the codes of the contract', () => {
    expect(refusalOf(actor('auditeur'), 'record-lease')).toEqual(refuse('not-allowed', { right: 'record-lease' }));
    expect(refusalOf(actor('auditeur'), 'import')).toEqual(refuse('import-not-allowed', { right: 'import' }));
    expect(refusalOf(actor('administrateur', NOTHING), 'audit')).toEqual(refuse('not-allowed', { right: 'audit' }));
    expect(refusalOf(actor('administrateur', SCOPES[2]), 'import')).toEqual(refuse('scope-not-allowed'));
  });

  it.each<[string, Right, Place, Scope, string]>([
    [
      'a lease of the landlord',
      'record-lease',
      { landlord: 'L-A', holder: 'VILLE', commune: '78297' },
      SCOPES[1]!,
      'y',
    ],
    [
      'a lease of another landlord',
      'record-lease',
      { landlord: 'L-B', holder: 'VILLE', commune: '78297' },
      SCOPES[1]!,
      's',
    ],
    [
      'a lease covered by one kind of codes',
      'record-lease',
      { landlord: 'L-B', holder: 'ETAT', commune: 'C' },
      SCOPES[5]!,
      'y',
    ],
    [
      'a lease covered by no kind of codes',
      'record-lease',
      { landlord: 'L-B', holder: 'X', commune: 'C' },
      SCOPES[5]!,
      's',
    ],
    ['a lease of an unknown place', 'record-lease', {}, SCOPES[5]!, 's'],
    ['the same under the scope of everything', 'record-lease', {}, EVERYTHING, 'y'],
    ['the same under the scope of nothing', 'record-lease', {}, NOTHING, 'n'],
    // A holder's codes never give the right to note, whatever place they cover.
    ['a note, covered only by the holder', 'note-fragility', { holder: 'ETAT', commune: '78297' }, SCOPES[4]!, 's'],
    ['a note in the commune', 'note-fragility', { holder: 'VILLE', commune: '78621' }, SCOPES[4]!, 'y'],
    ['a list of the landlord', 'establish-list', { landlord: 'L-A' }, SCOPES[5]!, 'y'],
    ['a list of a landlord in the commune', 'establish-list', { landlord: 'L-B', commune: '78621' }, SCOPES[5]!, 's'],
    ['a step of the EPCI, which needs the scope of everything', 'steer-process', { landlord: 'L-A' }, SCOPES[1]!, 's'],
  ])('compares a place with the codes that count: %s', (_what, right, place, scope, letter) => {
    const code = refusalOf(actor('administrateur', scope), right, place)?.code;
    expect(code === undefined ? 'y' : LETTERS[code]).toBe(letter);
    expect(may(actor('administrateur', scope), right, place)).toBe(letter === 'y');
  });

  it.each(['nobody', 'constructor', 'toString', '__proto__', ''])('gives no right to an unknown role "%s"', (role) => {
    for (const right of Object.keys(RIGHTS) as Right[]) expect(may(actor(role as Role), right)).toBe(false);
  });

  it.each(['nothing', 'constructor', 'toString', '__proto__', ''])('gives nobody an unknown right "%s"', (right) => {
    for (const role of ROLES) expect(may(actor(role), right as Right)).toBe(false);
  });

  it('lets the installation itself record and rebuild, but neither import nor read names', () => {
    const all = Object.keys(RIGHTS) as Right[];
    expect(all.filter((right) => may(SYSTEM, right)).sort()).toEqual(
      ['follow-vacancies', 'note-fragility', 'read-figures', 'read-list', 'rebuild', 'record-lease'].sort(),
    );
    expect(all.filter((right) => may(MONITOR, right))).toEqual(['read-metrics']);
    expect(all.filter((right) => !may(INSTALLATION_ADMINISTRATOR, right))).toEqual([]);
  });

  it('is the same as the table of docs/rights.md', () => {
    const text = readFileSync(join(__dirname, '../../../docs/rights.md'), 'utf8');
    const printed = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map((cells) => cells.slice(1, -1));
    const head = printed.findIndex(([first]) => first === 'right');
    const table = printed.slice(head, head + 2 + Object.keys(RIGHTS).length);
    expect(table[0]).toEqual(['right', ...ROLES, 'what for']);
    expect(table.slice(2).map((cells) => cells.slice(0, -1))).toEqual(
      (Object.keys(RIGHTS) as Right[]).map((right) => [`\`${right}\``, ...ROLES.map((role) => inWords(right, role))]),
    );
    for (const cells of table.slice(2)) expect(cells.at(-1)).not.toBe('');
  });
});

/** The text of a cell of the table in docs/rights.md. */
function inWords(right: Right, role: Role): string {
  const reach = (RIGHTS[right] as Readonly<Partial<Record<Role, Reach>>>)[role];
  if (!reach) return '–';
  if (reach.length === 0) return 'all only';
  if (SCOPE_OF_ROLE[role] !== 'all') return reach.join(', ');
  return reach.length === SCOPE_KINDS.length ? 'any' : `all, ${reach.join(', ')}`;
}
