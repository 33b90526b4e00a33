import { useId, useState } from 'react';
import { useAddress } from '../url/address';
import { valuesAfter, type Criterion, type Filter } from '../url/filters';
import { listOf, type Search } from '../url/search';
import { Panel } from './Panel';

/** Above as many options they are looked for by typing. */
const TICKED_AT_MOST = 40;

/** The fields of a list: the usual ones open, the others on demand. Each is applied at once, in the address. */
export function Filters({ filters }: { filters: readonly Filter[] }) {
  const { search } = useAddress();
  const others = filters.filter(({ isUsual }) => !isUsual);
  const inForce = others.filter(({ name }) => search[name] !== undefined).length;
  return (
    <search className="filters on-screen" aria-label="Critères">
      <Fields filters={filters.filter(({ isUsual }) => isUsual)} search={search} />
      {others.length > 0 && (
        <details className="more">
          <summary>Plus de critères{inForce > 0 ? ` (${inForce} en vigueur)` : ''}</summary>
          <Fields filters={others} search={search} />
        </details>
      )}
    </search>
  );
}

function Fields({ filters, search }: { filters: readonly Filter[]; search: Search }) {
  return (
    <div className="filter-row">
      {filters.map((filter) => {
        const Part = filter.options.length > TICKED_AT_MOST ? Typed : filter.takesOne ? One : Several;
        return <Part key={filter.name} filter={filter} values={listOf(search, filter.name)} />;
      })}
    </div>
  );
}

interface FilterProps {
  readonly filter: Filter;
  readonly values: readonly string[];
}

function One({ filter: { name, label, options }, values }: FilterProps) {
  const { change } = useAddress();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={values[0] ?? ''} onChange={(event) => change({ [name]: event.target.value || undefined })}>
        <option value="">indifférent</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Several({ filter, values }: FilterProps) {
  const { change } = useAddress();
  const { name, label, options } = filter;
  return (
    <div className="field">
      <Panel
        side="left"
        label={
          <>
            <span className="label">{label}</span> <span className="value">{chosenText(filter, values)}</span>
          </>
        }
      >
        <fieldset>
          <legend>{label}</legend>
          {options.map(({ value, label: text }) => (
            <label className="check" key={value}>
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={(event) => change({ [name]: valuesAfter(filter, values, value, event.target.checked) })}
              />
              {text}
            </label>
          ))}
          {options.length === 0 && <p className="note">Aucune valeur connue.</p>}
        </fieldset>
      </Panel>
    </div>
  );
}

const chosenText = ({ options }: Filter, values: readonly string[]): string => {
  if (values.length === 0) return 'indifférent';
  if (values.length > 1) return `${values.length} choix`;
  return options.find(({ value }) => value === values[0])?.label ?? values[0]!;
};

/** One of many: its name is typed, and the browser offers those that hold what is typed. */
function Typed({ filter, values }: FilterProps) {
  const { change } = useAddress();
  const [text, setText] = useState('');
  const id = useId();
  const take = (typed: string) => {
    const found = filter.options.find(({ value, label }) => label === typed || value === typed);
    setText(found ? '' : typed);
    if (found) change({ [filter.name]: valuesAfter(filter, values, found.value, true) });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{filter.label}</label>
      <input
        id={id}
        list={`${id}-list`}
        value={text}
        autoComplete="off"
        placeholder="Nom ou code"
        onChange={(event) => take(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {filter.options.map(({ value, label }) => (
          <option key={value} value={label} />
        ))}
      </datalist>
    </div>
  );
}

/** The criteria in force, each of which can be taken away. */
export function Chips({
  criteria,
  onRemove,
  onClear,
}: {
  criteria: readonly Criterion[];
  onRemove: (criterion: Criterion) => void;
  onClear: () => void;
}) {
  if (criteria.length === 0) return null;
  return (
    <ul className="chips" aria-label="Critères en vigueur">
      {criteria.map((criterion) => (
        <li key={`${criterion.name} ${criterion.value}`}>
          <button type="button" onClick={() => onRemove(criterion)}>
            {criterion.label} : {criterion.text} <span aria-hidden="true">✕</span>
            <span className="by-ear"> : retirer ce critère</span>
          </button>
        </li>
      ))}
      {criteria.length > 1 && (
        <li>
          <button type="button" onClick={onClear}>
            Tout effacer
          </button>
        </li>
      )}
    </ul>
  );
}
