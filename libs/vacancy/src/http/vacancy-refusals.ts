import { ProblemError } from '#http';
import type { Json, JsonObject, Refusal } from '#kernel';
import type { BodyFault } from './body-form';

/** A body that the columns do not admit. */
export function bodyRefused(faults: readonly BodyFault[]): ProblemError {
  const [first] = faults;
  return new ProblemError(
    'value-not-admitted',
    {},
    { field: first!.column, faults: faults as unknown as JsonObject[] },
  );
}

/** The problem of a refusal, with all that the refusal says: the faulty field, or the state and what it admits. */
export function problemOfRefusal({ code, params }: Refusal): ProblemError {
  const { field, ...rest } = params;
  if (field === undefined) return new ProblemError(code, params, params);
  const fault: BodyFault = { column: String(field), value: textOf(params['value']), message: messageOf(rest) };
  return new ProblemError(code, params, { ...params, faults: [fault as unknown as JsonObject] });
}

function messageOf({ admitted, today, notBefore, notAfter }: Readonly<Record<string, Json>>): string {
  if (Array.isArray(admitted) && admitted.length > 0) return `une valeur parmi ${admitted.join(', ')} est attendue`;
  if (typeof today === 'string') return `un jour jusqu’à aujourd’hui (${today}) est attendu`;
  if (typeof notBefore === 'string') return `un jour à partir du ${notBefore} est attendu`;
  if (typeof notAfter === 'string') return `un jour jusqu’au ${notAfter} est attendu`;
  return 'cette valeur n’est pas admise';
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
