import { useIsCut } from '../../api/me';
import type { components } from '../../api/schema';
import { longDay } from '../../format/days';
import { count, plural } from '../../format/numbers';

type Report = components['schemas']['RehousingReportDto'];

/** The rehousing of urban renewal in a few lines. */
export function Rehousing({ report }: { report: Report | undefined }) {
  const isCut = useIsCut();
  if (report === undefined) return null;
  return (
    <>
      <h2>Relogement des ménages (NPNRU)</h2>
      {report.operations.length === 0 ? (
        <p>Aucune opération de renouvellement urbain n’est {isCut ? 'dans votre périmètre' : 'enregistrée'}.</p>
      ) : (
        <Progress report={report} />
      )}
    </>
  );
}

function Progress({ report: { operations, total } }: { report: Report }) {
  const { planned, completed, temporary, remaining } = total;
  return (
    <p>
      <strong className="figure">
        {completed === null ? 'Moins de 11' : plural(completed, 'ménage relogé', 'ménages relogés')}
      </strong>{' '}
      sur {count(planned)} à reloger, en {plural(operations.length, 'opération')} ; {count(temporary)} en logement
      temporaire ; {count(remaining)} à reloger encore. {endText(total)}
    </p>
  );
}

function endText({ remaining, forecastEnd }: Report['total']): string {
  if (remaining === 0) return 'Tous sont relogés.';
  if (forecastEnd === null) return 'Au rythme des derniers mois, pas de fin projetée.';
  return `Au rythme des derniers mois, fin vers le ${longDay(forecastEnd)}.`;
}
