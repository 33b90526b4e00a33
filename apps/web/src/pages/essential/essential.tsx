import { queries } from '../../api/client';
import { useIsCut } from '../../api/me';
import { useRest } from '../../api/rest';
import { longDay } from '../../format/days';
import { Answer } from '../../parts/Answer';
import { Loading } from '../../parts/Loading';
import { OwnScope } from '../../parts/OwnScope';
import { Page } from '../../parts/Page';
import { PeriodChoice } from '../../parts/PeriodChoice';
import { PrintButton } from '../../parts/PrintButton';
import { useAsOfParameter } from '../../url/as-of';
import { periodLabel } from '../../url/period';
import { usePeriod } from '../../url/use-period';
import { Fragility } from './Fragility';
import { Gap } from './Gap';
import { largestGaps, objectivesOfLaw } from './gaps';
import { Rehousing } from './Rehousing';

/** « L'essentiel »: one page for elected people and heads of partners, that is read in three minutes and printed on one sheet. */
export default function Essential() {
  const { period, years } = usePeriod();
  const asOf = useAsOfParameter();
  const isCut = useIsCut();
  const objectives = queries.useQuery('get', '/api/objectives', { params: { query: { ...period, ...asOf } } });
  return (
    <div className="essential">
      <Page
        title="L’essentiel"
        criteria={periodLabel(period, longDay)}
        tools={
          <>
            <PeriodChoice period={period} years={years} />
            <PrintButton />
          </>
        }
      >
        <p>
          {periodLabel(period, longDay)}. Une attribution est un bail signé ; un QPV est un quartier prioritaire de la
          politique de la ville ; le premier quartile est le quart des demandeurs aux ressources les plus faibles.
        </p>
        <OwnScope />
        <Answer asked={objectives}>
          {({ objectives: lines }) => (
            <>
              <h2>Ce que la loi demande</h2>
              {objectivesOfLaw(lines).length === 0 && (
                <p>
                  {isCut
                    ? 'Les objectifs de la loi portent sur le territoire entier : ils ne sont pas dans votre périmètre.'
                    : 'Aucun objectif de la loi n’est en vigueur dans cette période.'}
                </p>
              )}
              {objectivesOfLaw(lines).map((line) => (
                <Gap key={line.code + line.scope.id} line={line} />
              ))}
              <h2>Les plus grands écarts</h2>
              {largestGaps(lines).length === 0 && (
                <p>Aucun autre objectif n’est manqué{isCut && ' dans votre périmètre'}.</p>
              )}
              {largestGaps(lines).map((line) => (
                <Gap key={line.code + line.scope.id + line.actor?.id} line={line} isNamed />
              ))}
              <BesideLeases />
            </>
          )}
        </Answer>
      </Page>
    </div>
  );
}

/** Asked for after the objectives, and shown under them at once: nothing moves while one reads. A part that is refused is left out. */
function BesideLeases() {
  const asOf = useAsOfParameter();
  const asked = { enabled: useRest() };
  const rehousing = queries.useQuery('get', '/api/rehousing', { params: { query: asOf } }, asked);
  const coverage = queries.useQuery('get', '/api/fragility/coverage', { params: { query: asOf } }, asked);
  if (rehousing.isPending || coverage.isPending) return <Loading />;
  return (
    <>
      <Rehousing report={rehousing.data} />
      <Fragility report={coverage.data} />
    </>
  );
}
