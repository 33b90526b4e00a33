import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { percent, plural } from '../../format/numbers';
import { inOrder } from '../../parts/in-order';
import { LeaseCount } from '../../parts/LeaseCount';
import { Share } from '../../parts/Share';
import { Table, type Column } from '../../parts/Table';
import { useAddress } from '../../url/address';
import { useOrder } from '../../url/use-order';
import { changeText, targetText } from './objective-words';
import { ObjectiveStatus } from './ObjectiveStatus';

type PacedLine = components['schemas']['PacedLineDto'];

/** The same objective wherever it holds; each leads to its own trend and parts. */
export function ObjectiveScopes({ lines, chosen }: { lines: readonly PacedLine[]; chosen: PacedLine | undefined }) {
  const { order, onOrder } = useOrder('tri-perimetres');
  const { search } = useAddress();
  const columns: readonly Column<PacedLine>[] = [
    {
      key: 'scope',
      label: 'Périmètre',
      sort: 'nom',
      cell: (line) =>
        line === chosen ? (
          <strong>{nameOf(line)}</strong>
        ) : (
          <Link to="." search={{ ...search, id: line.scope.id, actor: line.actor?.id } as never}>
            {nameOf(line)}
          </Link>
        ),
    },
    ...COLUMNS,
  ];
  return (
    <>
      <h2>Partout où il vaut</h2>
      <Table
        caption={`${plural(lines.length, 'périmètre')} ; choisir un nom montre sa tendance et qui y contribue`}
        columns={columns}
        rows={inOrder(lines, order, VALUES)}
        keyOf={({ scope, actor }) => [scope.id, actor?.id].join('/')}
        order={order}
        onOrder={onOrder}
      />
    </>
  );
}

const nameOf = ({ scope, actor }: PacedLine): string =>
  actor === null ? scope.label : scope.kind === 'epci' ? actor.label : `${actor.label}, ${scope.label}`;

const VALUES = {
  nom: nameOf,
  baux: ({ numerator }: PacedLine) => numerator,
  sur: ({ denominator }: PacedLine) => denominator,
  part: ({ rate }: PacedLine) => rate,
  ecart: ({ distance }: PacedLine) => distance,
  'un-an': ({ change }: PacedLine) => change,
};

const COLUMNS: readonly Column<PacedLine>[] = [
  {
    key: 'numerator',
    label: 'Baux',
    isNumber: true,
    sort: 'baux',
    cell: ({ numerator, list, masked }) => <LeaseCount value={numerator} query={list?.numerator} masked={masked} />,
  },
  {
    key: 'denominator',
    label: 'Sur',
    isNumber: true,
    sort: 'sur',
    cell: ({ denominator, list, masked }) => (
      <LeaseCount value={denominator} query={list?.denominator} masked={masked} />
    ),
  },
  { key: 'rate', label: 'Part', isNumber: true, sort: 'part', cell: ({ rate }) => percent(rate) },
  {
    key: 'bar',
    label: 'De 0 à 100 %',
    cell: ({ measure, rate, value }) => measure === 'share' && <Share rate={rate} target={value ?? undefined} />,
  },
  { key: 'target', label: 'Cible', isNumber: true, cell: targetText },
  { key: 'status', label: 'État', sort: 'ecart', cell: (line) => <ObjectiveStatus line={line} /> },
  { key: 'change', label: 'Un an', isNumber: true, sort: 'un-an', cell: changeText },
];
