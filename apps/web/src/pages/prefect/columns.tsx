import type { components } from '../../api/schema';
import { count, percent, targetPercent } from '../../format/numbers';
import { LeaseCount } from '../../parts/LeaseCount';
import { Share } from '../../parts/Share';
import { Status } from '../../parts/Status';
import type { Column } from '../../parts/Table';
import type { Period } from '../../url/period';
import { stringifySearch } from '../../url/search';

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
    cell: (line) => <LeaseCount value={line.landlord.outsideQpv} query={listOf(line, 'denominateur')} />,
  },
  {
    key: 'eligible',
    label: 'Premier quartile ou relogés',
    isNumber: true,
    cell: (line) => <LeaseCount value={line.landlord.eligible} query={listOf(line, 'numerateur')} />,
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

/** The list of `/attributions` that shows these leases. */
const listOf = ({ landlord, period: { from, to } }: LandlordLine, part: string): string =>
  stringifySearch({ figure: FIGURE, part, from, to, code_bailleur: landlord.id });
