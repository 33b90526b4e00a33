import { queries } from '../../api/client';
import { Answer } from '../../parts/Answer';
import { Status } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import { gridFigure, LEVELS, PLACES, QUARTILE_GROUPS } from '../../words/figures';
import { entityRows, type EntityCell } from './entity-rows';
import { ShareCell } from './EntityTable';
import { captionOf, ObjectivesTable } from './ObjectivesTable';
import { stateOf, targetText, type Objective } from './objective-words';
import { ReportNotices } from './ReportNotices';
import { useReportQuery } from './report-query';

const GRID_FIGURES = LEVELS.flatMap((level) =>
  PLACES.flatMap((place) => QUARTILE_GROUPS.map((quartile) => gridFigure(quartile.code, level.code, place.code))),
);

type Level = (typeof LEVELS)[number];

/** The grid of the convention: who is housed where, by the fragility of the residence. */
export function GridView() {
  const { period, query, judged } = useReportQuery();
  const asked = queries.useQuery('get', '/api/objectives', { params: { query: judged } });
  const counted = queries.useQuery('get', '/api/compliance', {
    params: { query: { ...query, scope: 'epci', figure: GRID_FIGURES } },
  });
  return (
    <Answer asked={asked}>
      {(report) => (
        <>
          <ReportNotices report={report} />
          <Answer asked={counted}>
            {({ figures }) => (
              <Grid
                cells={entityRows('epci', report.objectives, figures, period)[0]?.cells}
                isJudged={report.objectives.some(({ figure }) => GRID_FIGURES.includes(figure))}
              />
            )}
          </Answer>
          <OtherAims objectives={report.objectives} />
        </>
      )}
    </Answer>
  );
}

function Grid({ cells, isJudged }: { cells: ReadonlyMap<string, EntityCell> | undefined; isJudged: boolean }) {
  const columns: readonly Column<Level>[] = [
    { key: 'level', label: 'Note de fragilité', cell: ({ label }) => label },
    ...PLACES.flatMap((place) =>
      QUARTILE_GROUPS.map((quartile): Column<Level> => ({
        key: `${place.code}-${quartile.code}`,
        label: quartile.label,
        group: place.label,
        cell: (level) => <GridCell cell={cells?.get(gridFigure(quartile.code, level.code, place.code))} />,
      })),
    ),
  ];
  return (
    <>
      {!isJudged && <p>Aucune cible de la grille n’est en vigueur ce jour-là : les parts sont montrées seules.</p>}
      <Table
        caption="Parc existant, par note de la résidence au jour du bail : part de chaque quartile, sa cible et son état"
        columns={columns}
        rows={LEVELS}
        keyOf={({ code }) => code}
      />
    </>
  );
}

function GridCell({ cell }: { cell: EntityCell | undefined }) {
  if (!cell) return null;
  return (
    <>
      <ShareCell cell={cell} />
      {cell.lines.map((line) => {
        const { kind, text } = stateOf(line);
        const isReference = line.operator === 'tendTo' && line.status === null;
        return (
          <div key={line.code}>
            {!isReference && <>{targetText(line)} </>}
            <Status kind={kind}>{text}</Status>
          </div>
        );
      })}
    </>
  );
}

/** Aims by note that are not one cell of the grid. */
function OtherAims({ objectives }: { objectives: readonly Objective[] }) {
  const others = objectives.filter(({ figure }) => figure.includes('FRAGILITY') && !GRID_FIGURES.includes(figure));
  if (others.length === 0) return null;
  return (
    <>
      <h2>Autres objectifs par note</h2>
      <ObjectivesTable objectives={others} caption={captionOf(others)} />
    </>
  );
}
