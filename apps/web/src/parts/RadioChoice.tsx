import { useId } from 'react';
import type { Option } from '../url/filters';

interface RadioChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

/** One of a few, all of them in sight. */
export function RadioChoice({ label, value, onChange, options }: RadioChoiceProps) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
