import { queries } from '../../api/client';
import { Answer } from '../../parts/Answer';
import { captionOf, ObjectivesTable } from './ObjectivesTable';
import { summaryText } from './objective-words';
import { ReportNotices } from './ReportNotices';
import { useReportQuery } from './report-query';

/** Each objective in force, in the convention's own order. */
export function ObjectivesView() {
  const { judged } = useReportQuery();
  const asked = queries.useQuery('get', '/api/objectives', { params: { query: judged } });
  return (
    <Answer asked={asked}>
      {(report) => (
        <>
          <ReportNotices report={report} />
          {report.objectives.length === 0 ? (
            <NoObjective on={report.targetsOn} />
          ) : (
            <>
              <p>{summaryText(report.objectives)}</p>
              <ObjectivesTable objectives={report.objectives} caption={captionOf(report.objectives)} />
            </>
          )}
        </>
      )}
    </Answer>
  );
}

function NoObjective({ on }: { on: string | undefined }) {
  if (on === undefined)
    return (
      <p>
        Aucune convention n’est encore enregistrée. Elle se dépose avec les fichiers du territoire : convention.json.
      </p>
    );
  return (
    <p>Aucun objectif de votre périmètre n’est en vigueur ce jour-là. Choisissez un autre jour sous « Jugé sur ».</p>
  );
}
