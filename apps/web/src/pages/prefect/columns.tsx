import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { count, percent, targetPercent } from '../../format/numbers';
import { Share } from '../../parts/Share';
import { Status } from '../../parts/Status';
import type { Column } from '../../parts/Table';
import type { Period } from '../../url/period';

export type LandlordHalfYear = components['schemas']['LandlordHalfYearDto'];

export interface LandlordLine {
  readonly landlord: LandlordHalfYear;
  readonly period: Period;
}

const FIGURE = 'Q1_REHOUSED_OUTSIDE_QPV';

/** What is told of a landlord in a half-year; the first column, which names the row, is the page's. */
export const LANDLORD_COLUMNS: readonly Column<LandlordLine>[] = [
  {
    key: 'outside',
    label: 'Baux hors QPV',
    isNumber: true,
    cell: (line) => leases(line, 'denominateur', line.landlord.outsideQpv),
  },
  {
    key: 'eligible',
    label: 'Premier quartile ou relogés',
    isNumber: true,
    cell: (line) => leases(line, 'numerateur', line.landlord.eligible),
  },
  { key: 'rate', label: 'Part', isNumber: true, cell: ({ landlord }) => percent(landlord.rate) },
  {
    key: 'bar',
    label: 'De 0 à 100 %',
    cell: ({ landlord }) => <Share rate={landlord.rate} target={landlord.target} />,
  },
  { key: 'target', label: 'Cible', isNumber: true, cell: ({ landlord }) => `≥ ${targetPercent(landlord.target)}` },
  { key: 'status', label: 'État', cell: ({ landlord }) => <HalfYearStatus landlord={landlord} /> },
  { key: 'missing', label: 'Manquants', isNumber: true, cell: ({ landlord }) => count(landlord.missing) },
  {
    key: 'substitution',
    label: 'Substitution',
    description: 'Le préfet désigne à la place du bailleur',
    cell: ({ landlord }) => (landlord.substitution === null ? 'non' : 'oui'),
  },
];

export function HalfYearStatus({ landlord: { met, masked } }: { landlord: LandlordHalfYear }) {
  if (masked) return <Status kind="plain">Moins de 11</Status>;
  if (met === null) return <Status kind="plain">Sans objet : aucun bail</Status>;
  return met ? <Status kind="met">Atteint</Status> : <Status kind="missed">Non atteint</Status>;
}

function leases({ landlord, period }: LandlordLine, part: string, value: number | null) {
  if (value === null) return count(value);
  const search = { figure: FIGURE, part, from: period.from, to: period.to, code_bailleur: landlord.id };
  return (
    <Link to={'/attributions' as never} search={search as never}>
      {count(value)}
    </Link>
  );
}
