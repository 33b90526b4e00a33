import type { Me } from '../../api/me';
import { shortDay } from '../../format/days';
import { roleTitle } from '../../format/roles';
import { ScopeCodes } from '../../parts/ScopeCodes';
import { Table, type Column } from '../../parts/Table';

type HeldRole = Me['roles'][number];

export function Identity({ me }: { me: Me }) {
  const { name, email, body, acting, roles } = me;
  return (
    <>
      <dl className="facts">
        {name !== null && <Fact term="Nom">{name}</Fact>}
        {email !== null && <Fact term="Adresse">{email}</Fact>}
        {body !== null && <Fact term="Organisme">{body}</Fact>}
        <Fact term="Agit comme">{roleTitle(acting.role)}</Fact>
        <dt>Périmètre</dt>
        <dd>
          <ScopeCodes codes={acting.scope} />
        </dd>
      </dl>
      {roles.length > 0 && (
        <Table
          caption="Mes rôles. Un seul agit à la fois ; on en change sous son nom, en haut de la page"
          columns={COLUMNS}
          rows={roles}
          keyOf={({ role, scope }) => [role, ...scope].join('/')}
        />
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

const COLUMNS: readonly Column<HeldRole>[] = [
  { key: 'role', label: 'Rôle', cell: ({ role }) => roleTitle(role) },
  { key: 'scope', label: 'Périmètre', cell: ({ scope }) => <ScopeCodes codes={scope} /> },
  { key: 'until', label: 'Jusqu’au', cell: ({ until }) => (until === null ? 'sans fin' : shortDay(until)) },
  { key: 'manager', label: 'Gestionnaire', cell: ({ manager }) => (manager ? 'oui' : 'non') },
];
