import { longInstant, shortDay } from '../../format/days';
import { roleTitle } from '../../format/roles';
import { ScopeCodes } from '../../parts/ScopeCodes';
import { Status, type StatusKind } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import { UserActs } from './UserActs';
import type { ActName } from './UserAct';
import { nameOf, type HeldRole, type User } from './user';

interface UsersTableProps {
  readonly users: readonly User[];
  readonly myself: string | undefined;
  readonly canAct: boolean;
  readonly onGrant: (user: User) => void;
  readonly onAct: (act: ActName, user: User) => void;
}

export function UsersTable({ users, myself, canAct, onGrant, onAct }: UsersTableProps) {
  const acts: Column<User> = {
    key: 'acts',
    label: 'Agir',
    cell: (user) =>
      user.user === myself || user.email === null ? (
        user.user === myself ? (
          'C’est vous'
        ) : (
          ''
        )
      ) : (
        <UserActs user={user} onGrant={onGrant} onAct={onAct} />
      ),
  };
  return (
    <Table
      caption={users.length === 1 ? '1 personne' : `${users.length} personnes`}
      columns={canAct ? [...COLUMNS, acts] : COLUMNS}
      rows={users}
      keyOf={({ user }) => user}
    />
  );
}

const STATUSES: Readonly<Record<string, { readonly kind: StatusKind; readonly words: string }>> = {
  invited: { kind: 'late', words: 'Invité, lien non utilisé' },
  active: { kind: 'met', words: 'Actif' },
  disabled: { kind: 'plain', words: 'Compte fermé' },
};

const COLUMNS: readonly Column<User>[] = [
  {
    key: 'name',
    label: 'Personne',
    cell: (user) => (
      <>
        {nameOf(user)}
        {user.name !== null && user.email !== null && <small className="line">{user.email}</small>}
      </>
    ),
  },
  {
    key: 'status',
    label: 'État',
    cell: ({ status }) => {
      const { kind, words } = STATUSES[status] ?? { kind: 'plain' as const, words: status };
      return <Status kind={kind}>{words}</Status>;
    },
  },
  {
    key: 'roles',
    label: 'Rôles',
    cell: ({ roles }) =>
      roles.length === 0 ? (
        'Aucun'
      ) : (
        <ul className="plain-list">
          {roles.map((held) => (
            <li key={[held.role, ...held.scope].join('/')}>
              <RoleLine held={held} />
            </li>
          ))}
        </ul>
      ),
  },
  {
    key: 'seen',
    label: 'Dernier passage',
    cell: ({ lastSeenAt }) => (lastSeenAt === null ? 'Aucune session ouverte' : longInstant(lastSeenAt)),
  },
];

function RoleLine({ held: { role, scope, until, manager } }: { held: HeldRole }) {
  return (
    <>
      {roleTitle(role)}, <ScopeCodes codes={scope} />
      {manager && ', gestionnaire'}
      {until !== null && `, jusqu’au ${shortDay(until)}`}
    </>
  );
}
