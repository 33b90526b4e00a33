import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { useMay } from '../../api/me';
import { longDay, longInstant } from '../../format/days';
import { plural } from '../../format/numbers';

type Full = components['schemas']['ObjectivesReportDto'];
type Report = Pick<Full, 'from' | 'to'> &
  Partial<Pick<Full, 'unknownQuartile' | 'partialQuartile' | 'targetsOn' | 'targetsChanged' | 'incompleteImport'>>;

/** What a reader has to know before the figures: what they lack, and what judges them. */
export function ReportNotices({ report }: { report: Report }) {
  const { unknownQuartile, partialQuartile, targetsOn, targetsChanged, incompleteImport } = report;
  return (
    <>
      {incompleteImport && (
        <div className="message warning">
          <p>
            Les chiffres ne contiennent qu’une partie de l’import commencé le {longInstant(incompleteImport.since)}.
          </p>
        </div>
      )}
      {targetsChanged && targetsOn && (
        <div className="message">
          <p>
            Jugé sur les objectifs du {longDay(targetsOn)} : au moins un objectif était autre un autre jour de la
            période.
          </p>
        </div>
      )}
      {(!!unknownQuartile || !!partialQuartile) && (
        <div className="message warning">
          <ul>
            {!!unknownQuartile && (
              <li>
                <Leases report={report} quartile="inconnu" words={plural(unknownQuartile, 'bail', 'baux')} /> au
                quartile inconnu : aucun n’est compté comme premier quartile.
              </li>
            )}
            {!!partialQuartile && (
              <li>
                <Leases report={report} quartile="2-4" words={plural(partialQuartile, 'bail', 'baux')} /> dont on sait
                seulement que le quartile est entre 2 et 4.
              </li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}

function Leases({ report: { from, to }, quartile, words }: { report: Report; quartile: string; words: string }) {
  const mayRead = useMay('read-list');
  if (!mayRead) return <>{words}</>;
  const search = { figure: 'ALLOCATIONS', part: 'denominateur', from, to, quartile };
  return (
    <Link to={'/attributions' as never} search={search as never}>
      {words}
    </Link>
  );
}
