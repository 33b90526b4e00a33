import { longDay } from '../format/days';
import { euros } from '../format/numbers';

/** What the API tells of a derived fact. */
export interface Reason {
  readonly text: string;
  readonly rule: string;
  readonly source: string;
  readonly threshold: {
    readonly year: number;
    readonly first: number;
    readonly second: number | null;
    readonly third: number | null;
    readonly recordedOn: string;
  } | null;
}

/** « Pourquoi ? », beside a derived fact: the rule, the facts that it used, its source and its threshold. */
export function Why({ of, reason }: { of: string; reason: Reason }) {
  return (
    <details className="why">
      <summary>
        Pourquoi ?<span className="by-ear"> {of}</span>
      </summary>
      <p>{reason.text}</p>
      <p className="note">
        Règle : {reason.rule} Source : {reason.source}.
      </p>
      {reason.threshold && <p className="note">{thresholdText(reason.threshold)}</p>}
    </details>
  );
}

function thresholdText({ year, first, second, third, recordedOn }: NonNullable<Reason['threshold']>): string {
  const bounds = [first, second, third].filter((bound) => bound !== null).map(euros);
  return `Bornes de ${year}, enregistrées le ${longDay(recordedOn)} : ${bounds.join(', ')} par an et par unité de consommation.`;
}
