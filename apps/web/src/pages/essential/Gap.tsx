import { count, percent, points } from '../../format/numbers';
import { LeaseCount } from '../../parts/LeaseCount';
import { Share } from '../../parts/Share';
import { targetText } from '../convention/objective-words';
import { ObjectiveStatus } from '../convention/ObjectiveStatus';
import type { Objective } from './gaps';

/** One objective as a sentence, a bar and a trend. */
export function Gap({ line, isNamed }: { line: Objective; isNamed?: boolean }) {
  const { label, scope, actor, numerator, denominator, rate, value, previous, change, list } = line;
  return (
    <div className="gap">
      <h3>
        {label}
        {isNamed ? ` – ${actor?.label ?? scope.label}` : ''}
      </h3>
      <p>
        <strong className="figure">{percent(rate)}</strong>,{' '}
        <LeaseCount
          value={numerator}
          query={list?.numerator}
        >{`${count(numerator)} sur ${count(denominator)}`}</LeaseCount>
        . Cible : {targetText(line)}. <ObjectiveStatus line={line} />
        {change !== null &&
          previous.rate !== null &&
          `. Un an plus tôt : ${percent(previous.rate)} (${points(change)}).`}
      </p>
      <Share rate={rate} target={value ?? undefined} />
    </div>
  );
}
