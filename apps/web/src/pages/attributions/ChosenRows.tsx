import { CopyButton } from '../../parts/CopyButton';
import { CopyTable } from '../../parts/CopyTable';
import { chosenText, type useChosenRows } from './chosen-rows';
import type { AllocationRow } from './columns';

interface ChosenRowsProps {
  readonly chosen: ReturnType<typeof useChosenRows>;
  /** The rows as the table shows them. */
  readonly tableOf: (rows: readonly AllocationRow[]) => readonly (readonly string[])[];
}

/** How many rows are ticked and what they add up to; both can be copied. */
export function ChosenRows({ chosen: { rows, chooseNone }, tableOf }: ChosenRowsProps) {
  const text = chosenText(rows);
  return (
    <div className="chosen">
      <p role="status">{rows.length > 0 && `${text}.`}</p>
      {rows.length > 0 && (
        <>
          <CopyButton text={text} label="Copier ce bilan" />
          <CopyTable table={() => tableOf(rows)} label="Copier les lignes choisies" />
          <button type="button" className="button" onClick={chooseNone}>
            Ne plus rien choisir
          </button>
        </>
      )}
    </div>
  );
}
