import { Panel } from './Panel';

interface ColumnChoiceProps<Key extends string> {
  readonly columns: readonly { readonly key: Key; readonly label: string; readonly description: string }[];
  readonly chosen: readonly Key[];
  /** Undefined: as everybody has them. */
  readonly onChoose: (chosen: readonly Key[] | undefined) => void;
  readonly showsCodes: boolean;
  readonly onShowCodes: (shows: boolean) => void;
}

/** Which columns a table shows. The order is the table's own; at least one stays. */
export function ColumnChoice<Key extends string>(props: ColumnChoiceProps<Key>) {
  const { columns, chosen, onChoose, showsCodes, onShowCodes } = props;
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
      <button type="button" className="button" onClick={() => onChoose(undefined)}>
        Comme tout le monde
      </button>
    </Panel>
  );
}
