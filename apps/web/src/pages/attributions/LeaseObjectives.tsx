import { Link } from '@tanstack/react-router';
import { longDay } from '../../format/days';
import { Table, type Column } from '../../parts/Table';
import { periodLabel } from '../../url/period';
import { parseSearch } from '../../url/search';
import type { LeaseView } from './LeaseFacts';

type Counted = LeaseView['objectives'][number];

/** The objectives in force on the day of the lease that count it, with the leases beside which it counts. */
export function LeaseObjectives({ objectives }: { objectives: readonly Counted[] }) {
  return (
    <>
      <h2>Objectifs où ce bail compte</h2>
      {objectives.length === 0 ? (
        <p>Aucun objectif en vigueur ce jour-là ne compte ce bail.</p>
      ) : (
        <Table
          caption={`${objectives.length} objectif${objectives.length > 1 ? 's' : ''} en vigueur au jour du bail`}
          columns={COLUMNS}
          rows={objectives}
          keyOf={({ code, scope, actor, from }) => [code, scope.kind, scope.id, actor?.id, from].join('/')}
        />
      )}
    </>
  );
}

const COLUMNS: readonly Column<Counted>[] = [
  { key: 'label', label: 'Objectif', cell: ({ label }) => label },
  { key: 'scope', label: 'Périmètre', cell: ({ scope, actor }) => actor?.label ?? scope.label },
  { key: 'period', label: 'Période', cell: (counted) => periodLabel(counted, longDay) },
  {
    key: 'part',
    label: 'Ce bail',
    cell: ({ part }) => (part === 'numerator' ? 'compte dans la part' : 'compte dans le total seulement'),
  },
  {
    key: 'list',
    label: 'Avec',
    cell: ({ part, list, label }) => (
      <Link to={'/attributions' as never} search={parseSearch(list[part as 'numerator' | 'denominator']) as never}>
        ces baux<span className="by-ear"> : {label}</span>
      </Link>
    ),
  },
  { key: 'source', label: 'Source', cell: ({ source }) => source },
];
