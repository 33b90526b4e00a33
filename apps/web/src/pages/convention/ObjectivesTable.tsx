import { count, percent } from '../../format/numbers';
import { inOrder } from '../../parts/in-order';
import { LeaseCount } from '../../parts/LeaseCount';
import { Share } from '../../parts/Share';
import { Table, type Column } from '../../parts/Table';
import { useOrder } from '../../url/use-order';
import { scopeWord } from '../../words/figures';
import { changeText, targetText, type Objective } from './objective-words';
import { ObjectiveLink } from './ObjectiveLink';
import { ObjectiveStatus } from './ObjectiveStatus';

/**
 * The table is the chart: words, leases, out of, rate, bar with target, status. In the order of the convention the lines of one objective
 * stand under its name; in another order each line has it.
 */
export function ObjectivesTable({ objectives, caption }: { objectives: readonly Objective[]; caption: string }) {
  const { order, onOrder } = useOrder();
  const several = new Set(
    objectives.filter(({ code }, index) => objectives[index - 1]?.code === code).map(({ code }) => code),
  );
  const isGrouped = ({ code }: Objective) => order === undefined && several.has(code);
  return (
    <Table
      caption={caption}
      columns={columnsOf(isGrouped)}
      rows={inOrder(objectives, order, VALUES)}
      keyOf={({ code, scope, actor }) => [code, scope.kind, scope.id, actor?.kind, actor?.id].join('/')}
      order={order}
      onOrder={onOrder}
      groupOf={(line) => (isGrouped(line) ? { key: line.code, label: <Name line={line} /> } : undefined)}
    />
  );
}

function Name({ line: { code, label, origin } }: { line: Objective }) {
  return (
    <>
      {origin === 'loi' && <small>Loi · </small>}
      <ObjectiveLink code={code}>{label}</ObjectiveLink>
    </>
  );
}

const VALUES = {
  objectif: ({ label }: Objective) => label,
  perimetre: entityLabel,
  baux: ({ numerator }: Objective) => numerator,
  sur: ({ denominator }: Objective) => denominator,
  part: ({ rate }: Objective) => rate,
  cible: ({ value }: Objective) => value,
  etat: ({ status }: Objective) => (status === 'missed' ? 1 : status === 'met' ? 2 : 3),
  'un-an': ({ change }: Objective) => change,
};

function columnsOf(isGrouped: (line: Objective) => boolean): readonly Column<Objective>[] {
  return [
    {
      key: 'label',
      label: 'Objectif',
      sort: 'objectif',
      cell: (line) => (isGrouped(line) ? entityLabel(line) : <Name line={line} />),
    },
    {
      key: 'scope',
      label: 'Périmètre',
      sort: 'perimetre',
      cell: (line) => (isGrouped(line) ? scopeWord(line.actor?.kind ?? line.scope.kind) : entityLabel(line)),
    },
    ...FIGURES,
  ];
}

const FIGURES: readonly Column<Objective>[] = [
  {
    key: 'numerator',
    label: 'Baux',
    description: 'Les baux qui comptent pour l’objectif ; des ménages relogés, pour un objectif de relogement',
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
      <>
        <LeaseCount value={denominator} query={list?.denominator} masked={masked} />
        {list === null && !masked && denominator !== null ? ' ménages' : ''}
      </>
    ),
  },
  { key: 'rate', label: 'Part', isNumber: true, sort: 'part', cell: ({ rate }) => percent(rate) },
  {
    key: 'bar',
    label: 'De 0 à 100 %',
    cell: ({ measure, rate, value }) => measure === 'share' && <Share rate={rate} target={value ?? undefined} />,
  },
  { key: 'target', label: 'Cible', isNumber: true, sort: 'cible', cell: targetText },
  { key: 'status', label: 'État', sort: 'etat', cell: (line) => <ObjectiveStatus line={line} /> },
  {
    key: 'change',
    label: 'Un an',
    description: 'La différence avec les mêmes jours, un an plus tôt',
    isNumber: true,
    sort: 'un-an',
    cell: changeText,
  },
];

function entityLabel({ scope, actor }: Objective): string {
  return actor === null ? scope.label : scope.kind === 'epci' ? actor.label : `${actor.label}, ${scope.label}`;
}

/** « 100 objectifs, dans l’ordre de la convention ». */
export const captionOf = (objectives: readonly Objective[]): string =>
  `${count(objectives.length)} ${objectives.length < 2 ? 'ligne' : 'lignes'}, dans l’ordre de la convention`;
