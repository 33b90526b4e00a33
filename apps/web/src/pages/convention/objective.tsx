import { useParams } from '@tanstack/react-router';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { longDay } from '../../format/days';
import { Answer } from '../../parts/Answer';
import { Files } from '../../parts/Files';
import { OwnScope } from '../../parts/OwnScope';
import { Page } from '../../parts/Page';
import { Panel } from '../../parts/Panel';
import { PeriodChoice } from '../../parts/PeriodChoice';
import { PrintButton } from '../../parts/PrintButton';
import { Status } from '../../parts/Status';
import { useAddress } from '../../url/address';
import { periodLabel } from '../../url/period';
import { oneOf } from '../../url/search';
import { Contributions } from './Contributions';
import { JudgedOn } from './JudgedOn';
import { shareText, stateOf } from './objective-words';
import { ObjectiveFacts } from './ObjectiveFacts';
import { ObjectiveScopes } from './ObjectiveScopes';
import { ObjectiveTrend } from './ObjectiveTrend';
import { paceText } from './pace-words';
import { ReportNotices } from './ReportNotices';
import { useReportQuery } from './report-query';

export type OneObjective = components['schemas']['OneObjectiveDto'];
type PacedLine = components['schemas']['PacedLineDto'];

/** One objective: its text, its state wherever it holds, how it moves, and who makes it. */
export default function ObjectivePage() {
  const { code = '' } = useParams({ strict: false }) as { readonly code?: string };
  const { search } = useAddress();
  const { period, years, judged } = useReportQuery();
  const [id, actor] = [oneOf(search, 'id'), oneOf(search, 'actor')];
  const asked = queries.useQuery('get', '/api/objectives/{code}', {
    params: { path: { code }, query: { ...judged, ...(id && { id }), ...(actor && { actor }) } },
  });
  const { from, to, on } = search;
  return (
    <div className="upright">
      <Page
        title={asked.data?.objective.label ?? `Objectif ${code}`}
        crumbs={[
          {
            title: 'Où en est la convention',
            to: '/convention',
            search: { ...(from && { from }), ...(to && { to }), ...(on && { on }) },
          },
        ]}
        criteria={periodLabel(period, longDay)}
        tools={
          <>
            <PeriodChoice period={period} years={years} />
            <JudgedOn period={period} />
            <Panel label="Exporter">
              <p>Cet objectif, partout où il vaut.</p>
              <div className="actions">
                <Files path="/api/objectives" query={{ ...judged, code }} formats={['xlsx', 'pdf', 'csv']} />
              </div>
            </Panel>
            <PrintButton />
          </>
        }
      >
        <OwnScope />
        <Answer asked={asked}>{(report) => <Report report={report} />}</Answer>
      </Page>
    </div>
  );
}

function Report({ report }: { report: OneObjective }) {
  const { objective, lines, contributions, targetsOn } = report;
  const chosen = contributions ? lines.find((line) => isOf(line, contributions.of)) : undefined;
  const line = chosen ?? (lines.length === 1 ? lines[0] : undefined);
  return (
    <>
      <ReportNotices report={report} />
      {!objective.inForce && (
        <div className="message warning">
          <p>
            Cet objectif n’est pas en vigueur le {longDay(targetsOn)}. Son texte est montré ; aucun bail n’est jugé par
            lui ce jour-là.
          </p>
        </div>
      )}
      {line && <State line={line} to={report.to} isNamed={lines.length > 1} />}
      <ObjectiveFacts objective={objective} />
      {lines.length > 1 && <ObjectiveScopes lines={lines} chosen={line} />}
      {line && <ObjectiveTrend line={line} />}
      {contributions && line && <Contributions line={line} parts={contributions.parts} />}
      {!line && lines.length > 1 && (
        <p>Choisissez un périmètre dans le tableau : sa tendance, et qui y contribue, s’affichent ici.</p>
      )}
    </>
  );
}

function State({ line, to, isNamed }: { line: PacedLine; to: string; isNamed: boolean }) {
  const pace = paceText(line, to);
  const { kind, text } = stateOf(line);
  return (
    <p className="lead">
      {isNamed && <strong>{line.actor?.label ?? line.scope.label} : </strong>}
      {!line.masked && line.numerator !== null && `${shareText(line)}. `}
      {/* What is missing is told by the sentence that follows. */}
      <Status kind={kind}>{pace && line.status === 'missed' && line.operator === 'min' ? 'Non atteint' : text}</Status>
      {pace && `. ${pace}`}
    </p>
  );
}

const isOf = (line: PacedLine, { scope, actor }: NonNullable<OneObjective['contributions']>['of']): boolean =>
  line.scope.kind === scope.kind && line.scope.id === scope.id && line.actor?.id === actor?.id;
