import { queries } from '../../api/client';
import { useRest } from '../../api/rest';
import type { components } from '../../api/schema';
import { count, targetPercent } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { LeaseCount } from '../../parts/LeaseCount';
import { Table, type Column } from '../../parts/Table';
import { TrendChart } from '../../parts/charts/TrendChart';
import { roundTop } from '../../parts/charts/trend-geometry';
import { stringifySearch, parseSearch } from '../../url/search';
import { targetText, type Objective } from './objective-words';
import { useReportQuery } from './report-query';
import { findingOf, pointLabel, quarterOf, trendPoints, valueOf, valueText, type SeriesPoint } from './trend-words';

type ReportScope = components['schemas']['FigureScopeDto']['kind'];

/** The kinds of entities whose figures are counted period after period. */
const COUNTED: readonly string[] = ['epci', 'commune', 'secteur', 'bailleur', 'reservataire', 'residence', 'qpv'];
const YEARS = 5;

/** How the figure of one entity moves: by year, then by quarter, each as a chart and as a table. */
export function ObjectiveTrend({ line }: { line: Objective }) {
  const isCounted = line.list !== null && line.actor === null && COUNTED.includes(line.scope.kind);
  return (
    <>
      <h2>Tendance</h2>
      {isCounted ? (
        <Trends line={line} />
      ) : (
        <p>
          Les chiffres de ce périmètre ne sont pas comptés période après période. Seule l’année d’avant est connue :{' '}
          {valueText(line.measure, valueOf(line.measure, line.previous))}, soit {count(line.previous.numerator)} sur{' '}
          {count(line.previous.denominator)}.
        </p>
      )}
    </>
  );
}

function Trends({ line }: { line: Objective }) {
  const { query } = useReportQuery();
  const year = Number(query.to.slice(0, 4));
  const asked = {
    figure: [line.figure],
    scope: line.scope.kind as ReportScope,
    ...(line.scope.kind !== 'epci' && { id: line.scope.id }),
    ...query,
    from: `${year - YEARS + 1}-01-01`,
  };
  // The state of the objective stands above: what is counted over years does not delay it.
  const enabled = useRest();
  const years = queries.useQuery(
    'get',
    '/api/compliance/series',
    { params: { query: { ...asked, by: 'year' } } },
    { enabled },
  );
  const quarters = queries.useQuery(
    'get',
    '/api/compliance/series',
    { params: { query: { ...asked, by: 'quarter' } } },
    { enabled },
  );
  return (
    <div className="side-by-side">
      <Answer asked={years}>{({ series }) => <Years line={line} points={series[0]?.points ?? []} />}</Answer>
      <Answer asked={quarters}>{({ series }) => <Quarters line={line} points={series[0]?.points ?? []} />}</Answer>
    </div>
  );
}

function Years({ line, points }: { line: Objective; points: readonly SeriesPoint[] }) {
  return (
    <>
      <Figure line={line} points={points} />
      <Table
        caption="Année par année"
        columns={yearColumns(line, points)}
        rows={[...points].reverse()}
        keyOf={({ from }) => from}
      />
    </>
  );
}

function Quarters({ line, points }: { line: Objective; points: readonly SeriesPoint[] }) {
  if (points.length > 0 && points.every(({ masked }) => masked))
    return <p>Par trimestre, les effectifs sont masqués : des trimestres rendraient un effectif que l’année masque.</p>;
  const years = [...new Set(points.map(({ from }) => from.slice(0, 4)))].reverse();
  const columns: readonly Column<string>[] = [
    { key: 'year', label: 'Année', cell: (year) => year },
    ...[1, 2, 3, 4].map((quarter): Column<string> => ({
      key: String(quarter),
      label: `${quarter}${quarter === 1 ? 'er' : 'e'} trimestre`,
      isNumber: true,
      cell: (year) => (
        <PointCell
          line={line}
          point={points.find(({ from }) => from.startsWith(year) && quarterOf(from) === quarter)}
        />
      ),
    })),
  ];
  return (
    <>
      <Figure line={line} points={points} />
      <Table caption="Les mêmes trimestres, année contre année" columns={columns} rows={years} keyOf={(year) => year} />
    </>
  );
}

/** The chart under its finding. */
function Figure({ line, points }: { line: Objective; points: readonly SeriesPoint[] }) {
  const { measure, value } = line;
  const title = findingOf(line, points);
  const drawn = trendPoints(measure, points);
  if (drawn.every((point) => point.value === null)) return <p>{title}</p>;
  const most = measure === 'share' ? 1 : roundTop(Math.max(value ?? 0, ...drawn.map((point) => point.value ?? 0)));
  return (
    <figure className="trend">
      <figcaption>{title}</figcaption>
      <TrendChart
        title={title}
        points={drawn}
        most={most}
        textOf={(each) => valueText(measure, each)}
        axisText={(each) => (measure === 'share' ? targetPercent(each) : count(each))}
        target={value === null ? undefined : { value, label: `cible ${targetText(line)}` }}
      />
    </figure>
  );
}

function yearColumns(line: Objective, points: readonly SeriesPoint[]): readonly Column<SeriesPoint>[] {
  return [
    { key: 'year', label: 'Année', cell: (point) => pointLabel(point) + (point.unfinished ? ' (en cours)' : '') },
    {
      key: 'numerator',
      label: 'Baux',
      isNumber: true,
      cell: (point) => (
        <LeaseCount value={point.numerator} query={listOf(line, point, 'numerator')} masked={point.masked} />
      ),
    },
    {
      key: 'denominator',
      label: 'Sur',
      isNumber: true,
      cell: (point) => (
        <LeaseCount value={point.denominator} query={listOf(line, point, 'denominator')} masked={point.masked} />
      ),
    },
    { key: 'rate', label: 'Part', isNumber: true, cell: ({ rate }) => valueText('share', rate) },
    {
      key: 'before',
      label: 'L’année d’avant',
      isNumber: true,
      cell: (point) => valueText('share', points[points.indexOf(point) - 1]?.rate ?? null),
    },
  ];
}

function PointCell({ line, point }: { line: Objective; point: SeriesPoint | undefined }) {
  if (!point) return null;
  if (point.masked) return <>masqué</>;
  return (
    <div className="share-cell">
      {valueText(line.measure, valueOf(line.measure, point))}
      {point.unfinished ? ' (en cours)' : ''}
      <small>
        <LeaseCount value={point.numerator} query={listOf(line, point, 'numerator')} /> sur{' '}
        <LeaseCount value={point.denominator} query={listOf(line, point, 'denominator')} />
      </small>
    </div>
  );
}

/** The query of the line's leases, for the days of a point. */
function listOf(line: Objective, { from, to }: SeriesPoint, part: 'numerator' | 'denominator'): string | undefined {
  return line.list ? stringifySearch({ ...parseSearch(line.list[part]), from, to }).slice(1) : undefined;
}
