import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { count, percent, points, targetPercent } from '../../format/numbers';
import { Share } from '../../parts/Share';
import { Status } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import { parseSearch } from '../../url/search';

export type Objective = components['schemas']['ObjectiveLineDto'];

/** The table is the chart: words, leases, out of, rate, bar with target, status. Each count leads to its leases. */
export function ObjectivesTable({ objectives }: { objectives: readonly Objective[] }) {
  return (
    <Table
      caption={`${objectives.length} objectifs, dans l’ordre de la convention`}
      columns={COLUMNS}
      rows={objectives}
      keyOf={({ code, scope, actor }) => [code, scope.kind, scope.id, actor?.kind, actor?.id].join('/')}
    />
  );
}

const COLUMNS: readonly Column<Objective>[] = [
  { key: 'label', label: 'Objectif', cell: ({ label }) => label },
  { key: 'scope', label: 'Périmètre', cell: ({ scope, actor }) => actor?.label ?? scope.label },
  {
    key: 'numerator',
    label: 'Baux',
    isNumber: true,
    cell: ({ numerator, list }) => leases(numerator, list?.numerator),
  },
  {
    key: 'denominator',
    label: 'Sur',
    isNumber: true,
    cell: ({ denominator, list }) => leases(denominator, list?.denominator),
  },
  { key: 'rate', label: 'Part', isNumber: true, cell: ({ rate }) => percent(rate) },
  {
    key: 'bar',
    label: 'De 0 à 100 %',
    cell: (line) => line.measure === 'share' && <Share rate={line.rate} target={line.value ?? undefined} />,
  },
  { key: 'target', label: 'Cible', isNumber: true, cell: targetText },
  { key: 'status', label: 'État', cell: (line) => <ObjectiveStatus line={line} /> },
  { key: 'change', label: 'Un an', isNumber: true, cell: ({ change }) => (change === null ? '' : points(change)) },
];

function leases(value: number | null, query: string | undefined) {
  if (value === null || query === undefined) return count(value);
  return (
    <Link to={'/attributions' as never} search={parseSearch(query) as never}>
      {count(value)}
    </Link>
  );
}

const SIGNS: Readonly<Record<string, string>> = { min: '≥', max: '≤', equal: '=', tendTo: '→', monitor: '' };

export function targetText({ operator, measure, value, valueText }: Objective): string {
  if (value === null) return '';
  return `${SIGNS[operator] ?? ''} ${measure === 'share' ? targetPercent(value) : (valueText ?? count(value))}`.trim();
}

export function ObjectiveStatus({ line }: { line: Objective }) {
  const { status, missing, operator, value, distance, denominator, measure, masked } = line;
  if (masked) return <Status kind="plain">Moins de 11</Status>;
  if (status === 'met') return <Status kind="met">Atteint</Status>;
  if (status === 'missed')
    return <Status kind="missed">{missing ? `Non atteint, il en manque ${count(missing)}` : 'Non atteint'}</Status>;
  if (measure === 'share' && denominator === 0) return <Status kind="plain">Sans objet : aucun bail</Status>;
  if (operator === 'tendTo' && value !== null && distance !== null)
    return <Status kind="plain">{`Repère ${targetPercent(value)}, écart ${points(distance)}`}</Status>;
  return <Status kind="plain">Suivi</Status>;
}
