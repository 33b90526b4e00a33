import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/me';
import { count, percent, points } from '../../format/numbers';
import { Share } from '../../parts/Share';
import { parseSearch } from '../../url/search';
import { targetText } from '../convention/objective-words';
import { ObjectiveStatus } from '../convention/ObjectiveStatus';
import type { Objective } from './gaps';

/** One objective as a sentence, a bar and a trend. */
export function Gap({ line, isNamed }: { line: Objective; isNamed?: boolean }) {
  const { label, scope, actor, rate, value, previous, change } = line;
  return (
    <div className="gap">
      <h3>
        {label}
        {isNamed ? ` – ${actor?.label ?? scope.label}` : ''}
      </h3>
      <p>
        <strong className="figure">{percent(rate)}</strong>, <Leases line={line} />. Cible : {targetText(line)}.{' '}
        <ObjectiveStatus line={line} />
        {change !== null &&
          previous.rate !== null &&
          `. Un an plus tôt : ${percent(previous.rate)} (${points(change)}).`}
      </p>
      <Share rate={rate} target={value ?? undefined} />
    </div>
  );
}

/** The two counts: a link to the leases, for who may read lists. */
function Leases({ line: { numerator, denominator, list } }: { line: Objective }) {
  const mayRead = useMay('read-list');
  const text = `${count(numerator)} sur ${count(denominator)}`;
  if (list === null || numerator === null || !mayRead) return <>{text}</>;
  return (
    <Link to={'/attributions' as never} search={parseSearch(list.numerator) as never}>
      {text}
    </Link>
  );
}
