import { queries } from '../../api/client';
import type { Me } from '../../api/me';
import type { components } from '../../api/schema';
import { SCOPE_KINDS } from '../../format/roles';
import { Answer } from '../../parts/Answer';

type Territory = components['schemas']['TerritoryDto'];
interface Entry {
  readonly id: string;
  readonly label: string;
}

interface ScopeChoiceProps {
  readonly me: Me;
  readonly role: string;
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
}

/** The codes for which a role is worth. A manager gives away their own at most. */
export function ScopeChoice({ me, role, chosen, onChoose }: ScopeChoiceProps) {
  const asked = queries.useQuery('get', '/api/territory');
  const toggle = (code: string) =>
    onChoose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="field">
      <legend>Périmètre : {SCOPE_KINDS[role]}</legend>
      <div className="choices-place">
        <Answer asked={asked}>
          {(territory) => (
            <div className="choices">
              {entriesOf(territory, role, me).map(({ id, label }) => (
                <p key={id} className="check">
                  <input id={`scope-${id}`} type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                  <label htmlFor={`scope-${id}`}>
                    {label} <code>{id}</code>
                  </label>
                </p>
              ))}
            </div>
          )}
        </Answer>
      </div>
    </fieldset>
  );
}

function entriesOf(territory: Territory, role: string, { acting }: Me): readonly Entry[] {
  const { landlords, holders, communes } = territory;
  const all: Readonly<Record<string, readonly Entry[]>> = {
    bailleur: landlords,
    reservataire: holders,
    commune: communes,
  };
  const entries = all[role] ?? [];
  return acting.role === 'administrateur' ? entries : entries.filter(({ id }) => acting.scope.includes(id));
}
