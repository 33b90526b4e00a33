import { useId, useState } from 'react';
import { Field } from './Field';
import { passwordAdvice } from './password';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `new` tells how the password stands while it is typed. */
  readonly kind: 'new' | 'current';
  readonly autoFocus?: boolean;
}

const HINT = 'Quelques mots sans rapport entre eux : longs à deviner, et qui se retiennent';

/** A password, hidden or shown as its owner wishes. */
export function PasswordField({ label, value, onChange, kind, autoFocus }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <Field
        label={label}
        {...(kind === 'new' && { hint: HINT })}
        type={isShown ? 'text' : 'password'}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        spellCheck={false}
        required
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
      />
      <p className="check">
        <input id={id} type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        <label htmlFor={id}>Montrer ce que je tape</label>
      </p>
      {kind === 'new' && (
        <p className="note advice" role="status">
          {passwordAdvice(value)}
        </p>
      )}
    </>
  );
}
