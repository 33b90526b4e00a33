import { enterDemo, useDemoRoles, type OfferedRole } from '../api/demo';
import { forgetToken } from '../api/token';
import { Problem } from '../parts/Problem';
import { useCommand } from '../parts/use-command';

/** In the demonstration, and only there: to see what each role sees, with one click. */
export function DemoRoles() {
  const roles = useDemoRoles();
  const command = useCommand();
  if (roles.length === 0) return null;
  const enter = async (role: OfferedRole) => {
    forgetToken();
    // Another role reads other things: nothing of the one before stays on the page.
    if (await command.send(() => enterDemo(role))) location.reload();
  };
  return (
    <section aria-label="Rôles de la démonstration">
      <p>
        <strong>Démonstration.</strong> Personne n’y est réel. Voir comme :
      </p>
      {command.error !== undefined && <Problem error={command.error} />}
      <div className="actions">
        {roles.map((role) => (
          <button
            type="button"
            className="button"
            key={role.role}
            disabled={command.isSent}
            onClick={() => void enter(role)}
          >
            {role.label}
          </button>
        ))}
      </div>
    </section>
  );
}
