import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useMay } from '../../api/me';
import { count, plural } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import type { Column } from '../../parts/Table';
import { semesterLabel, semesterOf } from '../../url/semester';
import { entityRows, judgedFigures, type EntityRow } from './entity-rows';
import { EntityTable, type EntityTableProps } from './EntityTable';
import type { Objective } from './objective-words';
import { ReportNotices } from './ReportNotices';
import { useReportQuery, type ReportQuery } from './report-query';
import { useCounted } from './use-counted';

/** What a view shows of each entity, whether or not the convention judges it there. */
export const ENTITY_VIEWS = {
  bailleur: { entity: 'Bailleur', figures: ['Q1', 'Q1_REHOUSED', 'Q1_REHOUSED_OUTSIDE_QPV', 'PRIORITY'] },
  commune: { entity: 'Commune', figures: ['Q1', 'Q1_REHOUSED_OUTSIDE_QPV', 'Q234_IN_QPV', 'PRIORITY'] },
} as const;
const CONTINGENT_FIGURES = ['PRIORITY', 'HOME_WORK', 'ESSENTIAL_IN_HOME_WORK'];

/** « Par bailleur », « Par commune »: figures beside the references of the convention, and the territory below. */
export function EntityView({ kind }: { kind: keyof typeof ENTITY_VIEWS }) {
  const { period, query, judged } = useReportQuery();
  const { entity, figures } = ENTITY_VIEWS[kind];
  const asked = queries.useQuery('get', '/api/objectives', { params: { query: judged } });
  const counted = useCounted(kind, figures);
  const whole = useCounted('epci', figures);
  const missing = useMissingOfHalfYear(query, kind === 'bailleur');
  return (
    <Answer asked={asked}>
      {(report) => (
        <>
          <ReportNotices report={report} />
          <Answer asked={counted}>
            {(groups) => (
              <Rows
                of={{ entity, figures: shownFigures(kind, figures, report.objectives) }}
                rows={entityRows(kind, report.objectives, groups, period)}
                total={entityRows('epci', report.objectives, whole.data ?? [], period)[0]}
                more={missing?.columns}
                moreValues={missing?.values}
              />
            )}
          </Answer>
        </>
      )}
    </Answer>
  );
}

/** « Par contingent »: the objectives of each contingent, and the territory below. */
export function ContingentView() {
  const { period, judged } = useReportQuery();
  const asked = queries.useQuery('get', '/api/objectives', { params: { query: judged } });
  const counted = useCounted('epci', CONTINGENT_FIGURES);
  return (
    <Answer asked={asked}>
      {(report) => {
        const rows = entityRows('contingent', report.objectives, [], period);
        return (
          <>
            <ReportNotices report={report} />
            <Answer asked={counted}>
              {(groups) => (
                <Rows
                  of={{ entity: 'Contingent', figures: judgedFigures('contingent', report.objectives) }}
                  rows={rows}
                  total={entityRows('epci', report.objectives, groups, period)[0]}
                />
              )}
            </Answer>
          </>
        );
      }}
    </Answer>
  );
}

/** The table, or why there is none. */
function Rows({
  of: { entity, figures },
  ...table
}: Omit<EntityTableProps, 'caption' | 'entity' | 'figures'> & { of: Pick<EntityTableProps, 'entity' | 'figures'> }) {
  const name = entity.toLowerCase();
  if (table.rows.length === 0)
    return (
      <p>
        Aucun chiffre par {name} n’est dans votre périmètre, ou aucun objectif par {name} n’est en vigueur ce jour-là.
      </p>
    );
  const last = table.total ? ' ; le territoire en dernier' : '';
  return (
    <EntityTable
      {...table}
      entity={entity}
      figures={figures}
      caption={`${plural(table.rows.length, name)} : chaque part, sa cible et son état${last}`}
    />
  );
}

const shownFigures = (kind: string, figures: readonly string[], objectives: readonly Objective[]): string[] => [
  ...new Set([...figures, ...judgedFigures(kind, objectives)]),
];

/** What each landlord is short of in the half-year of a day, as the prefect reads it; undefined for who does not read it. */
function useMissingOfHalfYear({ to: day, 'as-of': asOf }: ReportQuery, isAsked: boolean) {
  const mayRead = useMay('read-figures');
  const semester = semesterOf(day);
  const { data } = queries.useQuery(
    'get',
    '/api/prefect',
    { params: { query: { semester, ...(asOf !== undefined && { 'as-of': asOf }) } } },
    { enabled: isAsked && mayRead },
  );
  if (!data) return undefined;
  const landlordOf = ({ id }: EntityRow) => data.landlords.find((landlord) => landlord.id === id);
  const of = (row: EntityRow) => landlordOf(row)?.missing ?? null;
  const columns: readonly Column<EntityRow>[] = [
    {
      key: 'missing',
      label: `Manquants, ${semesterLabel(semester)}`,
      description: 'Les baux hors QPV qui manquent au bailleur pour atteindre la part de la loi ce semestre',
      isNumber: true,
      sort: 'manquants',
      cell: (row) => {
        const landlord = landlordOf(row);
        if (!landlord) return '';
        return landlord.masked ? 'masqué' : <Link to={`/prefet/${semester}` as never}>{count(landlord.missing)}</Link>;
      },
    },
  ];
  return { columns, values: { manquants: of } };
}
