import { api, queries, signOut } from '../../api/client';
import type { components } from '../../api/schema';
import { longInstant } from '../../format/days';
import { Answer } from '../../parts/Answer';
import { Problem } from '../../parts/Problem';
import { Table, type Column } from '../../parts/Table';
import { useCommand } from '../../parts/use-command';

type Session = components['schemas']['SessionsDto']['sessions'][number];

/** Where this person is signed in. Each session can be closed from any other. */
export function SessionsSection() {
  const asked = queries.useQuery('get', '/api/sessions');
  const command = useCommand();
  const close = (sessions: readonly Session[]) =>
    command.send(async () => {
      for (const { id } of sessions) await api.DELETE('/api/sessions/{session}', { params: { path: { session: id } } });
      await asked.refetch();
    });
  const columns: readonly Column<Session>[] = [
    ...COLUMNS,
    {
      key: 'acts',
      label: 'Fermer',
      cell: (session) => (
        <button
          type="button"
          className="button"
          disabled={command.isSent}
          onClick={() => void (session.isThis ? command.send(signOut) : close([session]))}
        >
          {session.isThis ? 'Me déconnecter' : 'Fermer cette session'}
        </button>
      ),
    },
  ];
  return (
    <>
      <h2>Sessions ouvertes</h2>
      {command.error !== undefined && <Problem error={command.error} />}
      <Answer asked={asked}>
        {({ sessions }) => (
          <>
            <Table caption="Où vous êtes connecté" columns={columns} rows={sessions} keyOf={({ id }) => id} />
            {sessions.length > 1 && (
              <div className="actions">
                <button
                  type="button"
                  className="button"
                  disabled={command.isSent}
                  onClick={() => void close(sessions.filter(({ isThis }) => !isThis))}
                >
                  Fermer toutes les autres sessions
                </button>
              </div>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

const COLUMNS: readonly Column<Session>[] = [
  { key: 'opened', label: 'Ouverte le', cell: ({ openedAt }) => longInstant(openedAt) },
  { key: 'used', label: 'Dernier usage', cell: ({ lastUsedAt }) => longInstant(lastUsedAt) },
  { key: 'place', label: 'D’où', cell: ({ place }) => place ?? 'lieu inconnu' },
];
