import { percent } from '../../format/numbers';
import { inOrder, type Sortable } from '../../parts/in-order';
import { LeaseCount } from '../../parts/LeaseCount';
import { Status } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import { useOrder } from '../../url/use-order';
import { figureWords } from '../../words/figures';
import type { EntityCell, EntityRow } from './entity-rows';
import { gapText, stateOf, targetText } from './objective-words';

interface EntityTableProps {
  readonly caption: string;
  /** What a row is: « Bailleur ». */
  readonly entity: string;
  readonly figures: readonly string[];
  readonly rows: readonly EntityRow[];
  /** The whole territory. */
  readonly total: EntityRow | undefined;
  readonly more?: readonly Column<EntityRow>[];
  readonly moreValues?: Readonly<Record<string, (row: EntityRow) => Sortable>>;
}

/** Entities by figures: what each has, what it should have, and how far it is. */
export function EntityTable({ caption, entity, figures, rows, total, more = [], moreValues = {} }: EntityTableProps) {
  const { order, onOrder } = useOrder();
  const isJudged = (figure: string) => rows.some(({ cells }) => cells.get(figure)?.lines.length);
  const values: Record<string, (row: EntityRow) => Sortable> = { nom: ({ label }) => label, ...moreValues };
  const columns: Column<EntityRow>[] = [{ key: 'label', label: entity, sort: 'nom', cell: ({ label }) => label }];
  for (const figure of figures) {
    const made = figureColumns(figure, isJudged(figure));
    columns.push(...made);
    values[figure] = ({ cells }) => cells.get(figure)?.rate ?? null;
    values[`${figure}.ecart`] = ({ cells }) => cells.get(figure)?.lines.at(-1)?.distance ?? null;
  }
  return (
    <Table
      caption={caption}
      columns={[...columns, ...more]}
      rows={inOrder(rows, order, values)}
      keyOf={({ id }) => id}
      order={order}
      onOrder={onOrder}
      total={total}
    />
  );
}

function figureColumns(figure: string, isJudged: boolean): Column<EntityRow>[] {
  const { name, definition } = figureWords(figure);
  const part: Column<EntityRow> = {
    key: figure,
    label: 'Part',
    group: name,
    description: definition,
    isNumber: true,
    sort: figure,
    cell: ({ cells }) => (
      <>
        <ShareCell cell={cells.get(figure)} />
        {!isJudged && <Aims lines={cells.get(figure)?.lines} />}
      </>
    ),
  };
  if (!isJudged) return [part];
  return [
    part,
    {
      key: `${figure}.cible`,
      label: 'Cible',
      group: name,
      isNumber: true,
      cell: ({ cells }) => <Stacked texts={cells.get(figure)?.lines.map(targetText) ?? []} />,
    },
    {
      key: `${figure}.ecart`,
      label: 'État',
      group: name,
      sort: `${figure}.ecart`,
      cell: ({ cells }) => cells.get(figure)?.lines.map((line) => <State key={line.code} line={line} />),
    },
  ];
}

/** In a column without those of the target and the state: those of the territory. */
function Aims({ lines = [] }: { lines?: EntityCell['lines'] | undefined }) {
  return lines.map((line) => (
    <div key={line.code}>
      {targetText(line)} <State line={line} />
    </div>
  ));
}

function State({ line }: { line: EntityCell['lines'][number] }) {
  const { kind, text } = stateOf(line);
  // The reference stands in the cell beside: only the gap is left to say.
  const isReference = line.operator === 'tendTo' && line.status === null && line.value !== null;
  return (
    <div>
      <Status kind={kind}>{isReference && line.distance !== null ? `Écart ${gapText(line)}` : text}</Status>
    </div>
  );
}

function Stacked({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <div key={text}>{text}</div>);
}

/** A rate over its two counts, each of which leads to its leases. */
export function ShareCell({ cell }: { cell: EntityCell | undefined }) {
  if (!cell) return null;
  const { rate, numerator, denominator, masked, list } = cell;
  if (masked) return <>masqué</>;
  return (
    <div className="share-cell">
      {percent(rate)}
      <small>
        <LeaseCount value={numerator} query={list?.numerator} /> sur{' '}
        <LeaseCount value={denominator} query={list?.denominator} />
      </small>
    </div>
  );
}
