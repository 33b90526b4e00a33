import { namesIn, type Dictionary } from '../../api/dictionary';
import { ROLE_NAMES } from '../../api/me';
import { longDay, longInstant } from '../../format/days';
import { ALLOCATION_COLUMNS, type AllocationRow } from './columns';
import type { LeaseView } from './LeaseFacts';
import { motiveText } from './lease-correction';

type Change = LeaseView['changes'][number];

const ACTS: Readonly<Record<string, string>> = {
  correction: 'Corrigé',
  cancellation: 'Annulé',
  revision: 'Fait déduit révisé, après un seuil ou une commune enregistrés plus tard',
};

/** What changed the lease after its signature, the oldest first. */
export function LeaseChanges({
  changes,
  dictionary,
}: {
  changes: readonly Change[];
  dictionary: Dictionary | undefined;
}) {
  if (changes.length === 0) return null;
  return (
    <>
      <h2>Corrections et annulation</h2>
      <ol className="timeline">
        {changes.map((change) => (
          <li key={change.recordedAt + change.kind}>
            <p>
              <strong>{ACTS[change.kind] ?? change.kind}</strong>
              {change.on && ` au ${longDay(change.on)}`}, par {ROLE_NAMES[change.role] ?? change.role}
              {change.motive && ` ; motif : ${motiveText(change.motive)}`}
              <span className="note"> – enregistré le {longInstant(change.recordedAt)}</span>
            </p>
            <ul>
              {change.columns.map((column) => (
                <li key={column.column}>{changeText(column, dictionary)}</li>
              ))}
              {change.columns.length === 0 && <li>Seules des données scellées diffèrent.</li>}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function changeText({ column, before, after }: Change['columns'][number], dictionary: Dictionary | undefined): string {
  const described = ALLOCATION_COLUMNS.find(({ key }) => key === column);
  if (!described) return column;
  const naming = { nameOf: namesIn(dictionary), showsCodes: false };
  const shown = (value: unknown) => described.text({ [column]: value } as unknown as AllocationRow, naming) || 'rien';
  return `${described.label} : ${shown(before)} → ${shown(after)}`;
}
