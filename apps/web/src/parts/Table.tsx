import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** What the column means, for who asks. */
  readonly description?: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The API's word for this order; absent: the table cannot be sorted by it. */
  readonly sort?: string;
  /** What this column and those beside it with the same words are about, above them. */
  readonly group?: string;
}

/** What several rows that follow one another are about. */
export interface RowGroup {
  readonly key: string;
  readonly label: ReactNode;
}

/** Which rows the reader has ticked. */
export interface RowChoice<Row> {
  readonly isChosen: (row: Row) => boolean;
  readonly onChoose: (rows: readonly Row[], isOn: boolean) => void;
  /** What the box of a row is for, told by ear: « Choisir le bail du … ». */
  readonly labelOf: (row: Row) => string;
  /** The same for all rows of the table. */
  readonly labelOfAll: string;
}

interface TableProps<Row> {
  /** What the table shows; required, and read first by ear. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The order in force, with a leading `-` where it is descending. */
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
  /** The last row, in bold under a double rule. */
  readonly total?: Row;
  /** Rows of the same group that follow one another stand under one heading; undefined: under none. */
  readonly groupOf?: (row: Row) => RowGroup | undefined;
  /** Puts a box before each row; not together with groups. */
  readonly choice?: RowChoice<Row>;
}

/**
 * A real table, of rows that are all there: it can be searched, printed and read by ear. Its first column names the row. It scrolls
 * inside its frame, which a keyboard reaches; the page never does.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, order, onOrder, total, groupOf, choice } = props;
  // Headers without a cell say nothing to who listens.
  if (rows.length === 0 && total === undefined)
    return (
      <p>
        <strong>{caption}</strong>
        <br />
        Aucune ligne.
      </p>
    );
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <ColumnGroups columns={columns} />
          <tr>
            {choice && (
              <td className="choice">
                <RowBox label={choice.labelOfAll} rows={rows} choice={choice} />
              </td>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        {stretches(rows, (row) => groupOf?.(row)?.key).map((stretch) => (
          <tbody key={keyOf(stretch[0]!)}>
            <RowHeading group={groupOf?.(stretch[0]!)} width={columns.length} />
            {stretch.map((row) => (
              <Line key={keyOf(row)} columns={columns} row={row} choice={choice} />
            ))}
          </tbody>
        ))}
        {total !== undefined && (
          <tbody>
            <Line columns={columns} row={total} isTotal />
          </tbody>
        )}
      </table>
    </div>
  );
}

/** The rows cut where what is beside them changes. */
function stretches<Row>(rows: readonly Row[], keyOf: (row: Row) => string | undefined): Row[][] {
  const cut: Row[][] = [];
  for (const row of rows) {
    const last = cut.at(-1);
    if (last && keyOf(last[0]!) === keyOf(row)) last.push(row);
    else cut.push([row]);
  }
  return cut;
}

function RowHeading({ group, width }: { group: RowGroup | undefined; width: number }) {
  if (!group) return null;
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={width}>
        {group.label}
      </th>
    </tr>
  );
}

function ColumnGroups<Row>({ columns }: Pick<TableProps<Row>, 'columns'>) {
  if (columns.every(({ group }) => group === undefined)) return null;
  return (
    <tr>
      {stretches(columns, ({ group }) => group).map((stretch) =>
        stretch[0]!.group === undefined ? (
          <td key={stretch[0]!.key} colSpan={stretch.length} />
        ) : (
          <th key={stretch[0]!.key} scope="colgroup" colSpan={stretch.length} className="group">
            {stretch[0]!.group}
          </th>
        ),
      )}
    </tr>
  );
}

function Heading<Row>({
  column: { label, description, isNumber, sort },
  order,
  onOrder,
}: Pick<TableProps<Row>, 'order' | 'onOrder'> & { column: Column<Row> }) {
  const className = isNumber ? 'number' : undefined;
  if (sort === undefined || onOrder === undefined)
    return (
      <th scope="col" className={className} title={description}>
        {label}
      </th>
    );
  const direction = order === sort ? 'ascending' : order === `-${sort}` ? 'descending' : undefined;
  return (
    <th scope="col" className={className} title={description} aria-sort={direction}>
      <button type="button" onClick={() => onOrder(direction === 'ascending' ? `-${sort}` : sort)}>
        {label}
        <span className="sort" aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : ''}
        </span>
      </button>
    </th>
  );
}

interface LineProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly isTotal?: boolean;
  readonly choice?: RowChoice<Row> | undefined;
}

function Line<Row>({ columns, row, isTotal, choice }: LineProps<Row>) {
  return (
    <tr className={isTotal ? 'total' : undefined}>
      {choice && (
        <td className="choice">
          <RowBox label={choice.labelOf(row)} rows={[row]} choice={choice} />
        </td>
      )}
      {columns.map(({ key, isNumber, cell }, index) =>
        index === 0 ? (
          <th key={key} scope="row" className={isNumber ? 'number' : undefined}>
            {cell(row)}
          </th>
        ) : (
          <td key={key} className={isNumber ? 'number' : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** Ticked where all these rows are chosen. */
function RowBox<Row>({ label, rows, choice }: { label: string; rows: readonly Row[]; choice: RowChoice<Row> }) {
  return (
    <label>
      <input
        type="checkbox"
        aria-label={label}
        checked={rows.every(choice.isChosen)}
        onChange={(event) => choice.onChoose(rows, event.target.checked)}
      />
    </label>
  );
}
