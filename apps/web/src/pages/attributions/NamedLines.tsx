import { namesIn, type Dictionary } from '../../api/dictionary';
import { count } from '../../format/numbers';
import { CopyTable } from '../../parts/CopyTable';
import { Problem } from '../../parts/Problem';
import { Table } from '../../parts/Table';
import type { AllocationColumn, AllocationRow } from './columns';
import { NAMING_COLUMNS } from './naming';
import type { NamedPage } from './use-named-list';

interface NamedLinesProps {
  readonly page: NamedPage;
  readonly columns: readonly AllocationColumn[];
  readonly dictionary: Dictionary | undefined;
  readonly error: unknown;
  readonly isAsked: boolean;
  /** Another page is another reading, which is written down too. */
  readonly onPage: (cursor: string) => void;
  readonly onClose: () => void;
}

const ERASED = 'effacé';

/** A page of names. They are gone once it is closed. */
export function NamedLines({ page, columns, dictionary, error, isAsked, onPage, onClose }: NamedLinesProps) {
  const { allocations, offset, total, prev, next } = page;
  const naming = { nameOf: namesIn(dictionary), showsCodes: false };
  const shown = [
    ...NAMING_COLUMNS.map(({ key, label }) => ({ key, label, text: (row: Row) => String(row[key] ?? ERASED) })),
    ...columns.map(({ key, label, text }) => ({
      key,
      label,
      text: (row: Row) => text(row as unknown as AllocationRow, naming),
    })),
  ];
  const turn = (label: string, cursor: string | null) => (
    <button
      type="button"
      className="button"
      aria-disabled={cursor === null || isAsked}
      onClick={() => cursor !== null && !isAsked && onPage(cursor)}
    >
      {label}
    </button>
  );
  return (
    <>
      <p className="note" role="status">
        Consultation inscrite au journal. Chaque page en est une de plus.
      </p>
      {error !== undefined && <Problem error={error} />}
      <div className="actions">
        {(prev !== null || next !== null) && turn('Page précédente', prev)}
        {(prev !== null || next !== null) && turn('Page suivante', next)}
        <CopyTable
          table={() => [
            shown.map(({ label }) => label),
            ...(allocations as readonly Row[]).map((row) => shown.map(({ text }) => text(row))),
          ]}
        />
        <button type="button" className="button main" onClick={onClose}>
          Fermer la liste nominative
        </button>
      </div>
      <Table
        caption={`Lignes ${count(offset + 1)} à ${count(offset + allocations.length)} sur ${count(total)}`}
        columns={shown.map(({ key, label, text }) => ({ key, label, cell: text }))}
        rows={allocations as readonly Row[]}
        keyOf={(row) => String(row['numero_attribution'] ?? JSON.stringify(row))}
      />
    </>
  );
}

type Row = Readonly<Record<string, unknown>>;
