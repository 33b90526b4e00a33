import { useQuery } from '@tanstack/react-query';
import { problemIn } from './problem';

/** A role that the demonstration offers with one click. These routes exist in its process only, so the API does not describe them. */
export interface OfferedRole {
  readonly role: string;
  readonly scope: readonly string[];
  readonly label: string;
}

/** Only the process of the demonstration marks its pages so: no other is asked for roles. */
const isDemo = (): boolean => document.querySelector('meta[name="mixite-demonstration"]') !== null;

/** The roles that are offered; none where this is not the demonstration. */
export function useDemoRoles(): readonly OfferedRole[] {
  const { data } = useQuery({
    queryKey: ['get', '/api/demo'],
    enabled: isDemo(),
    queryFn: async () => {
      const answer = await fetch('/api/demo');
      if (!answer.ok) return [];
      return ((await answer.json()) as { readonly roles: readonly OfferedRole[] }).roles;
    },
  });
  return data ?? [];
}

/**
 * Opens a session of an invented person.
 * @throws ProblemError
 */
export async function enterDemo({ role, scope }: OfferedRole): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/api/demo/session', { method: 'POST', headers, body: JSON.stringify({ role, scope }) });
  if (!answer.ok) throw await problemIn(answer);
}
