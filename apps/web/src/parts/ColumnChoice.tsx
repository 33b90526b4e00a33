import { Panel } from './Panel';
import { Problem } from './Problem';

interface ColumnChoiceProps<Key extends string> {
  readonly columns: readonly { readonly key: Key; readonly label: string; readonly description: string }[];
  readonly chosen: readonly Key[];
  readonly onChoose: (chosen: readonly Key[]) => void;
  /** Undefined: there is nothing to keep. */
  readonly onKeep: (() => void) | undefined;
  readonly onReset: () => void;
  /** What refused to keep them. */
  readonly error: unknown;
  readonly showsCodes: boolean;
  readonly onShowCodes: (shows: boolean) => void;
}

/** Which columns a table shows. The order is the table's own; at least one stays. The address has them until the person keeps them. */
export function ColumnChoice<Key extends string>(props: ColumnChoiceProps<Key>) {
  const { columns, chosen, onChoose, onKeep, onReset, error, showsCodes, onShowCodes } = props;
  const toggled = (key: Key, isOn: boolean) =>
    columns.map((column) => column.key).filter((each) => (each === key ? isOn : chosen.includes(each)));
  return (
    <Panel label={`Colonnes (${chosen.length})`}>
      <fieldset className="column-choice">
        <legend>Colonnes du tableau</legend>
        {columns.map(({ key, label, description }) => (
          <label className="check" key={key} title={description}>
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              disabled={chosen.length === 1 && chosen[0] === key}
              onChange={(event) => onChoose(toggled(key, event.target.checked))}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={showsCodes} onChange={(event) => onShowCodes(event.target.checked)} />
        Montrer aussi les codes
      </label>
      {error !== undefined && <Problem error={error} />}
      <div className="actions">
        {onKeep && (
          <button type="button" className="button main" onClick={onKeep}>
            Garder ces colonnes pour moi
          </button>
        )}
        <button type="button" className="button" onClick={onReset}>
          Comme tout le monde
        </button>
      </div>
    </Panel>
  );
}
