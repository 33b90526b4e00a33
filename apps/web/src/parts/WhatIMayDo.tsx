import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { queries } from '../api/client';
import { useMe, type Me } from '../api/me';
import type { components } from '../api/schema';
import { roleName } from '../format/roles';
import { Answer } from './Answer';

export type RightLine = components['schemas']['RightDto'];

/**
 * « Ce que je peux faire ici »: which of the page's acts the role has, and who has the others. Opened on demand, so that a page that nobody
 * asks pays nothing for it.
 * @param rights those of the page, by their names in the API; all of them where none is named
 */
export function WhatIMayDo({ rights }: { rights?: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="may-do on-screen" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{rights ? 'Ce que je peux faire ici' : 'Ce que je peux faire'}</summary>
      {isOpen && <MayDoList rights={rights} />}
    </details>
  );
}

function MayDoList({ rights }: { rights: readonly string[] | undefined }) {
  const { data: me } = useMe();
  const asked = queries.useQuery('get', '/api/rights');
  return (
    <Answer asked={asked}>
      {(table) => {
        const lines = rights ? table.rights.filter(({ right }) => rights.includes(right)) : table.rights;
        return me && <MayDo me={me} lines={lines} />;
      }}
    </Answer>
  );
}

function MayDo({ me, lines }: { me: Me; lines: readonly RightLine[] }) {
  const mine = lines.filter(({ right }) => me.rights.includes(right));
  const others = lines.filter(({ right, roles }) => !me.rights.includes(right) && roles.length > 0);
  return (
    <>
      {mine.length > 0 && (
        <>
          <p>Comme {roleName(me.acting.role)}, vous pouvez :</p>
          <ul>
            {mine.map(({ right, label }) => (
              <li key={right}>{label}</li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <p>D’autres le peuvent :</p>
          <ul>
            {others.map((line) => (
              <li key={line.right}>
                {line.label} : {whoMay(line)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note">
        Ce que chaque rôle peut, en un tableau : <Link to={'/administration/droits' as never}>Qui peut quoi</Link>.
      </p>
    </>
  );
}

/** « bailleur, commune (gestionnaires) ». */
const whoMay = ({ roles }: RightLine): string =>
  roles.map(({ role, managersOnly }) => roleName(role) + (managersOnly ? ' (gestionnaire)' : '')).join(', ');
