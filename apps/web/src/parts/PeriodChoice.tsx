import { useState } from 'react';
import { longDay, shortDay, typedDay } from '../format/days';
import { useAddress } from '../url/address';
import { civilPeriod, kindOf, periodLabel, type Period, type PeriodKind } from '../url/period';
import { Field } from './Field';
import { Panel } from './Panel';

const KINDS: readonly { readonly kind: PeriodKind; readonly label: string; readonly parts: number }[] = [
  { kind: 'year', label: 'Année', parts: 1 },
  { kind: 'semester', label: 'Semestre', parts: 2 },
  { kind: 'quarter', label: 'Trimestre', parts: 4 },
  { kind: 'days', label: 'Du … au …', parts: 0 },
];

interface PeriodChoiceProps {
  /** Undefined: all days, where `mayBeAll`. */
  readonly period: Period | undefined;
  readonly years: readonly number[];
  readonly mayBeAll?: boolean;
  readonly onOpen?: () => void;
}

/** The days of signature that count. The address keeps them, under the API's names. */
export function PeriodChoice({ period: given, years, mayBeAll, onOpen }: PeriodChoiceProps) {
  const { change } = useAddress();
  const period = given ?? civilPeriod('year', years[0]!);
  const [kind, setKind] = useState<PeriodKind>(kindOf(period).kind);
  const choose = (chosen: Period) => change({ from: chosen.from, to: chosen.to });
  const { year } = kindOf(period);
  return (
    <Panel
      label={<>Période : {given ? periodLabel(given, longDay) : 'toutes les dates'}</>}
      chosen={given && `${given.from} ${given.to}`}
      onOpen={onOpen}
    >
      <fieldset className="field">
        <legend>Période</legend>
        {KINDS.map(({ kind: each, label }) => (
          <label className="check" key={each}>
            <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
            {label}
          </label>
        ))}
      </fieldset>
      {kind === 'days' ? (
        <Days period={period} onChoose={choose} />
      ) : (
        <CivilPeriods
          kind={kind}
          years={years.includes(year) ? years : [year, ...years]}
          period={given}
          onChoose={choose}
        />
      )}
      {mayBeAll && given && (
        <button type="button" className="button" onClick={() => change({ from: undefined, to: undefined })}>
          Toutes les dates
        </button>
      )}
      <p className="note">
        Les jours de signature des baux. « Tel que connu le » choisit, lui, ce qui était enregistré.
      </p>
    </Panel>
  );
}

function CivilPeriods({
  kind,
  years,
  period,
  onChoose,
}: {
  kind: Exclude<PeriodKind, 'days'>;
  years: readonly number[];
  period: Period | undefined;
  onChoose: (period: Period) => void;
}) {
  const { parts } = KINDS.find((each) => each.kind === kind)!;
  const options = years.flatMap((year) =>
    Array.from({ length: parts }, (_, index) => civilPeriod(kind, year, parts - index)),
  );
  const chosen = options.findIndex(({ from, to }) => from === period?.from && to === period.to);
  return (
    <div className="field">
      <label>
        Laquelle
        <br />
        <select value={chosen} onChange={(event) => onChoose(options[Number(event.target.value)]!)}>
          {chosen === -1 && <option value={-1}>Choisir…</option>}
          {options.map((option, index) => (
            <option key={option.from + option.to} value={index}>
              {periodLabel(option, longDay)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Days({ period, onChoose }: { period: Period; onChoose: (period: Period) => void }) {
  const [from, setFrom] = useState(shortDay(period.from));
  const [to, setTo] = useState(shortDay(period.to));
  const [isAsked, setAsked] = useState(false);
  const days = { from: typedDay(from), to: typedDay(to) };
  const fault = (text: string, day: string | undefined) =>
    isAsked && day === undefined ? `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined;
  const isReversed = days.from !== undefined && days.to !== undefined && days.from > days.to;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (days.from && days.to && !isReversed) onChoose({ from: days.from, to: days.to });
      }}
    >
      <Field label="Du" hint="JJ/MM/AAAA" required value={from} onChange={setFrom} fault={fault(from, days.from)} />
      <Field
        label="Au"
        hint="JJ/MM/AAAA"
        required
        value={to}
        onChange={setTo}
        fault={isAsked && isReversed ? 'Le dernier jour vient avant le premier' : fault(to, days.to)}
      />
      <button type="submit" className="button">
        Choisir ces jours
      </button>
    </form>
  );
}
